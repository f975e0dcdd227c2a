// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ProviderPreferences } from "./provider.ts";
import type { TraceConfig } from "./trace.ts";
import type { RerankUsage } from "./usage.ts";

/**
 * A document with its score.
 */
export type RankedDocument = {
  /**
   * Index of the document in the request.
   */
  index: number;
  /**
   * Relevance score; higher is more relevant.
   */
  relevance_score: number;
  /**
   * The document. Always an object, even if the request contained a string.
   */
  document: RerankDocument;
};

/**
 * The reranked documents, most relevant first.
 */
export type Ranking = {
  /**
   * Id of the generation, `gen-…`.
   */
  id?: string;
  /**
   * The model that served the request.
   */
  model: string;
  /**
   * Display name of the provider that served the request.
   */
  provider?: string;
  /**
   * The documents in descending order of score.
   */
  results: Array<RankedDocument>;
  /**
   * Usage and cost.
   */
  usage?: RerankUsage;
};

/**
 * A document with text or an image.
 */
export type RerankDocument = {
  /**
   * Text of the document.
   */
  text?: string | null | undefined;
  /**
   * An image as an https or `data:` URL.
   */
  image?: string | null | undefined;
};

/**
 * A document, or its text.
 */
export type RerankDocumentOrText = string | RerankDocument;

/**
 * A query and the documents to rerank.
 */
export type RerankRequest = {
  /**
   * The rerank model.
   */
  model: string;
  /**
   * The search query.
   */
  query: string;
  /**
   * The documents to rerank.
   */
  documents: Array<RerankDocumentOrText>;
  /**
   * Number of top results to return. Default: all.
   */
  top_n?: number | null | undefined;
  /**
   * Preferences for provider routing.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Groups requests in logs.
   */
  session_id?: string | null | undefined;
  /**
   * Observability metadata.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * Id of the end user.
   */
  user?: string | null | undefined;
  [key: string]: unknown;
};
