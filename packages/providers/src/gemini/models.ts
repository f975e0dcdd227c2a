import type { Adapter, ListedModel } from "../adapter.ts";
import { toCount, toObject, toObjects, toText } from "../fields/json-value.ts";

/** The models of an account, in one page. */
export const geminiModels: NonNullable<Adapter["models"]> = {
  toWire: () => ({ method: "GET", path: "/models?pageSize=1000", format: "json" }),
  fromWire: (body) =>
    toObjects(toObject(body).models).flatMap((model): ListedModel[] => {
      const name = toText(model.name);
      if (name === undefined) return [];
      const context = toCount(model.inputTokenLimit);
      return [{ id: name.replace(/^models\//, ""), ...(context !== undefined && { context }) }];
    }),
};
