import type { ListedModel } from "../adapter.ts";
import { toCount, toFields, toList, toText } from "../json/read-fields.ts";

/** The models of `GET /models`. Each server has its own field for the context length. */
export function readModels(body: unknown): ListedModel[] {
  const { data, models } = toFields(body);
  const list = Array.isArray(body) ? body : toList(data ?? models);
  return list.flatMap((item) => {
    const model = toFields(item);
    const id = toText(model.id) ?? toText(model.name);
    if (id === undefined) return [];
    const context = contextFields.map((name) => toCount(model[name])).find((length) => length !== undefined);
    return [
      { id, context: context ?? toCount(toFields(model.meta).n_ctx) ?? toCount(toFields(model.meta).n_ctx_train) },
    ];
  });
}

/** Fields of OpenRouter, vLLM, Groq, LM Studio and Mistral. */
const contextFields = [
  "context_length",
  "max_model_len",
  "context_window",
  "loaded_context_length",
  "max_context_length",
] as const;
