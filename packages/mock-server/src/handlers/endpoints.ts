import type { HandlersOf } from "../handler.ts";

export const endpoints: HandlersOf<"endpoints"> = {
  "endpoints.zdr": (_, { world }) => {
    const all = world.catalogue.models.flatMap((model) => model.endpoints);
    return { body: { data: all.filter(({ data }) => data.zdr).map(({ endpoint }) => endpoint) } };
  },
};
