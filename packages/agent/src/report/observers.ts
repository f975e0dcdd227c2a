import type { ChatCompletionMessage, ChatCompletionRequest, ToolCall, Usage } from "@patchbay/client";
import type { RunEvent } from "./events.ts";
import type { TokenUsage } from "./run-report.ts";

/** The start of a span: a run, a step, a model request or a tool call. */
export type SpanStart =
  | {
      readonly type: "run";
      readonly agent: string | undefined;
      readonly conversation: string;
      /** The models that the run may use. */
      readonly models: readonly string[];
    }
  | { readonly type: "step"; readonly step: number }
  /** One request to a model. */
  | {
      readonly type: "attempt";
      readonly model: string;
      readonly streams: boolean;
      readonly request: ChatCompletionRequest;
    }
  | { readonly type: "tool"; readonly call: ToolCall; readonly description: string | undefined };

/** The end of a span. Fields that do not apply are omitted. */
export interface SpanEnd {
  /** The thrown error, or the error of a tool as the model receives it. */
  readonly error?: unknown;
  /** The failure kind of a tool call, or the name of the error. */
  readonly failureKind?: string | undefined;
  /** Whether it was canceled, because another model was faster or the run ended. */
  readonly cancelled?: boolean;
  /** Why a run stopped. */
  readonly stopReason?: string;
  /** USD; omitted if unknown. */
  readonly cost?: number | undefined;
  /** The tokens of a run, sub-agents included. */
  readonly tokens?: TokenUsage;
  readonly usage?: Usage | undefined;
  /** The responding model. */
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
  /** Id of the generation. */
  readonly generationId?: string | undefined;
  readonly finishReason?: string | null | undefined;
  /** Milliseconds until the first token of a streamed completion. */
  readonly timeToFirstTokenMs?: number | undefined;
  readonly message?: ChatCompletionMessage;
  /** The output of a tool. */
  readonly output?: unknown;
}

/** A span in progress. */
export interface ObserverSpan {
  /**
   * Calls `work` once, synchronously, with this span as the active one, so that spans that `work` creates become its
   * children. Default: `work` runs without a context.
   */
  readonly runInContext?: (work: () => void) => void;
  /** Called once, after all child spans have ended. */
  readonly end: (end: SpanEnd) => void;
}

/**
 * Receives the events and spans of a run. An error that it throws does not affect the run; the first one of each
 * observer is logged to the console.
 */
export interface Observer {
  readonly onEvent?: (event: RunEvent) => void;
  /** `parent` is the span that this observer returned for the surrounding activity. */
  readonly onSpanStart?: (activity: SpanStart, parent: ObserverSpan | undefined) => ObserverSpan | undefined;
}

/** The observers of a run, and their spans of one activity. */
export interface ObserverContext {
  /** Whether there are no observers. */
  readonly isIdle: boolean;
  /** Starts a child span. */
  readonly begin: (activity: SpanStart) => ObserverContext;
  /** Runs work within the span, exactly once, whatever the observers do. */
  readonly within: <T>(work: () => T) => T;
  /** Forwards the events of a generator; each part of it runs within the span. */
  readonly around: <Event, Result>(events: AsyncGenerator<Event, Result>) => AsyncGenerator<Event, Result>;
  /** Ends the span, once. Open child spans are canceled first, the innermost before the others. */
  readonly end: (end: SpanEnd) => void;
  /** Sends an event to the observers, except those that also belong to `others`. */
  readonly event: (event: RunEvent, others?: ObserverContext) => void;
}
