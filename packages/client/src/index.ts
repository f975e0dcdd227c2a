export { ApiPromise, PagePromise, type WithResponse } from "./http/api-promise.ts";
export { getResponseInfo, type ResponseInfo } from "./errors/response-info.ts";
export type { ChatStreamEvent } from "./chat/chat-event.ts";
export { ChatStream } from "./chat/chat-stream.ts";
export { MessageStream } from "./messages/message-stream.ts";
export { ResponseStream } from "./responses/response-stream.ts";
export { Patchbay, type Client } from "./client.ts";
export {
  ApiError,
  ConnectionError,
  PatchbayError,
  StreamError,
  TimeoutError,
  type PartialResponse,
  type StreamErrorReason,
  type TimeoutPhase,
} from "./errors/errors.ts";
export type { AppInfo, HeadersInput } from "./options/headers.ts";
export type { ApiErrorInit } from "./errors/error-response.ts";
export type { RateLimit } from "./errors/rate-limit.ts";
export type { Logger, LogLevel } from "./options/logger.ts";
export type { AttemptContext, AttemptResult, Middleware } from "./options/middleware.ts";
export type { ClientOptions, ApiKeySource, RequestOptions, RetryEvent, PollOptions } from "./options/options.ts";
export { OutputError } from "./errors/output-error.ts";
export type { JsonSchema, OutputSchema, InferOutput, SchemaIssue, StandardSchema } from "./schema/output-schema.ts";
export type { OmitKnown } from "./http/request.ts";
export { EventStream, type StreamSource } from "./stream/event-stream.ts";
export type { ParsedCompletion } from "./methods/parsed-completion.ts";
export type { ParsedResponse } from "./methods/parsed-response.ts";
export type { ResponseValidator } from "./options/response-validator.ts";
export type { FloatEmbedding, FloatEmbeddingList, EmbeddingVectors } from "./methods/embeddings.ts";
export type { NodeResponse, StreamResponseOptions } from "./stream/web-response.ts";
export type * from "@patchbay/spec";
