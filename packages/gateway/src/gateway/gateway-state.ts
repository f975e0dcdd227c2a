import { estimatingTokenizer } from "@patchbay/service/messages/token-estimate";
import { PromptCaches } from "@patchbay/engine/billing/prompt-cache";
import { BoundedMap } from "@patchbay/engine/data/bounded-map";
import { ResponseCache } from "@patchbay/service/state/response-cache";
import type { Billing } from "@patchbay/service/ports/billing";
import type { Dispatcher } from "@patchbay/service/ports/dispatcher";
import type { SingleUpstream } from "@patchbay/service/ports/single-upstream";
import type { SimulatedUpstream } from "@patchbay/service/upstreams/upstream";
import type { KeyIndex } from "../access/key-index.ts";
import type { GatewayConfig } from "../config/config.ts";
import { createAuthCodes } from "../handlers/auth-codes.ts";
import type { GatewayState } from "../handlers/gateway-state.ts";
import type { SharedState } from "../ports/shared-state.ts";
import { createPins } from "../routing/shared-pins.ts";
import type { Store } from "../stores/open-store.ts";
import type { GatewayCatalog } from "../upstream/gateway-catalog.ts";
import type { ByokKeys } from "../upstream/byok-keys.ts";

/** The parts of a gateway from which its state is made. */
export interface StateParts {
  readonly config: () => GatewayConfig;
  readonly catalog: () => GatewayCatalog;
  readonly now: () => number;
  readonly keys: KeyIndex;
  readonly store: Store;
  readonly shared: SharedState;
  readonly byokKeys: ByokKeys;
  readonly billing: Billing;
  readonly dispatcher: Dispatcher;
  readonly upstream: SimulatedUpstream;
  readonly single: SingleUpstream;
  readonly fingerprint: (secret: string) => string;
  /** Whether an administrator took an endpoint out of routing. */
  readonly isDisabled: (endpoint: string) => boolean;
}

/** Memory for cached responses, in bytes. */
const responseBytes = 64_000_000;

/** The state of a gateway. The catalog changes with the configuration; everything else lives as long as the gateway. */
export function createGatewayState(parts: StateParts): GatewayState {
  const { config, catalog, now, keys, store, shared, byokKeys, billing, dispatcher, upstream, single } = parts;
  return {
    settings: {
      defaultModel: undefined,
      dataPolicyAdvice: "The operator states it in the configuration, as `dataPolicy` of a provider or endpoint.",
      hasUpstream: true,
      tokenDelay: 0,
      // Providers check histories themselves, each in its own way.
      validateHistory: false,
      country: "US",
    },
    now,
    get catalog() {
      return catalog().catalog;
    },
    // Providers report their usage.
    tokenizer: estimatingTokenizer,
    upstream,
    single,
    web: undefined,
    billing,
    dispatcher,
    health: new Map(),
    pins: createPins({
      shared: () => shared,
      ttlMs: () => config().routing.sticky,
      isRoutable: (endpoint) => catalog().find(endpoint) !== undefined && !parts.isDisabled(endpoint),
    }),
    promptCaches: new PromptCaches(),
    responses: new ResponseCache(responseBytes),
    routed: new BoundedMap({ entries: 10_000, bytes: 8_000_000 }),
    byokKeysOf: (key) => byokKeys.of(key.account),
    keys,
    store,
    fingerprint: parts.fingerprint,
    authCodes: createAuthCodes(),
    configOf: (endpoint) => catalog().configOf(endpoint),
  };
}
