import type { Key } from "@patchbay/engine/billing/key";
import type { HandlersOf, KeyedContext } from "@patchbay/service/context/handler";
import type { ServerState } from "../state/server-state.ts";

/** The handlers of a resource that the mock server keeps in its memory. */
export type OwnHandlers<Resource extends string> = HandlersOf<Resource, ServerState, Key>;

/** The context of a handler of the mock server. */
export type OwnContext = KeyedContext<ServerState, Key>;
