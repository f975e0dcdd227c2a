import { createProvider, type Provider } from "@patchbay/providers";
import type { GatewayConfig, ProviderConfig } from "../config/config.ts";

/** The providers of a gateway. Those whose configuration did not change keep their connections when it is reloaded. */
export class ProviderPool {
  #providers = new Map<string, { readonly config: string; readonly provider: Provider }>();

  constructor(config: GatewayConfig) {
    this.use(config);
  }

  /** The provider of a slug. */
  get(slug: string): Provider {
    const found = this.#providers.get(slug);
    if (!found) throw new Error(`The provider ${slug} is not configured.`);
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
    for (const [slug, { provider }] of old)
      if (next.get(slug)?.provider !== provider) void provider.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#providers.values()].map(({ provider }) => provider.close()));
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
