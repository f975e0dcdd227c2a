import type { ListedModel } from "../adapter.ts";
import { toCount, toObject, toObjects, toText } from "../fields/json-value.ts";

/** The models of `GET /models`. Each server has its own field for the context length. */
export function readModels(body: unknown): ListedModel[] {
  const { data, models } = toObject(body);
  return toObjects(Array.isArray(body) ? body : (data ?? models)).flatMap((model) => {
    const id = toText(model.id) ?? toText(model.name);
    if (id === undefined) return [];
    const context = contextFields.map((name) => toCount(model[name])).find((length) => length !== undefined);
    return [
      { id, context: context ?? toCount(toObject(model.meta).n_ctx) ?? toCount(toObject(model.meta).n_ctx_train) },
    ];
  });
}

/** JsonObject of OpenRouter, vLLM, Groq, LM Studio and Mistral. */
const contextFields = [
  "context_length",
  "max_model_len",
  "context_window",
  "loaded_context_length",
  "max_context_length",
] as const;
