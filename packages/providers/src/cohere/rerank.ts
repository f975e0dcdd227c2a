import type { RerankRequest } from "@patchbay/spec";
import type { RerankResult, SingleAdapter } from "../adapter.ts";
import { ProviderFailure, UnsupportedRequest } from "../failure.ts";
import { malformed } from "../failures/response-failures.ts";
import { toCount, toObject, toObjects } from "../fields/json-value.ts";

/** Reranking by `/v2/rerank`, whose documents are strings. It is billed in search units. */
export const cohereRerank: SingleAdapter<RerankRequest, RerankResult> = {
  toWire: (request, target) => {
    const body = {
      model: target.model,
      query: request.query,
      documents: request.documents.map(toDocument),
      ...(typeof request.top_n === "number" && { top_n: request.top_n }),
      ...target.extraBody,
    };
    return { method: "POST", path: "/v2/rerank", body: JSON.stringify(body), format: "json" };
  },
  fromWire: (body, { documents }) => {
    const { results, meta } = toObject(body);
    if (!Array.isArray(results))
      throw new ProviderFailure(malformed("a response without results", JSON.stringify(body)));
    return {
      results: toObjects(results).map(({ index, relevance_score: score }) => {
        if (typeof score === "number" && typeof index === "number" && documents[index] !== undefined)
          return { index, score };
        throw new ProviderFailure(malformed("a result without a document and a score", JSON.stringify(body)));
      }),
      searchUnits: toCount(toObject(toObject(meta).billed_units).search_units),
    };
  },
};

function toDocument(document: RerankRequest["documents"][number]): string {
  if (typeof document === "string") return document;
  if (typeof document.text === "string" && (document.image === undefined || document.image === null))
    return document.text;
  throw new UnsupportedRequest("Cohere reranks texts, got a document with an image. Send texts.");
}
