import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import type { HeaderReader } from "../http/request.ts";
import type { Part } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import type { SampleBudgets } from "../schema/sample-budgets.ts";

/**
 * Produces the output of models: a provider, a local model, a test double. An output that is returned as an async iterable
 * is sent to the client as its parts arrive. The last part is `finish`, or `error`.
 *
 * @example
 * ```ts
 * const server = createMockServer({
 *   upstream: {
 *     async *stream(request, { signal }) {
 *       for await (const text of askLocalModel(request.messages, signal)) yield { type: "text", text };
 *       yield { type: "usage", usage: { promptTokens: 12, completionTokens: 30 } };
 *       yield { type: "finish", reason: "stop" };
 *     },
 *   },
 * });
 * ```
 */
export interface Upstream {
  /**
   * Starts an output. It may throw, reject, or end with an `error` part: before the first text, reasoning, tool call or
   * image, the next endpoint is then tried; after it, the response ends with the error.
   */
  stream(request: UnifiedRequest, context: UpstreamContext): Parts | Promise<Parts>;
  /** Milliseconds until the first part with content. The next endpoint is then tried. Default: 60,000. */
  readonly firstTokenTimeout?: number;
  /** Milliseconds between two parts after that. The response then ends with an error. Default: 60,000. */
  readonly idleTimeout?: number;
}

/** The parts of an output: all of them at once, or while the model produces them. */
export type Parts = Iterable<Part> | AsyncIterable<Part>;

/** The data that an upstream gets in addition to the request. */
export interface UpstreamContext {
  /** The endpoint that the router selected. */
  readonly endpoint: {
    /** Id of the model, such as `openai/gpt-5-mini`. */
    readonly model: string;
    /** Slug of the provider, such as `azure`. */
    readonly provider: string;
    /** Tag of the endpoint, such as `azure/eu`. */
    readonly tag: string;
    /** Whether the request uses the account's own key of the provider. */
    readonly isByok: boolean;
  };
  /** Aborts when the output is no longer wanted: the client disconnected, or a timeout passed. */
  readonly signal: AbortSignal;
  /** Unix time in milliseconds of the system clock by which the first part with content must arrive. */
  readonly deadline: number;
  /** Id of the generation, `gen-…`. */
  readonly generationId: string;
  /** The headers of the request, such as `anthropic-beta`. */
  readonly headers: HeaderReader;
  /** Unix time in milliseconds. */
  readonly now: number;
}

/** The data that a simulated upstream gets. */
export interface SimulationContext extends UpstreamContext {
  readonly model: CatalogModel;
  /** Name of the customer account. */
  readonly account: string;
  /** Derived from the seed of the server and the request. */
  readonly seed: number;
  /** The total work limit for the generated values of the request. */
  readonly budgets?: SampleBudgets;
}

/**
 * The parts of an output, those that arrived together in one list. A chunk of a fast provider has 40 parts, and each part on its own
 * would take six asynchronous steps from the socket of the provider to that of the client.
 */
export interface PartBatches {
  readonly batches: BatchReader;
}

/** Reads the parts of an output. */
export interface BatchReader {
  /** The next parts, at once if they have arrived, or a promise that waits for the network; `undefined` at the end. */
  next(): readonly Part[] | undefined | Promise<readonly Part[] | undefined>;
  /** Ends the output. */
  close(): void;
}

/** How far an output is read whose client has left, to learn the usage that the provider bills. */
export interface DrainLimits {
  readonly ms: number;
  /** Of text. */
  readonly characters: number;
  /** Aborts when the server closes. */
  readonly signal: AbortSignal;
}

/** A text generator, an echo, a script, or the providers of a gateway. */
export interface SimulatedUpstream {
  stream(request: UnifiedRequest, context: SimulationContext): Parts | PartBatches | Promise<Parts>;
  /** How much of an output is read after the client has left. Default: nothing, the output is aborted. */
  drain?(endpoint: UpstreamContext["endpoint"]): DrainLimits | undefined;
  readonly firstTokenTimeout?: number;
  readonly idleTimeout?: number;
}
