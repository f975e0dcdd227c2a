export { Answer, PagedAnswer, type WithResponse } from "./http/api-promise.ts";
export { infoOf, type AnswerInfo } from "./errors/response-info.ts";
export type { ChatEvent } from "./stream/chat-event.ts";
export { ChatStream } from "./stream/chat-stream.ts";
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
} from "./errors/errors.ts";
export type { App, HeadersOption } from "./options/headers.ts";
export type { RateLimit } from "./errors/rate-limit.ts";
export type { Logger, LogLevel } from "./options/logger.ts";
export type { AttemptContext, AttemptEnd, Middleware } from "./options/middleware.ts";
export type { ClientOptions, Key, RequestOptions, Retry, WaitOptions } from "./options/options.ts";
export { OutputError } from "./errors/output-error.ts";
export type { JsonSchema, OutputSchema, OutputTypeOf, SchemaIssue, StandardSchema } from "./schema/output-schema.ts";
export type { Without } from "./http/request.ts";
export { EventStream, type EventFeed } from "./stream/event-stream.ts";
export type { ParsedCompletion } from "./methods/parsed-completion.ts";
export type { Validate } from "./options/response-validator.ts";
export type { FloatEmbedding, FloatEmbeddingList, VectorList } from "./methods/embeddings.ts";
export type { NodeResponse, StreamResponseOptions } from "./stream/web-response.ts";
export type * from "@patchbay/spec";
