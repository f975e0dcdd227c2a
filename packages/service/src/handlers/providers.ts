import type { HandlersOf } from "../context/handler.ts";

export const providers: HandlersOf<"providers"> = {
  "providers.list": (_, { state }) => ({ body: { data: [...state.catalog.providers] } }),
};
