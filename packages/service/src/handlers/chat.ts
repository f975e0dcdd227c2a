import { respond } from "../chat/respond.ts";
import { toChatCall } from "../dialects/chat/chat-dialect.ts";
import type { HandlersOf } from "../context/handler.ts";

export const chat: HandlersOf<"chat"> = {
  "chat.completions.create": (input, context) => respond(toChatCall(input), context),
};
