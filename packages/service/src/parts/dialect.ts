import type { RoutingMetadata, Usage } from "@patchbay/spec";
import type { EventTemplate } from "../http/joined-frames.ts";
import type { Part, TextPart } from "./part.ts";
import type { UnifiedRequest } from "./unified-request.ts";

/** The names of the dialects. `GET /generation` shows the dialect of a request. */
type DialectName = "chat" | "responses" | "messages";

/**
 * A request in one dialect: its unified form, and how its response is written. The dialect reads the request once and keeps
 * what the response repeats.
 */
export interface DialectCall<Body> {
  readonly dialect: DialectName;
  readonly request: UnifiedRequest;
  /** The validated input, which identifies the request in the response cache. */
  readonly input: object;
  /** JSON pointer in `request` → JSON pointer in `input`, for errors; `undefined` if it has none. Default: the same. */
  readonly toPointer?: (pointer: string) => string | undefined;
  /**
   * The body of a complete response. Adjacent parts of a text, a reasoning or a tool call are already joined. Throws an
   * `HttpError` if an error interrupted the output and the dialect has no such responses.
   */
  toBody(head: ResponseHead, parts: readonly Part[], end: OutputEnd): Body;
  /** Writes the events of a stream. The events add up to the complete response. */
  createWriter(head: ResponseHead): EventWriter;
}

/** Writes the events of one stream. Every string is the text of complete server-sent events, with their blank lines. */
export interface EventWriter {
  /** The events before the first part. */
  start(): readonly string[];
  /** The events of a part, or its only event. Never called with `usage`, `finish` or `error`. */
  write(part: Part): readonly string[] | string;
  /** Called in place of `write`: the template of the event of a text, if the text is all that is its own. Default: none. */
  templateOf?(part: TextPart): EventTemplate | undefined;
  /** The last events: those of the finish, or those of the error that interrupted the output. */
  end(end: OutputEnd): readonly string[];
}

/** What is known of a response when its output begins. */
export interface ResponseHead {
  /** Id of the generation, `gen-…`. */
  readonly id: string;
  /** Unix time in seconds. */
  readonly created: number;
  /** Id of the model that produces the output. */
  readonly model: string;
  /** Name of the provider. */
  readonly provider: string;
  /** The tier that serves the request, if the request named one. */
  readonly serviceTier: string | undefined;
  readonly isByok: boolean;
}

/** What is known of a response when its output has ended. */
export interface OutputEnd {
  /** `error` for an output that an error interrupted; empty if the provider gave no reason. */
  readonly finishReason: string;
  readonly nativeFinishReason: string | null;
  /** The stop sequence that ended the output. */
  readonly stopSequence?: string | undefined;
  readonly usage: Usage;
  /** Tokens among those written to the prompt cache that are stored for an hour. Default: 0. */
  readonly cacheWriteHourTokens?: number;
  readonly metadata: RoutingMetadata | undefined;
  /** The error that interrupted the output. */
  readonly error: OutputError | undefined;
}

/** The error that interrupted an output. */
export interface OutputError {
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
  /** Such as `provider_unavailable`. */
  readonly errorType: string;
  /** Name of the provider. */
  readonly provider: string;
}
