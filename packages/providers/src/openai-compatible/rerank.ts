import type { RerankRequest } from "@patchbay/spec";
import type { RerankResult, SingleAdapter } from "../adapter.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined, toCount, toObject, toObjects, type JsonObject } from "../fields/json-value.ts";
import { readOptions } from "./options.ts";

/** `POST /rerank` of Jina, vLLM, llama.cpp and OpenRouter. Text Embeddings Inference answers with a bare list. */
export const rerank: SingleAdapter<RerankRequest, RerankResult> = {
  toWire: (request, target) => {
    const isRouter = readOptions(target).profile === "openrouter";
    const { query, documents, top_n, user } = request;
    const body = {
      model: target.model,
      query,
      documents: isRouter ? documents : documents.map(toDocument),
      ...defined({ top_n, user: isRouter ? user : undefined, return_documents: isRouter ? undefined : false }),
      ...target.extraBody,
    };
    return {
      method: "POST",
      path: "/rerank",
      format: "json",
      body: JSON.stringify(body),
      ...(target.headers && { headers: target.headers }),
    };
  },
  fromWire: (body, { documents }) => {
    const { results, data, usage, meta } = toObject(body);
    const list = Array.isArray(body) ? body : (results ?? data);
    if (!Array.isArray(list)) throw new TypeError("A rerank response has no results.");
    const billed = toObject(toObject(meta).billed_units);
    return {
      results: toObjects(list).map((item) => readResult(item, documents.length)),
      searchUnits: toCount(toObject(usage).search_units) ?? toCount(billed.search_units),
    };
  },
};

function toDocument(document: RerankRequest["documents"][number]): string {
  const text = typeof document === "string" ? document : document.text;
  if (typeof text === "string") return text;
  throw new UnsupportedRequest("Documents without text are not supported by this provider.");
}

function readResult(item: JsonObject, count: number): { index: number; score: number } {
  const { index, relevance_score: relevance, score = relevance } = item;
  if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= count || typeof score !== "number")
    throw new TypeError("A result of a rerank response has no valid index and score.");
  return { index, score };
}
