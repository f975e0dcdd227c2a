import type { HandlersOf } from "../handler.ts";

export const providers: HandlersOf<"providers"> = {
  "providers.list": (_, { world }) => ({ body: { data: [...world.catalogue.providers] } }),
};
