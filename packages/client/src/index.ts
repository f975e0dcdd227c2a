export { Answer, PagedAnswer, type WithResponse } from "./answer.ts";
export { infoOf, type AnswerInfo } from "./answer-info.ts";
export type { ChatEvent } from "./chat-event.ts";
export { ChatStream } from "./chat-stream.ts";
export { Patchbay, type Client } from "./client.ts";
export {
  ApiError,
  ConnectionError,
  PatchbayError,
  StreamError,
  TimeoutError,
  type ApiErrorInit,
  type StreamFailure,
  type TimeLimit,
} from "./errors.ts";
export type { App, HeadersOption } from "./headers.ts";
export type { RateLimit } from "./limits.ts";
export type { Logger, LogLevel } from "./log.ts";
export type { AttemptContext, AttemptEnd, Middleware } from "./middleware.ts";
export type { ClientOptions, Key, RequestOptions, Retry, WaitOptions } from "./options.ts";
export { OutputError } from "./output-error.ts";
export type { JsonSchema, OutputSchema, OutputTypeOf, SchemaIssue, StandardSchema } from "./schema.ts";
export type { Without } from "./request.ts";
export { EventStream, type EventFeed } from "./stream.ts";
export type { ParsedCompletion } from "./typed-answer.ts";
export type { Validate } from "./validate.ts";
export type { FloatEmbedding, FloatEmbeddingList, VectorList } from "./vectors.ts";
export type { NodeResponse, StreamResponseOptions } from "./web-response.ts";
export type * from "@patchbay/spec";
