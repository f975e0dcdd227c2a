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
export interface RetryAfterSource {
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
  /** Words in an error code in lower case → HTTP status. The first match counts. */
  readonly statusWords: readonly (readonly [words: RegExp, status: number])[];
  /** The status of an error that names none. */
  readonly defaultStatus: number;
  /** Fields with the message of an error, in order. */
  readonly messageFields: readonly string[];
}
