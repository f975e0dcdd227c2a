import { providerStates, type ProviderStates } from "@patchbay/engine/health/provider-state";
import { below, list, map, number, object, oneOf, text, wrong, type Check, type RuleProblem } from "./check.ts";
import { describeProblems } from "./check-rule.ts";
import { showValue } from "@patchbay/service/json/show-value";
import type { ServerState } from "../state/server-state.ts";
import { findRenamed } from "@patchbay/service/validation/renamed-names";

/** The latest time of an interval, in milliseconds: a hundred years. */
const farthest = 3_155_760_000_000;
const mostSpans = 1000;
const mostProviders = 10_000;

const moment: Check = (given, pointer) => (given === Infinity ? [] : number(0, farthest)(given, pointer));
const spans = list(object({ state: oneOf(...providerStates), from: moment, to: moment }, ["state"]), mostSpans);

const state: Check = (given, pointer) => {
  if (Array.isArray(given)) return spans(given, pointer);
  const today = findRenamed(given, providerStates);
  if (today !== undefined) return wrong(pointer, `${showValue(given)} was renamed to ${showValue(today)}.`);
  return typeof given === "string" && providerStates.some((one) => one === given)
    ? []
    : wrong(pointer, `expected one of ${providerStates.join(", ")}, got ${showValue(given)}.`);
};

/** Returns the mistakes in provider states, without a check of the names against the catalog. */
export const checkProviders: Check = map(text(256), state, mostProviders);

/** Returns the mistakes in provider states, including names that are not in the catalog. */
export function findProviderProblems({ catalog }: ServerState, states: unknown, pointer = ""): readonly RuleProblem[] {
  const faults = checkProviders(states, pointer);
  if (faults.length > 0) return faults;
  return Object.keys(states as ProviderStates)
    .filter(
      (slug) =>
        !catalog.providers.some((provider) => provider.slug === slug) &&
        !catalog.models.some(({ endpoints }) => endpoints.some(({ tag }) => tag === slug)),
    )
    .flatMap((slug) =>
      wrong(below(pointer, slug), `${slug} is not a provider of the catalog, nor the tag of an endpoint.`),
    );
}

/** Sets the states of providers and endpoints. Throws a `RangeError`, and sets none, when one is invalid. */
export function setProviderStates(state: ServerState, states: ProviderStates): void {
  const faults = findProviderProblems(state, states);
  if (faults.length > 0) throw new RangeError(`Invalid provider state: ${describeProblems(faults)}`);
  for (const [slug, given] of Object.entries(states)) state.providers.set(slug, given);
}
