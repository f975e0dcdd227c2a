// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
/** Stable error codes of the API, the same in every language. */
export type ErrorCode =
  | "bad_request"
  | "unauthorized"
  | "insufficient_credits"
  | "forbidden"
  | "not_found"
  | "request_timeout"
  | "conflict"
  | "payload_too_large"
  | "unsupported_media_type"
  | "unprocessable"
  | "rate_limited"
  | "server_error"
  | "provider_unavailable"
  | "service_unavailable"
  | "gateway_timeout"
  | "edge_timeout"
  | "provider_overloaded";

/** The error statuses that the contract documents. Any other status is possible. */
export type ErrorStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 408
  | 409
  | 413
  | 415
  | 422
  | 429
  | 500
  | 502
  | 503
  | 504
  | 524
  | 529;

/** The public names of all operations. */
export type OperationId =
  | "chat.completions.create"
  | "responses.create"
  | "messages.create"
  | "messages.countTokens"
  | "embeddings.create"
  | "embeddings.listModels"
  | "rerank.create"
  | "models.list"
  | "models.count"
  | "models.listForUser"
  | "models.get"
  | "models.listEndpoints"
  | "endpoints.listZdr"
  | "providers.list"
  | "credits.get"
  | "keys.getCurrent"
  | "keys.list"
  | "keys.create"
  | "keys.get"
  | "keys.update"
  | "keys.delete"
  | "generations.get"
  | "generations.getContent"
  | "activity.list"
  | "auth.createCode"
  | "auth.exchangeCode";

/** The operations that work without an API key. */
export type PublicOperationId =
  | "embeddings.listModels"
  | "models.list"
  | "models.count"
  | "models.get"
  | "models.listEndpoints"
  | "endpoints.listZdr"
  | "providers.list"
  | "auth.exchangeCode";

/** The operations whose resource becomes available a moment after the request that creates it. */
export type PollableOperationId = "generations.get" | "generations.getContent";
