import type { EmbeddingRequest } from "@patchbay/spec";
import type { EmbedResult, SingleAdapter } from "../adapter.ts";
import { readTextInputs } from "../content/embedding-inputs.ts";
import { readVectors } from "../content/embedding-vectors.ts";
import { UnsupportedRequest } from "../failure.ts";
import { isObject, toCount, toObject, type JsonObject } from "../fields/json-value.ts";

/** Embeddings by `/v2/embed`. `input_type` is required there. Default: `search_document`. */
export const cohereEmbed: SingleAdapter<EmbeddingRequest, EmbedResult> = {
  toWire: (request, target) => {
    const body = {
      model: target.model,
      ...toInputs(request),
      input_type: request.input_type ?? "search_document",
      embedding_types: ["float"],
      ...(typeof request.dimensions === "number" && { output_dimension: request.dimensions }),
      ...target.extraBody,
    };
    return { method: "POST", path: "/v2/embed", body: JSON.stringify(body), format: "json" };
  },
  fromWire: (body, request) => {
    const { embeddings, meta } = toObject(body);
    const billed = toObject(toObject(meta).billed_units);
    return {
      vectors: readVectors(toObject(embeddings).float, request),
      promptTokens: toCount(billed.input_tokens),
    };
  },
};

/** Texts, or inputs of texts and images. */
function toInputs(request: EmbeddingRequest): JsonObject {
  const { input } = request;
  const isMixed = Array.isArray(input) && input.some((item) => isObject(item));
  return isMixed ? { inputs: input.map(toInput) } : { texts: readTextInputs(request, "Cohere") };
}

function toInput(item: Exclude<EmbeddingRequest["input"], string>[number]): JsonObject {
  if (typeof item === "string") return { content: [{ type: "text", text: item }] };
  if (!isObject(item)) throw new UnsupportedRequest("Cohere embeds texts and images, not token ids. Send texts.");
  const content = item.content.map((part) => {
    if (part.type === "text" || part.type === "image_url") return part;
    throw new UnsupportedRequest(`Cohere embeds texts and images, got an input of type ${part.type}. Remove the part.`);
  });
  return { content };
}
