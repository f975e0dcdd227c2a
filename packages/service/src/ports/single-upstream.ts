import type { EmbeddingRequest, RerankRequest } from "@patchbay/spec";
import type { EndpointSelection } from "./dispatcher.ts";
import type { HeaderReader } from "../http/request.ts";

/** Produces the results of calls without a stream. Throws a `ProviderFailure` if the provider fails. */
export interface SingleUpstream {
  readonly embed: (request: EmbeddingRequest, context: SingleContext) => Promise<Embedded>;
  readonly rerank: (request: RerankRequest, context: SingleContext) => Promise<Reranked>;
}

export interface SingleContext {
  readonly selection: EndpointSelection;
  readonly generationId: string;
  /** Name of the customer account. */
  readonly account: string;
  readonly headers: HeaderReader;
  /** Aborts when the client disconnects. */
  readonly signal: AbortSignal | undefined;
}

export interface Embedded {
  /** In the order of the inputs. */
  readonly vectors: readonly ArrayLike<number>[];
  /** Tokens of the input as the provider reported them; undefined if it did not. */
  readonly promptTokens?: number | undefined;
}

export interface Reranked {
  /** One score for each document that is part of the result, 0 to 1, in any order. */
  readonly scores: readonly { readonly index: number; readonly score: number }[];
  readonly promptTokens?: number | undefined;
  /** Billed search units as the provider reported them. */
  readonly searchUnits?: number | undefined;
}
