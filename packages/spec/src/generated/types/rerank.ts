// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ProviderPreferences } from "./provider.ts";
import type { TraceConfig } from "./trace.ts";
import type { RerankUsage } from "./usage.ts";

/**
 * One document and its score.
 */
export type RankedDocument = {
  /**
   * Its place in the request.
   */
  index: number;
  /**
   * How relevant it is; higher is better.
   */
  relevance_score: number;
  /**
   * The document, as an object also when a string was sent.
   */
  document: RerankDocument;
};

/**
 * The documents with the most relevant first.
 */
export type Ranking = {
  /**
   * Id of the generation, `gen-…`.
   */
  id?: string;
  /**
   * The model that answered.
   */
  model: string;
  /**
   * Display name of the provider that answered.
   */
  provider?: string;
  /**
   * The documents in falling order of their scores.
   */
  results: Array<RankedDocument>;
  /**
   * What was used, and its cost.
   */
  usage?: RerankUsage;
};

/**
 * A document of text or an image.
 */
export type RerankDocument = {
  /**
   * Its text.
   */
  text?: string | null | undefined;
  /**
   * An image as an https or `data:` URL.
   */
  image?: string | null | undefined;
};

/**
 * A query and the documents to order by relevance to it.
 */
export type RerankRequest = {
  /**
   * The rerank model.
   */
  model: string;
  /**
   * What is looked for.
   */
  query: string;
  /**
   * The documents.
   */
  documents: Array<string | RerankDocument>;
  /**
   * How many of the best to return; all when absent.
   */
  top_n?: number | null | undefined;
  /**
   * Which endpoints may answer and in what order.
   */
  provider?: ProviderPreferences | null | undefined;
  /**
   * Groups requests in logs.
   */
  session_id?: string | null | undefined;
  /**
   * Names for observability.
   */
  trace?: TraceConfig | null | undefined;
  /**
   * An id of the end user.
   */
  user?: string | null | undefined;
  [key: string]: unknown;
};
