// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { FailureRule, FallbackAction, Phrases } from "../models/fallback-policy.ts";

/**
 * The kind of failure of an attempt. It decides what the agent does next.
 * - `connection`: the request was not sent (connection refused, unknown host, no route).
 * - `ambiguous`: the connection failed after the request was sent. It may have been answered and billed.
 * - `timeout`: no response arrived in time, or the stream went silent before any output.
 * - `unauthorized`: the API key was rejected (401).
 * - `insufficient_credits`: the balance does not cover the request (402).
 * - `forbidden`: moderation, a guardrail, or a key of the wrong kind (403).
 * - `not_found`: the model does not exist, or no provider may serve it (404, or 400 for an unknown model name).
 * - `context_length_exceeded`: prompt and completion are too long for the model.
 * - `bad_request`: the request is invalid (other 4xx).
 * - `transient`: a temporary conflict or timeout of the API (408, 409, 425).
 * - `rate_limited`: too many requests (429).
 * - `server_error`: the API or the provider failed (5xx).
 * - `stream_interrupted`: the stream broke before any output, the body is unusable, or the completion failed after part of it. It may be billed.
 * - `after_output`: the attempt failed after output was shown.
 * - `empty_response`: the completion has no text and no tool calls.
 * - `rejected`: `accept` rejected the completion.
 * - `unknown`: anything else.
 */
export type FailureKind =
  | "connection"
  | "ambiguous"
  | "timeout"
  | "unauthorized"
  | "insufficient_credits"
  | "forbidden"
  | "not_found"
  | "context_length_exceeded"
  | "bad_request"
  | "transient"
  | "rate_limited"
  | "server_error"
  | "stream_interrupted"
  | "after_output"
  | "empty_response"
  | "rejected"
  | "unknown";

/** Failure kind → default reaction. */
export const defaultFallbackActions: Readonly<Record<FailureKind, FallbackAction>> = {
  connection: "retry",
  ambiguous: "next",
  timeout: "next",
  unauthorized: "throw",
  insufficient_credits: "throw",
  forbidden: "throw",
  not_found: "next",
  context_length_exceeded: "next",
  bad_request: "throw",
  transient: "retry",
  rate_limited: "next",
  server_error: "retry",
  stream_interrupted: "next",
  after_output: "throw",
  empty_response: "retry",
  rejected: "next",
  unknown: "throw",
};

/** Failures that may be billed although no response arrived. */
export const mayBeBilled: ReadonlySet<FailureKind> = new Set([
  "ambiguous",
  "timeout",
  "stream_interrupted",
  "after_output",
]);

/** Failures that the model causes, not the request. */
export const blamesModel: ReadonlySet<FailureKind> = new Set([
  "connection",
  "ambiguous",
  "timeout",
  "transient",
  "server_error",
  "stream_interrupted",
  "after_output",
  "unknown",
]);

/** Failures that every other model would have as well. */
export const sameForAll: ReadonlySet<FailureKind> = new Set(["unauthorized", "insufficient_credits"]);

/** The first rule whose conditions all hold classifies an error. */
export const failureRules: readonly FailureRule<FailureKind>[] = [
  {
    shown: true,
    kind: "after_output",
  },
  {
    error: "timeout",
    kind: "timeout",
  },
  {
    error: "connection",
    requestSent: true,
    kind: "ambiguous",
  },
  {
    error: "connection",
    kind: "connection",
  },
  {
    error: "stream",
    kind: "stream_interrupted",
  },
  {
    error: "api",
    types: ["context_length_exceeded", "max_tokens_exceeded", "token_limit_exceeded", "string_too_long"],
    kind: "context_length_exceeded",
  },
  {
    error: "api",
    statuses: [413],
    kind: "context_length_exceeded",
  },
  {
    error: "api",
    statuses: [400, 422],
    statusFrom: 500,
    says: "too_long",
    kind: "context_length_exceeded",
  },
  {
    error: "api",
    statuses: [400],
    says: "unknown_model",
    kind: "not_found",
  },
  {
    error: "api",
    statuses: [401],
    kind: "unauthorized",
  },
  {
    error: "api",
    statuses: [402],
    kind: "insufficient_credits",
  },
  {
    error: "api",
    statuses: [403],
    kind: "forbidden",
  },
  {
    error: "api",
    statuses: [404],
    kind: "not_found",
  },
  {
    error: "api",
    statuses: [408, 409, 425],
    kind: "transient",
  },
  {
    error: "api",
    statuses: [429],
    kind: "rate_limited",
  },
  {
    error: "api",
    statusFrom: 400,
    statusBelow: 500,
    kind: "bad_request",
  },
  {
    error: "api",
    hasOutput: true,
    kind: "stream_interrupted",
  },
  {
    error: "api",
    kind: "server_error",
  },
  {
    kind: "unknown",
  },
];

/** How providers word a failure. */
export const phrases: Readonly<Record<string, Phrases>> = {
  unknown_model: { in: "message", any: /is not a valid model id/ },
  too_long: {
    certain:
      /maximum (?:context|prompt) length|too long to fit|context[ _](?:length|window|limit|size)[ _]exceed|exceed.{0,40}context (?:length|window|limit|size)|(?:input|prompt) token counts? .{0,20}exceed/,
    any: /context[ _-]?(?:length|window|size|limit)|maximum context|max_context|n_ctx|(?:prompt|inputs?|conversation|request) (?:is |are |was |has )?too (?:long|large|many tokens)|(?:input|prompt|request)(?: token)?s?(?: length| count| size)?\b.{0,40}(?:exceed|longer than|over the limit|must have less than)|token[ _]?(?:count|limit|s)?\b.{0,40}(?:exceed|too (?:many|large)|limit(?:_| was )reached|longer than|greater than the max)|exceed(?:s|ed|ing)?.{0,40}(?:token|context|prompt length|input length|max(?:imum)? length)|too many (?:input |prompt |total )?tokens|max(?:imum)?[ _](?:allowed |number of |input |prompt |sequence |model )*(?:prompt |input )?(?:length|tokens)|model_max_prompt_tokens|tokens_limit_reached|string_above_max_length|string too long|body too large for|range of input length|length of the (?:messages|prompt|input)|reduce (?:the length|your (?:prompt|input)|the (?:prompt|input))|`inputs` tokens \+ `max_new_tokens`|input tokens?\b.{0,60}context|expected maxlength: \d{5,}/,
    unless:
      /\b(?:quota|credits?|afford|array too long|allowed number of output tokens)\b|max_\w*tokens\W+(?:is too large|\d+ >)|(?:name|user|id|key|description|metadata\S*)'?: string too long|\b(?:image|file|audio|video|pdf|document|schema|tool name|stop sequence)s?\b|tokens? per (?:min|day|hour|second)|\bt(?:pm|pd)\b|thrott|must be (?:an? )?(?:integer|number|positive|greater|at least)|invalid type|not supported|unsupported/,
  },
};

/** Milliseconds before a failed model is requested again, and of the cooldown. */
export const fallbackSettings = {
  retryDelayMs: 250,
  maxRetryAfterMs: 60000,
  cooldown: {
    failures: 3,
    durationMs: 30000,
    rateLimitMs: 5000,
    notFoundMs: 60000,
  },
};
