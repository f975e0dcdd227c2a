import { providerStates, type ProviderSpan, type ProviderState } from "./engine/provider-state.ts";
import type { World } from "./world.ts";

/** What is wrong with the state of a provider; undefined when nothing is. */
export function providerFault({ catalogue }: World, slug: string, state: unknown): string | undefined {
  const isKnown =
    catalogue.providers.some((provider) => provider.slug === slug) ||
    catalogue.models.some(({ endpoints }) => endpoints.some(({ tag }) => tag === slug));
  if (!isKnown) return `${slug} is no provider of the catalogue, nor the tag of an endpoint.`;
  const wrong = (Array.isArray(state) ? (state as ProviderSpan[]).map((span) => span.state) : [state]).find(
    (one) => !providerStates.includes(one as ProviderState),
  );
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)} is no state; use ${providerStates.join(", ")}.`;
}

/** Sets the states of providers and endpoints; throws a `RangeError`, and sets none, when one means nothing. */
export function setProviders(
  world: World,
  states: Readonly<Record<string, ProviderState | readonly ProviderSpan[]>>,
): void {
  for (const [slug, state] of Object.entries(states)) {
    const fault = providerFault(world, slug, state);
    if (fault) throw new RangeError(`The state of a provider cannot be set: ${fault}`);
  }
  for (const [slug, state] of Object.entries(states)) world.providers.set(slug, state);
}
