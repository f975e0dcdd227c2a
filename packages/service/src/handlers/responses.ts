import { respond } from "../chat/respond.ts";
import type { HandlersOf } from "../context/handler.ts";
import { toResponsesCall } from "../dialects/responses/responses-dialect.ts";

export const responses: HandlersOf<"responses"> = {
  "responses.create": (input, context) => respond(toResponsesCall(input), context),
};
