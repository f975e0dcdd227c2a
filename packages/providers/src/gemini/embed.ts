import type { EmbeddingRequest } from "@patchbay/spec";
import type { EmbedResult, SingleAdapter } from "../adapter.ts";
import { readTextInputs } from "../content/embedding-inputs.ts";
import { toObject, toObjects } from "../fields/json-value.ts";
import { readVectors } from "../content/embedding-vectors.ts";
import { modelPath } from "./format/model-version.ts";

/** Embeddings by `batchEmbedContents`. `input_type` is Gemini's task type, such as `search_query` or `RETRIEVAL_QUERY`. */
export const geminiEmbed: SingleAdapter<EmbeddingRequest, EmbedResult> = {
  toWire: (request, target) => {
    const path = modelPath(target.model);
    const taskType = toTaskType(request.input_type);
    const settings = {
      ...(taskType !== undefined && { taskType }),
      ...(typeof request.dimensions === "number" && { outputDimensionality: request.dimensions }),
    };
    const requests = readTextInputs(request, "Gemini").map((text) => ({
      model: path.slice(1),
      content: { parts: [{ text }] },
      ...settings,
    }));
    return {
      method: "POST",
      path: `${path}:batchEmbedContents`,
      body: JSON.stringify({ requests, ...target.extraBody }),
      format: "json",
    };
  },
  fromWire: (body, request) => ({
    vectors: readVectors(
      toObjects(toObject(body).embeddings).map(({ values }) => values),
      request,
    ),
    promptTokens: undefined,
  }),
};

/** `input_type` → task type. Other values are passed on. */
const taskTypes: Readonly<Record<string, string>> = {
  search_document: "RETRIEVAL_DOCUMENT",
  search_query: "RETRIEVAL_QUERY",
  classification: "CLASSIFICATION",
  clustering: "CLUSTERING",
};

function toTaskType(type: string | null | undefined): string | undefined {
  if (type === undefined || type === null) return undefined;
  return (Object.hasOwn(taskTypes, type) ? taskTypes[type] : undefined) ?? type;
}
