import type { OperationId } from "@patchbay/spec";
import type { Rule, RuleReply, ScenarioFile } from "@patchbay/mock-server";

/** One behavior that every SDK must have. `test/cases/README.md` explains each field. Times are in milliseconds. */
export interface Case {
  /** The group, a slash and a name: `retries/waits-as-long-as-the-api-asks`. */
  readonly id: string;
  /** What the SDK does, as a sentence. */
  readonly title: string;
  /** Features that the runner must have, in addition to those that follow from the steps. */
  readonly needs?: readonly Feature[];
  readonly client?: ClientSettings;
  readonly server?: ServerSetup;
  readonly vary?: Vary;
  /** Whether an input that breaks the contract is intended. */
  readonly malformed?: true;
  readonly steps: readonly Step[];
  readonly expect?: CaseExpectation;
}

/** What a runner can lack. The table shows a case as skipped if the runner lacks a feature that it needs. */
export const features = [
  "agent",
  "cancel",
  "embed",
  "fallback",
  "logs",
  "messages",
  "pages",
  "parse",
  "raw",
  "responses",
  "retries",
  "stream",
] as const;

/** A feature of a runner. */
export type Feature = (typeof features)[number];

/** Options of the client. A runner converts them to those of its SDK; what is absent keeps the SDK's default. */
export interface ClientSettings extends CallLimits {
  /** Several keys: one for each attempt, from a function. Null: no key. Default: the inference key of the run. */
  readonly apiKey?: string | readonly string[] | null;
  /** Default: the management key of the run. */
  readonly managementKey?: string | null;
  /** `dead`: a port that refuses connections. Default: the base URL of the run. */
  readonly baseURL?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly app?: { readonly url?: string; readonly title?: string; readonly categories?: readonly string[] };
  /** With a level, the runner reports the lines that the SDK logs. */
  readonly logLevel?: "debug" | "info" | "warn";
}

interface CallLimits {
  readonly timeoutMs?: number;
  readonly idleTimeoutMs?: number;
  readonly totalTimeoutMs?: number;
  readonly maxRetries?: number;
  readonly retryNonIdempotent?: boolean;
}

