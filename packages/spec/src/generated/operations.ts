// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { OperationInfo, RetryPolicy } from "../operation.ts";

/** Every operation of the contract as data: enough to send it or to route it. */
export const operations: { readonly [Id in OperationId]: OperationInfo } = {
  "chat.completions.create": {
    id: "chat.completions.create",
    method: "POST",
    path: "/chat/completions",
    auth: "inference",
    headers: [
      "X-OpenRouter-Metadata",
      "x-session-id",
      "x-anthropic-beta",
      "X-OpenRouter-Cache",
      "X-OpenRouter-Cache-TTL",
      "X-OpenRouter-Cache-Clear",
      "HTTP-Referer",
      "X-OpenRouter-Title",
      "X-Title",
      "X-OpenRouter-Categories",
    ],
    body: "json",
    status: 200,
    stream: {
      verb: "stream",
      done: "[DONE]",
    },
    idempotent: false,
    errors: [400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 502, 503, 524, 529],
  },
  "embeddings.create": {
    id: "embeddings.create",
    method: "POST",
    path: "/embeddings",
    auth: "inference",
    headers: [
      "x-session-id",
      "X-OpenRouter-Cache",
      "X-OpenRouter-Cache-TTL",
      "X-OpenRouter-Cache-Clear",
      "HTTP-Referer",
      "X-OpenRouter-Title",
      "X-Title",
      "X-OpenRouter-Categories",
    ],
    body: "json",
    status: 200,
    idempotent: false,
    errors: [400, 401, 402, 403, 404, 408, 413, 429, 500, 502, 503, 524, 529],
  },
  "embeddings.models": {
    id: "embeddings.models",
    method: "GET",
    path: "/embeddings/models",
    auth: "optional",
    queryParameters: {
      offset: "integer",
      limit: "integer",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "data",
      total: "total_count",
      next: "links.next",
    },
    errors: [400, 500],
  },
  "rerank.create": {
    id: "rerank.create",
    method: "POST",
    path: "/rerank",
    auth: "inference",
    headers: ["x-session-id", "HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    body: "json",
    status: 200,
    idempotent: false,
    errors: [400, 401, 402, 403, 404, 413, 429, 500, 502, 503, 524, 529],
  },
  "models.list": {
    id: "models.list",
    method: "GET",
    path: "/models",
    auth: "optional",
    queryParameters: {
      q: "string",
      sort: "string",
      category: "string",
      supported_parameters: "string",
      input_modalities: "string",
      output_modalities: "string",
      context: "integer",
      min_price: "number",
      max_price: "number",
      min_output_price: "number",
      max_output_price: "number",
      arch: "string",
      model_authors: "string",
      providers: "string",
      distillable: "string",
      zdr: "string",
      region: "string",
      min_age_days: "integer",
      max_age_days: "integer",
      min_intelligence_index: "number",
      max_intelligence_index: "number",
      min_coding_index: "number",
      max_coding_index: "number",
      min_agentic_index: "number",
      max_agentic_index: "number",
      min_tool_success_rate: "number",
      max_tool_success_rate: "number",
      offset: "integer",
      limit: "integer",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "data",
      total: "total_count",
      next: "links.next",
    },
    errors: [400, 403, 500],
  },
  "models.count": {
    id: "models.count",
    method: "GET",
    path: "/models/count",
    auth: "optional",
    queryParameters: {
      output_modalities: "string",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [400, 403, 500],
  },
  "models.user": {
    id: "models.user",
    method: "GET",
    path: "/models/user",
    auth: "inference",
    queryParameters: {
      output_modalities: "string",
      offset: "integer",
      limit: "integer",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    pagination: {
      style: "offset",
      offset: "offset",
      limit: "limit",
      items: "data",
      total: "total_count",
      next: "links.next",
    },
    errors: [401, 403, 404, 500],
  },
  "models.get": {
    id: "models.get",
    method: "GET",
    path: "/model/{author}/{slug}",
    auth: "optional",
    pathParameters: ["author", "slug"],
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [403, 404, 500],
  },
  "models.endpoints": {
    id: "models.endpoints",
    method: "GET",
    path: "/models/{author}/{slug}/endpoints",
    auth: "optional",
    pathParameters: ["author", "slug"],
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [403, 404, 500],
  },
  "endpoints.zdr": {
    id: "endpoints.zdr",
    method: "GET",
    path: "/endpoints/zdr",
    auth: "optional",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [403, 500],
  },
  "providers.list": {
    id: "providers.list",
    method: "GET",
    path: "/providers",
    auth: "optional",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [500],
  },
  "credits.get": {
    id: "credits.get",
    method: "GET",
    path: "/credits",
    auth: "management",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [401, 403, 500],
  },
  "key.get": {
    id: "key.get",
    method: "GET",
    path: "/key",
    auth: "inference",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [401, 500],
  },
  "keys.list": {
    id: "keys.list",
    method: "GET",
    path: "/keys",
    auth: "management",
    queryParameters: {
      include_disabled: "boolean",
      workspace_id: "string",
      offset: "integer",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    pagination: {
      style: "offset",
      offset: "offset",
      items: "data",
    },
    errors: [400, 401, 403, 429, 500],
  },
  "keys.create": {
    id: "keys.create",
    method: "POST",
    path: "/keys",
    auth: "management",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    body: "json",
    status: 201,
    idempotent: false,
    errors: [400, 401, 403, 429, 500],
  },
  "keys.get": {
    id: "keys.get",
    method: "GET",
    path: "/keys/{hash}",
    auth: "management",
    pathParameters: ["hash"],
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [401, 403, 404, 429, 500],
  },
  "keys.update": {
    id: "keys.update",
    method: "PATCH",
    path: "/keys/{hash}",
    auth: "management",
    pathParameters: ["hash"],
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    body: "json",
    status: 200,
    idempotent: true,
    errors: [400, 401, 403, 404, 429, 500],
  },
  "keys.delete": {
    id: "keys.delete",
    method: "DELETE",
    path: "/keys/{hash}",
    auth: "management",
    pathParameters: ["hash"],
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [401, 403, 404, 429, 500],
  },
  "generations.get": {
    id: "generations.get",
    method: "GET",
    path: "/generation",
    auth: "inference",
    queryParameters: {
      id: "string",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [401, 402, 404, 429, 500, 502, 524, 529],
  },
  "generations.content": {
    id: "generations.content",
    method: "GET",
    path: "/generation/content",
    auth: "inference",
    queryParameters: {
      id: "string",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [401, 403, 404, 429, 500, 502, 524, 529],
  },
  "activity.list": {
    id: "activity.list",
    method: "GET",
    path: "/activity",
    auth: "management",
    queryParameters: {
      date: "string",
      api_key_hash: "string",
      user_id: "string",
      group_by: "string",
      workspace_id: "string",
    },
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    status: 200,
    idempotent: true,
    errors: [400, 401, 403, 404, 500],
  },
  "auth.createCode": {
    id: "auth.createCode",
    method: "POST",
    path: "/auth/keys/code",
    auth: "inference",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    body: "json",
    status: 200,
    idempotent: false,
    errors: [400, 401, 403, 409, 500],
  },
  "auth.exchangeCode": {
    id: "auth.exchangeCode",
    method: "POST",
    path: "/auth/keys",
    auth: "optional",
    headers: ["HTTP-Referer", "X-OpenRouter-Title", "X-Title", "X-OpenRouter-Categories"],
    body: "json",
    status: 200,
    idempotent: false,
    errors: [400, 403, 500],
  },
};

/** Which failures deserve another try, and how long to wait. */
export const retryPolicy: RetryPolicy = {
  statuses: [408, 409, 429, 500, 502, 503, 504, 524, 529],
  maxRetries: 2,
  initialDelayMs: 500,
  maxDelayMs: 8000,
  maxRetryAfterMs: 60000,
};

/** HTTP status → the stable code on which callers branch. */
export const errorCodes: Readonly<Record<number, ErrorCode>> = {
  "400": "bad_request",
  "401": "unauthorized",
  "402": "insufficient_credits",
  "403": "forbidden",
  "404": "not_found",
  "408": "request_timeout",
  "409": "conflict",
  "413": "payload_too_large",
  "422": "unprocessable",
  "429": "rate_limited",
  "500": "server_error",
  "502": "provider_unavailable",
  "503": "service_unavailable",
  "524": "edge_timeout",
  "529": "provider_overloaded",
};

/** Stable reasons for which the service refuses a request. */
export type ErrorCode =
  | "bad_request"
  | "unauthorized"
  | "insufficient_credits"
  | "forbidden"
  | "not_found"
  | "request_timeout"
  | "conflict"
  | "payload_too_large"
  | "unprocessable"
  | "rate_limited"
  | "server_error"
  | "provider_unavailable"
  | "service_unavailable"
  | "edge_timeout"
  | "provider_overloaded";

/** The public names of all operations. */
export type OperationId =
  | "chat.completions.create"
  | "embeddings.create"
  | "embeddings.models"
  | "rerank.create"
  | "models.list"
  | "models.count"
  | "models.user"
  | "models.get"
  | "models.endpoints"
  | "endpoints.zdr"
  | "providers.list"
  | "credits.get"
  | "key.get"
  | "keys.list"
  | "keys.create"
  | "keys.get"
  | "keys.update"
  | "keys.delete"
  | "generations.get"
  | "generations.content"
  | "activity.list"
  | "auth.createCode"
  | "auth.exchangeCode";
