import { listModels } from "@patchbay/service/handlers/models";
import { allowsModel } from "../access/allowed.ts";
import type { OwnHandlers } from "./gateway-state.ts";

/** The list of the models that a key may use. */
export const userModels: Pick<OwnHandlers<"models">, "models.listForUser"> = {
  "models.listForUser": (filters, context) => {
    const { key, state } = context;
    return { body: listModels(filters, context, (model) => allowsModel(key, model, state.configOf)) };
  },
};
