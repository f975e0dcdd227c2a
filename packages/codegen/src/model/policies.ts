import type { Accumulator } from "./merge.ts";

/** How a client of any language behaves, as data: the files of `openapi/policies`. Durations are in milliseconds. */
export interface Policies {
  readonly retryPolicy: RetryPolicy;
  readonly clientPolicy: ClientPolicy;
  readonly errorPolicy: ErrorPolicy;
  readonly fallbackPolicy: FallbackPolicy;
  /** `stream.accumulator` of an operation → how its events add up to the response. */
  readonly mergePolicy: Readonly<Record<string, Accumulator>>;
}

/** Which failures a client retries, and how long it waits. */
export interface RetryPolicy {
  readonly statuses: readonly number[];
  /** Every status from this one on is retryable, including unknown ones. */
  readonly statusFrom: number;
  /** Header that decides instead of the status: `true` or `false`. */
  readonly shouldRetryHeader: string;
  /** Path in the error. If the value is false, the response is not retryable. The header takes precedence. */
  readonly retryableField: string;
  /** Which requests are repeated if the first one may have succeeded: those that are idempotent. */
  readonly unknownOutcome: "idempotent_only";
  /** Sent with every attempt of an operation that is not idempotent. */
  readonly idempotencyHeader: string;
  readonly maxRetries: number;
  readonly initialDelayMs: number;
  /** Factor between the delays of two retries. */
  readonly multiplier: number;
  readonly maxDelayMs: number;
  /** `full`: the delay is multiplied by a random number from 0 to 1. */
  readonly jitter: "full";
  /** Where a response says how long to wait. The first one that is a number of 0 or more counts. */
  readonly retryAfter: readonly RetryAfterSource[];
  /** A response that asks for a longer wait is not retryable. */
  readonly maxRetryAfterMs: number;
}

/** One place with the wait that a response asks for: a header, a path in the error, or a header of the rate limit. */
interface RetryAfterSource {
  readonly header?: string;
  readonly field?: string;
  readonly rateLimit?: "reset";
  readonly format: "ms" | "s" | "http_date" | "unix_time";
  /** Absent for every status. */
  readonly statuses?: readonly number[];
}

/** Defaults of a client, and the headers of responses that it reads. */
export interface ClientPolicy {
  readonly baseURL: string;
  readonly defaults: {
    readonly timeoutMs: number;
    readonly idleTimeoutMs: number;
    /** Null: unlimited. */
    readonly totalTimeoutMs: number | null;
    readonly retryNonIdempotent: boolean;
    readonly logLevel: string;
  };
  /** Option → environment variable with its default. */
  readonly environment: { readonly apiKey: string; readonly baseURL: string; readonly logLevel: string };
  /** How to wait for the resource of an operation that is `pollable`, while the response has this status. */
  readonly poll: { readonly status: number; readonly delayMs: number; readonly maxAttempts: number };
  readonly headers: {
    /** The first one that the response has counts. */
    readonly requestId: readonly string[];
    readonly generationId: readonly string[];
    /** `field` is the path in the error of an object that repeats these headers. */
    readonly rateLimit: {
      readonly limit: string;
      readonly remaining: string;
      readonly reset: string;
      readonly field: string;
    };
  };
}

/** How a client reads errors. */
export interface ErrorPolicy {
  /** Known values of `metadata.error_type`, in the order of the contract. */
  readonly types: readonly ErrorTypeInfo[];
  /** Patterns of words in an error code in lower case. The first match is the status. */
  readonly statusWords: readonly { readonly pattern: string; readonly status: number }[];
  /** The status of an error that names none. */
  readonly defaultStatus: number;
  /** Fields with the message of an error, in order. */
  readonly messageFields: readonly string[];
}

export interface ErrorTypeInfo {
  readonly type: string;
  readonly status: number;
  /** Whether the retry policy repeats a request with this status. */
  readonly retryable: boolean;
  readonly description: string;
}

/** How a failed attempt is classified, and what a fallback over several models does next. */
export interface FallbackPolicy {
  readonly kinds: readonly FailureKindInfo[];
  /** The first rule whose conditions all hold classifies an error. The last rule has no condition. */
  readonly rules: readonly FailureRule[];
  /** Name → phrases that a rule looks for. */
  readonly phrases: Readonly<Record<string, Phrases>>;
  readonly retryDelayMs: number;
  readonly maxRetryAfterMs: number;
  readonly cooldown: {
    /** Consecutive failures that blame the model. */
    readonly failures: number;
    readonly durationMs: number;
    /** After a rate limit, unless the response says how long. */
    readonly rateLimitMs: number;
    readonly notFoundMs: number;
  };
}

export interface FailureKindInfo {
  readonly kind: string;
  readonly description: string;
  /** The default: repeat the request once and then use the next model, use the next model at once, or throw. */
  readonly action: "retry" | "next" | "throw";
  /** Whether the attempt may be charged although no response arrived. */
  readonly mayBeBilled: boolean;
  /** Whether the model counts as failed for the cooldown. */
  readonly blamesModel: boolean;
  /** Whether every other model would fail as well. */
  readonly sameForAll: boolean;
}

/** The conditions of a kind. Absent conditions hold. */
interface FailureRule {
  readonly kind: string;
  /** Whether output was shown before the error. */
  readonly shown?: boolean;
  readonly error?: "timeout" | "connection" | "stream" | "api";
  readonly requestSent?: boolean;
  /** The error has one of these values of `metadata.error_type`. */
  readonly types?: readonly string[];
  /** The status is one of `statuses`, or in the range from `statusFrom` to before `statusBelow`. */
  readonly statuses?: readonly number[];
  readonly statusFrom?: number;
  readonly statusBelow?: number;
  /** Name of phrases that the error matches. */
  readonly says?: string;
  /** The body of a success is unusable, or the error contains text of the model. */
  readonly hasOutput?: boolean;
}

/** Patterns for a text in lower case: one of `certain`, or one of `any` and none of `unless`. */
interface Phrases {
  /** The text is only the message of the error. Absent: also its details. */
  readonly in?: "message";
  readonly certain?: readonly string[];
  readonly any?: readonly string[];
  readonly unless?: readonly string[];
}
