import { errorPolicy, type ErrorDetail } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { cut, toJson } from "./error-text.ts";

/**
 * The error in a body or a stream event, in the contract's shape; undefined if it has none. Any `error` that is not
 * null counts, at the top level or in a choice, whatever its shape.
 */
export function detailOf(body: unknown): ErrorDetail | undefined {
  // Google responds with an array of one error.
  if (Array.isArray(body)) return Array.isArray(body[0]) ? undefined : detailOf(body[0]);
  if (!isRecord(body)) return undefined;
  if (reportsError(body.error, "choices" in body)) return toDetail(body.error, body);
  // OpenAI's Responses API reports a failure in a response.
  if (body.object === "response" && body.status === "failed") return toDetail("The response failed", body);
  if (body.object === "error" || body.type === "error") return toDetail(body);
  const { choices } = body;
  if (choices === undefined) return detailWithoutChoices(body);
  if (!Array.isArray(choices)) return undefined;
  for (const choice of choices) {
    const detail = isRecord(choice) ? detailOfChoice(choice) : undefined;
    if (detail) return detail;
  }
  return undefined;
}

/**
 * Converts any value in the place of an error to the contract's shape: a string, a number, an object of another API. Some
 * APIs put facts of the error next to it, into the body.
 */
function toDetail(error: unknown, body: Readonly<Record<string, unknown>> = {}): ErrorDetail {
  let record = isRecord(error) ? error : {};
  // Some gateways wrap a provider's error in another error.
  for (let depth = 0; depth < 9 && isRecord(record.error); depth++) record = record.error;
  const {
    code,
    status,
    status_code: statusCode,
    type,
    error_type: kind = body.error_type,
    availability,
    ...rest
  } = record;
  const metadata = [record.metadata, body.type === "error" && body.metadata].find(isRecord);
  const words = [Number(code) >= 400 && code, kind, code, status, statusCode, type].filter(
    (word) => typeof word === "string" || typeof word === "number",
  );
  const detail = {
    ...rest,
    code: words.find((word) => toStatus(word) !== undefined) ?? words[0] ?? defaultStatus,
    message: messageOf(isRecord(error) ? record : error),
    metadata,
    // A number is a status, and `error` is the type of an event.
    error_type: [metadata?.error_type, ...words].find((word) => typeof word === "string" && /^(?!error$)\D/.test(word)),
    availability: isRecord(availability) ? availability : undefined,
  };
  return detail as ErrorDetail & typeof detail;
}

/** The HTTP status of an error; 500 when it names none. */
export function statusOf({ code }: ErrorDetail): number {
  return toStatus(code) ?? defaultStatus;
}

/** The message of an error of any shape, up to 1,000 characters. */
export function messageOf(error: unknown): string {
  return cut(findMessage(error) ?? toJson(error), 1000);
}

/** The value at a path such as `availability.retryable`. */
export function readPath(value: unknown, path: string): unknown {
  return path.split(".").reduce((node, name) => (isRecord(node) ? node[name] : undefined), value);
}

/** The advice for a response that cannot be read. */
export const resend = "The provider or a proxy sent malformed data. Send the request again, or use another model.";

const { defaultStatus, messageFields } = errorPolicy;

/** The message in an error of any shape; undefined if there is none. */
export function findMessage(error: unknown, depth = 0): string | undefined {
  if (typeof error === "string")
    return (depth < 8 && findMessage(parsed(error), depth + 1)) || error.trim() || undefined;
  if (!isRecord(error) || depth > 8) return undefined;
  for (const name of messageFields) {
    const text = findMessage(error[name], depth + 1);
    if (text) return text;
  }
  return undefined;
}

/** Parses a text that is JSON, or a stream event with JSON. Gateways put a provider's whole response into a string. */
function parsed(text: string): unknown {
  const [, json] = /^\s*(?:(?:event:[^\n]*\n)?data:)?\s*([[{"].*)/s.exec(text) ?? [];
  try {
    return json && JSON.parse(text.includes("data:") ? json.split("\n")[0]! : json);
  } catch {
    return undefined;
  }
}

/** Whether a field reports an error. Some gateways send `error: ""` or `error: false` with every response. */
function reportsError(error: unknown, hasResponse: boolean): boolean {
  return error !== undefined && error !== null && (Boolean(error) || !hasResponse);
}

/** The error in a body without `choices` and `error`: gateways send a status with a message, or an array of errors. */
function detailWithoutChoices(body: Record<string, unknown>): ErrorDetail | undefined {
  const { code, status, status_code: statusCode, message, errors } = body;
  if (Array.isArray(errors) && errors.length > 0) return toDetail(errors[0]);
  const isFailure = typeof message === "string" && [code, status, statusCode].some((one) => Number(one) >= 400);
  return isFailure ? toDetail(body) : undefined;
}

function detailOfChoice(choice: Record<string, unknown>): ErrorDetail | undefined {
  if (reportsError(choice.error, "message" in choice || "delta" in choice)) return toDetail(choice.error);
  for (const part of [choice.delta, choice.message])
    if (isRecord(part) && reportsError(part.error, true)) return toDetail(part.error);
  const { finish_reason: reason, native_finish_reason: native } = choice;
  if (!failureReason.test(String(reason)) && !failureReason.test(String(native))) return undefined;
  const nativeReason = native === undefined || native === null ? "" : ` (${JSON.stringify(native)})`;
  return {
    code: 502,
    message: `The provider ended the completion with an error, finish_reason ${JSON.stringify(reason)}${nativeReason}`,
  };
}

/** Finish reasons that mean a failure. Cohere writes them in capitals. */
const failureReason = /^(?:network_)?error$/i;

function toStatus(code: unknown): number | undefined {
  const status = typeof code === "string" && code.trim() === "" ? Number.NaN : Number(code);
  if (Number.isInteger(status)) return status >= 400 && status < 600 ? status : undefined;
  if (typeof code !== "string") return undefined;
  const word = code.toLowerCase();
  return errorPolicy.statusWords.find(([pattern]) => pattern.test(word))?.[1];
}
