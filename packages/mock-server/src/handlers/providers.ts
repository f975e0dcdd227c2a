import type { HandlersOf } from "../context/handler.ts";

export const providers: HandlersOf<"providers"> = {
  "providers.list": (_, { world }) => ({ body: { data: [...world.catalogue.providers] } }),
};
