import type { HandlersOf } from "../context/handler.ts";
import { HttpError } from "../http/http-error.ts";

export const responses: HandlersOf<"responses"> = {
  "responses.create": () => {
    throw new HttpError(501, "responses.create is not implemented yet.");
  },
};
