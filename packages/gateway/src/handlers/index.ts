import { serviceHandlers } from "@patchbay/service/handlers/index";
import type { Handlers } from "@patchbay/service/context/handler";
import type { GatewayKey } from "../access/gateway-key.ts";
import { activity } from "./activity.ts";
import { auth } from "./auth.ts";
import { credits } from "./credits.ts";
import type { GatewayState } from "./gateway-state.ts";
import { generations } from "./generations.ts";
import { keys } from "./keys.ts";
import { userModels } from "./models.ts";

/** One handler for every operation of the contract. A missing handler is a type error. */
export const handlers: Handlers<GatewayState, GatewayKey> = {
  ...serviceHandlers,
  ...activity,
  ...auth,
  ...credits,
  ...generations,
  ...keys,
  ...userModels,
};