/** Options of one call. */
export interface CallSettings extends CallLimits {
  readonly idempotencyKey?: string;
  /** Null removes a header. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Query parameters that the contract does not document. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Body fields that the contract does not document. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly poll?: boolean;
}

/** How a runner makes a call and reads the result. */
export const readings = [
  "value",
  "stream",
  "text",
  "events",
  "final",
  "pages",
  "parse",
  "raw",
  "vectors",
  "fallback",
  "run",
] as const;

/** One call. */
export interface Step {
  readonly op: OperationId;
  /** Default: `value`. */
  readonly as?: (typeof readings)[number];
  /** The only key of the client of this step: a kind, `$name` of a kept value, or null for none. */
  readonly key?: string | null;
  /** Client options that differ from those of the case. */
  readonly client?: ClientSettings;
  /** Path parameters, query parameters and body fields in one object. `"$name"` stands for a kept value. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** With `parse`: the JSON Schema of the output. */
  readonly schema?: Readonly<Record<string, unknown>>;
  readonly options?: CallSettings;
  /** With `fallback` and `run`: the models, instead of `input.model`. */
  readonly fallback?: FallbackSettings;
  /** With `run`: the tools, and when the run stops. */
  readonly run?: RunSettings;
  /** With `fallback`: streams, and reads the text while it arrives. The report has it also after an error. */
  readonly streams?: true;
  /** Name → JSON pointer into the value of this step, for later steps and expectations. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Leaves the loop after this number of events, texts or items. */
  readonly stopAfter?: number;
  /** Cancels the call after this time. 0: before it starts. */
  readonly cancelAfterMs?: number;
  /** Waits before the call. */
  readonly waitMs?: number;
  /** Waits after each event, as a slow reader does. */
  readonly pauseMs?: number;
  /** Reads the stream again after its end. */
  readonly readTwice?: true;
  readonly expect?: StepExpectation;
}

/** A fallback over several models. Steps with equal settings share one, with its cooldown. */
export interface FallbackSettings {
  readonly models: readonly string[];
  /** Failure kind → `retry`, `next` or `throw`. */
  readonly actions?: Readonly<Record<string, string>>;
  readonly firstTokenTimeoutMs?: number;
  readonly retryDelayMs?: number;
  readonly cooldown?: { readonly failureThreshold?: number; readonly durationMs?: number };
}

/** A run of the tool loop. */
export interface RunSettings {
  readonly tools?: readonly ToolSettings[];
  readonly maxSteps?: number;
  /** USD as a decimal text. */
  readonly maxCost?: string;
}

/** A tool that returns a result, or fails with a message. */
interface ToolSettings {
  readonly name: string;
  readonly description?: string;
  /** JSON Schema of the arguments. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
  readonly error?: string;
  /** Waits before the result. */
  readonly delayMs?: number;
}

/** What a step must report. A step without `error` must succeed. */
interface StepExpectation {
  readonly value?: Expected;
  readonly parsed?: Expected;
  readonly items?: Expected;
  readonly events?: Expected;
  readonly text?: Expected;
  readonly info?: Readonly<Record<string, Expected>>;
  readonly error?: Readonly<Record<string, Expected>>;
  /** The waits before retries that the SDK announced. */
  readonly retries?: readonly Expected[];
  /** The attempts of a fallback or a run: `model`, `outcome`, `failureKind` and `cost` of each. */
  readonly attempts?: Expected;
  readonly elapsedMs?: Expected;
}

/** What the server must have received, and what the SDK must not show. */
interface CaseExpectation {
  /** All requests in order. */
  readonly requests?: readonly RequestExpectation[];
  /** Milliseconds between each request and the next one. */
  readonly waitsMs?: readonly Expected[];
  readonly logs?: { readonly contain?: readonly string[]; readonly lack?: readonly string[] };
  /** Texts that no error message, printed error or log line contains. */
  readonly lack?: readonly string[];
}

/** What one request must have been. */
export interface RequestExpectation {
  readonly method?: Expected;
  /** The path below the base URL, as it was sent. */
  readonly path?: Expected;
  readonly operation?: Expected;
  /** `inference`, `management` or a secret. Null: none. */
  readonly key?: string | null;
  /** Name → value. Null: absent. */
  readonly headers?: Readonly<Record<string, Expected>>;
  /** List of name and value, in order. */
  readonly query?: Expected;
  /** The JSON body. */
  readonly body?: Expected;
  readonly status?: Expected;
  /** Whether the caller closed the connection before the response was complete. */
  readonly left?: boolean;
}

/**
 * An expected value: a matcher, an object whose only keys begin with `$`; a map of JSON pointers to expected values, an
 * object whose keys begin with `/`; or else the value itself.
 */
export type Expected = unknown;

/** The state and the replies of the server: a scenario, with additions. */
export interface ServerSetup extends Omit<ScenarioFile, "rules"> {
  /** Replies to any request, in order. A single one repeats. */
  readonly replies?: readonly Reply[];
  readonly rules?: readonly (Omit<Rule, "reply"> & { readonly reply: Reply | readonly Reply[] })[];
  /** Closes a connection of the run when it has been idle for this time. Default: never. */
  readonly closeIdleMs?: number;
}

/** A reply of a rule, or a stream by its events. */
export type Reply = RuleReply | SseReply;

/** A stream by its events; sent as a raw response. */
export interface SseReply {
  readonly sse: readonly unknown[];
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: number;
  readonly gap?: number;
  readonly end?: "end" | "cut" | "stall" | "reset";
}

/** Forms of every raw response of the case. Each combination is a variant. */
interface Vary {
  readonly split?: readonly Split[];
  readonly newline?: readonly Newline[];
}

/** Where the bytes are split into writes. */
export type Split = "whole" | "event" | "line" | "byte" | number | readonly number[];

/** The line ends of a stream. */
export type Newline = "lf" | "crlf" | "cr";

/** What a runner reports about a step. */
export interface StepReport {
  readonly value?: unknown;
  readonly parsed?: unknown;
  readonly items?: readonly unknown[];
  readonly events?: readonly unknown[];
  readonly text?: string;
  readonly info?: Readonly<Record<string, unknown>>;
  readonly error?: Readonly<Record<string, unknown>>;
  readonly retries?: readonly number[];
  readonly attempts?: readonly unknown[];
  readonly elapsedMs?: number;
  /** Whether the call changed the caller's input. */
  readonly inputChanged?: boolean;
}

/** What a runner reports about a run. */
export interface RunReport {
  readonly steps: readonly StepReport[];
  readonly logs?: readonly string[];
}

/** A difference between what was expected and what happened. */
export interface Problem {
  /** JSON pointer into the report, or `/requests/…` for what the server received. */
  readonly at: string;
  readonly expected: unknown;
  readonly actual: unknown;
}
