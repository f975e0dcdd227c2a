import type { EmbeddingRequest, RerankRequest } from "@patchbay/spec";
import type { ProviderFailureFacts } from "./failure.ts";
import type { ProviderPart, UnifiedRequest } from "./unified.ts";

/** The API that a provider speaks. */
export type ProviderKind = "openai-compatible" | "anthropic" | "gemini" | "cohere" | "ollama";

/** All kinds, for checks of configuration. */
export const providerKinds: readonly ProviderKind[] = ["openai-compatible", "anthropic", "gemini", "cohere", "ollama"];

/**
 * An adapter: pure functions without I/O. A request becomes a wire request, and the events of the response become parts.
 * The wire (`wire/`) sends the one and reads the other.
 */
export interface Adapter {
  readonly kind: ProviderKind;
  /** Base URL without a trailing slash, used when the configuration has none. */
  readonly baseURL: string | undefined;
  /** Options that follow from the base URL. Those of the configuration come first. */
  readonly optionsFor?: (baseURL: string) => Readonly<Record<string, unknown>>;
  /** Throws a `TypeError` for an unknown option or value of the configuration. */
  readonly checkOptions?: (options: Readonly<Record<string, unknown>>) => void;
  /** The headers that carry the API key. */
  readonly authorize: (apiKey: string) => Readonly<Record<string, string>>;
  readonly chat: ChatAdapter;
  readonly embed?: SingleAdapter<EmbeddingRequest, EmbedResult>;
  readonly rerank?: SingleAdapter<RerankRequest, RerankResult>;
  readonly models?: {
    readonly toWire: () => WireRequest;
    readonly fromWire: (body: unknown) => readonly ListedModel[];
  };
  /** The failure that an error response describes. `body` is parsed JSON, or the text of a body that is not JSON. */
  readonly readError: (response: ErrorResponse) => ProviderFailureFacts;
}

/** How an adapter calls a chat model. */
interface ChatAdapter {
  /** Throws an `UnsupportedRequest` for a request that this API cannot express, so that another endpoint is tried. */
  readonly toWire: (request: UnifiedRequest, target: Target) => WireRequest;
  /** Creates the decoder of one streamed response. */
  readonly createDecoder: (request: UnifiedRequest, target: Target) => PartDecoder;
}

/** How an adapter makes a call without a stream. */
export interface SingleAdapter<Request, Result> {
  readonly toWire: (request: Request, target: Target) => WireRequest;
  /** Throws for a body that is not a result. */
  readonly fromWire: (body: unknown, request: Request) => Result;
}

/** What is called: the endpoint's own name for the model, and what is special about it. */
export interface Target {
  /** The provider's name of the model. */
  readonly model: string;
  /** Context length in tokens, if it is configured. Ollama needs it as `num_ctx`. */
  readonly context?: number | undefined;
  /** Longest output in tokens, if it is configured. Anthropic needs a maximum in every request. */
  readonly maxTokens?: number | undefined;
  /** Additional headers of the caller that the provider understands, such as `anthropic-beta`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Options of the provider's configuration, such as an API version. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Fields that are merged into the body, at its top level. */
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** The JSON of the caller's request if its messages are those of the request, so that they need not be written again. In UTF-8. */
  readonly requestBytes?: Buffer | undefined;
  /** Identity of the provider and account, to which opaque reasoning such as a thought signature is bound. */
  readonly issuer: string;
}

/** A request to a provider, without its key. */
export interface WireRequest {
  readonly method: "GET" | "POST";
  /** Path and query, relative to the base URL, such as `/chat/completions`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON text, or its bytes in UTF-8. */
  readonly body?: string | Buffer;
  /** How the response is framed: server-sent events, one JSON value per line, or one JSON body. */
  readonly format: "sse" | "ndjson" | "json";
}

/** An event of a response: a server-sent event, or a line of NDJSON. */
export interface WireEvent {
  /** The event's name; undefined if it has none. */
  readonly event?: string | undefined;
  /** The JSON text. */
  readonly data: string;
}

/** Turns the events of one response into parts. It keeps what it needs of earlier events. */
export interface PartDecoder {
  /** The parts of an event. An unknown event has none. Malformed JSON becomes an `error` part. */
  readonly push: (event: WireEvent) => readonly ProviderPart[];
  /** The parts at the end of the connection: a missing end is an `error` part, and nothing follows a `finish` part. */
  readonly end: () => readonly ProviderPart[];
  /** Whether the output has ended, so that only usage can follow. The wait for it is then short. */
  readonly isComplete?: () => boolean;
}

/** An error response. */
export interface ErrorResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface EmbedResult {
  /** In the order of the inputs. */
  readonly vectors: readonly (readonly number[])[];
  readonly promptTokens: number | undefined;
}

export interface RerankResult {
  readonly results: readonly { readonly index: number; readonly score: number }[];
  /** Billed search units, if the provider reports them. */
  readonly searchUnits: number | undefined;
}

/** A model that a provider offers. */
export interface ListedModel {
  readonly id: string;
  readonly context?: number | undefined;
}
