import { serviceHandlers } from "@patchbay/service/handlers/index";
import type { Handlers } from "@patchbay/service/context/handler";
import type { Key } from "@patchbay/engine/billing/key";
import type { ServerState } from "../state/server-state.ts";
import { activity } from "./activity.ts";
import { auth } from "./auth.ts";
import { credits } from "./credits.ts";
import { generations } from "./generations.ts";
import { keys } from "./keys.ts";

/** One handler for every operation of the contract. A missing handler is a type error. */
export const handlers: Handlers<ServerState, Key> = {
  ...serviceHandlers,
  ...activity,
  ...auth,
  ...credits,
  ...generations,
  ...keys,
};
