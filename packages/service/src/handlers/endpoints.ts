import { toWireEndpoint } from "../routing/endpoint-view.ts";
import type { HandlersOf } from "../context/handler.ts";

export const endpoints: HandlersOf<"endpoints"> = {
  "endpoints.listZdr": (_, { state, key }) => {
    const all = state.catalog.models.flatMap((model) => model.endpoints);
    const eligible = all.filter(({ policy }) => policy.zdr);
    return { body: { data: eligible.map((endpoint) => toWireEndpoint(endpoint, state, key !== undefined)) } };
  },
};
