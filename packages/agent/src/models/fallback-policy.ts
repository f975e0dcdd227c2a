/**
 * The reaction to a failure: repeat the request once and then use the next model, use the next model at once, or throw.
 */
export type FallbackAction = "retry" | "next" | "throw";

/** The conditions of a failure kind. Absent conditions hold. */
export interface FailureRule<Kind extends string = string> {
  readonly kind: Kind;
  /** Whether output was shown before the error. */
  readonly shown?: boolean;
  readonly error?: "timeout" | "connection" | "stream" | "api";
  readonly requestSent?: boolean;
  /** The error has one of these types. */
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

/** Patterns for a text in lower case: `certain`, or `any` without `unless`. */
export interface Phrases {
  /** The text is only the message of the error. Absent: also its details. */
  readonly in?: "message";
  readonly certain?: RegExp;
  readonly any?: RegExp;
  readonly unless?: RegExp;
}
