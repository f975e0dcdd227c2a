import { createProvider, type Provider } from "@patchbay/providers";
import type { GatewayConfig, ProviderConfig } from "../config/config.ts";
import { noLongerConfigured } from "./upstream-failure.ts";

/** The providers of a gateway. Those whose configuration did not change keep their connections when it is reloaded. */
export class ProviderPool {
  #providers = new Map<string, { readonly config: string; readonly provider: Provider }>();
  /** Providers of earlier configurations whose last requests have not ended. */
  readonly #retired = new Set<Provider>();

  constructor(config: GatewayConfig) {
    this.use(config);
  }

  /** The provider of a slug. Throws an `UpstreamFailure` if a reload has removed it. */
  get(slug: string): Provider {
    const found = this.#providers.get(slug);
    if (!found) throw noLongerConfigured(`The provider ${slug}`);
    return found.provider;
  }

  /** Changes to a new configuration. Requests in progress end on the connections on which they began. */
  use({ providers }: GatewayConfig): void {
    const next = new Map<string, { readonly config: string; readonly provider: Provider }>();
    for (const [slug, config] of Object.entries(providers)) {
      const text = JSON.stringify(config);
      const known = this.#providers.get(slug);
      next.set(slug, known?.config === text ? known : { config: text, provider: toProvider(config) });
    }
    const old = this.#providers;
    this.#providers = next;
    for (const [slug, { provider }] of old) if (next.get(slug)?.provider !== provider) this.#retire(provider);
  }

  #retire(provider: Provider): void {
    this.#retired.add(provider);
    void provider
      .close({ drain: true })
      .catch(() => undefined)
      .finally(() => this.#retired.delete(provider));
  }

  async close(): Promise<void> {
    const current = [...this.#providers.values()].map(({ provider }) => provider);
    await Promise.all([...current, ...this.#retired].map((provider) => provider.close()));
  }
}

function toProvider({ kind, baseURL, apiKeys, name, headers, options, timeouts, issuer }: ProviderConfig): Provider {
  return createProvider({
    kind,
    baseURL,
    apiKeys,
    name,
    headers,
    options,
    issuer,
    timeouts,
  });
}
