import type { HandlersOf } from "../context/handler.ts";
import { HttpError } from "../http/http-error.ts";

export const messages: HandlersOf<"messages"> = {
  "messages.create": () => {
    throw new HttpError(501, "messages.create is not implemented yet.");
  },
  "messages.countTokens": () => {
    throw new HttpError(501, "messages.countTokens is not implemented yet.");
  },
};
