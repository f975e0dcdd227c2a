import type { HandlersOf, KeyedContext } from "@patchbay/service/context/handler";
import type { CatalogEndpoint } from "@patchbay/engine/routing/catalog";
import type { ServiceState } from "@patchbay/service/state/service-state";
import type { KeyIndex } from "../access/key-index.ts";
import type { GatewayKey } from "../access/gateway-key.ts";
import type { Store } from "../stores/open-store.ts";
import type { ConfiguredEndpoint } from "../upstream/gateway-catalog.ts";
import type { AuthCodes } from "./auth-codes.ts";

/** The state of a gateway: what the service needs, and its own stores. */
export interface GatewayState extends ServiceState {
  readonly keys: KeyIndex;
  readonly store: Pick<Store, "ledger" | "events" | "keys">;
  /** Makes the fingerprint of a secret. */
  readonly fingerprint: (secret: string) => string;
  readonly authCodes: AuthCodes;
  /** The configuration of an endpoint of the catalog. */
  readonly configOf: (endpoint: CatalogEndpoint) => ConfiguredEndpoint;
}

/** The handlers of a resource that the gateway keeps in its stores. */
export type OwnHandlers<Resource extends string> = HandlersOf<Resource, GatewayState, GatewayKey>;

/** The context of a handler of the gateway. */
export type OwnContext = KeyedContext<GatewayState, GatewayKey>;
