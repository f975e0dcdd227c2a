import type { Fault, NextStep } from "../failure.ts";

/** A class of failures. `message` replaces the provider's own words, which are not meant for the caller. */
export interface FailureClass {
  readonly fault: Fault;
  readonly next: NextStep;
  readonly status: number;
  readonly errorType: string;
  readonly keyScope?: "account";
  readonly message?: string;
}

/** The gateway's key is not the caller's: a caller who gets 401 or 402 would log in again or buy credits. */
const badKey: FailureClass = {
  fault: "key",
  next: "next-key",
  status: 502,
  errorType: "provider_unavailable",
  message: "The provider rejected the API key of this endpoint.",
};

/** The account of the key has no credit left. */
export const spentKey: FailureClass = {
  ...badKey,
  message: "The provider account of this endpoint has no credit or quota left.",
};

/** The provider does not serve the request, but another one can. */
export const otherEndpoint: FailureClass = {
  fault: "endpoint",
  next: "next-endpoint",
  status: 400,
  errorType: "invalid_request",
};

const unavailable: FailureClass = {
  fault: "provider",
  next: "next-endpoint",
  status: 502,
  errorType: "provider_unavailable",
  message: "The provider returned an error.",
};

const missing: FailureClass = {
  fault: "endpoint",
  next: "next-endpoint",
  status: 502,
  errorType: "provider_unavailable",
  message: "The provider does not have the model of this endpoint.",
};

/** The provider has no capacity. Its other keys have none either. */
export const overloaded: FailureClass = {
  fault: "capacity",
  next: "next-endpoint",
  status: 503,
  errorType: "provider_overloaded",
  message: "The provider is overloaded.",
};

const slow: FailureClass = {
  fault: "provider",
  next: "next-endpoint",
  status: 504,
  errorType: "timeout",
  message: "The provider's request timed out.",
};

/** HTTP status → class. */
const classesByStatus: Readonly<Record<number, FailureClass>> = {
  401: { ...badKey, keyScope: "account" },
  402: { ...spentKey, keyScope: "account" },
  403: badKey,
  404: missing,
  405: missing,
  408: slow,
  410: missing,
  413: { ...otherEndpoint, status: 413, errorType: "payload_too_large" },
  429: {
    fault: "capacity",
    next: "next-key",
    status: 429,
    errorType: "rate_limit_exceeded",
    message: "The provider's rate limit is reached.",
  },
  501: missing,
  503: overloaded,
  504: slow,
  522: slow,
  524: slow,
  529: overloaded,
};

/** The class of a status. */
export function classOf(status: number): FailureClass {
  const known = classesByStatus[status];
  if (known) return known;
  if (status >= 300 && status < 400)
    return { ...unavailable, message: `The provider redirected the request (${status}). Check its \`baseURL\`.` };
  return status >= 400 && status < 500 ? otherEndpoint : unavailable;
}
