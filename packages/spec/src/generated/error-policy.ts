// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { ErrorPolicy } from "../policies.ts";
import type { ErrorCode, ErrorStatus } from "./names.ts";

/** HTTP status → the stable code on which callers branch. */
export const errorCodes: Readonly<Record<ErrorStatus, ErrorCode>> = {
  "400": "bad_request",
  "401": "unauthorized",
  "402": "insufficient_credits",
  "403": "forbidden",
  "404": "not_found",
  "408": "request_timeout",
  "409": "conflict",
  "413": "payload_too_large",
  "415": "unsupported_media_type",
  "422": "unprocessable",
  "429": "rate_limited",
  "500": "server_error",
  "502": "provider_unavailable",
  "503": "service_unavailable",
  "504": "gateway_timeout",
  "524": "edge_timeout",
  "529": "provider_overloaded",
};

/** Words in providers' error codes → HTTP status. The first match counts. */
const statusWords: ErrorPolicy["statusWords"] = [
  [/rate.?limit|too.?many|quota|exhausted|throttl/, 429],
  [/overload|capacity/, 503],
  [/payment|insufficient|billing/, 402],
  [/authenti|unauthorized|api.?key/, 401],
  [/permission|forbidden/, 403],
  [/not.?found/, 404],
  [/payload|request_too_large/, 413],
  [/unprocessable/, 422],
  [/context|token|too_(long|large|small)|content_policy|refusal|image|invalid|bad.?request/, 400],
  [/timeout|timed.?out|deadline/, 504],
  [/network|upstream|provider|gateway/, 502],
  [/unavailable/, 503],
];

/** How a client reads errors. */
export const errorPolicy: ErrorPolicy = {
  statusWords,
  defaultStatus: 500,
  messageFields: [
    "message",
    "Message",
    "error",
    "errors",
    "detail",
    "msg",
    "error_description",
    "error_message",
    "errorMessage",
    "reason",
    "0",
  ],
};
