import type { ErrorDetail } from "@patchbay/spec";

/**
 * The error that a body or a stream event carries, in the contract's shape; `undefined` if it carries none. Any `error`
 * that is not null counts, at the top or in a choice, whatever its shape.
 */
export function detailOf(body: unknown): ErrorDetail | undefined {
  // Google answers with a list of one error.
  if (Array.isArray(body)) return Array.isArray(body[0]) ? undefined : detailOf(body[0]);
  if (!isRecord(body)) return undefined;
  if (says(body.error, "choices" in body)) return toDetail(body.error);
  if (body.object === "error" || body.type === "error") return toDetail(body);
  const { choices } = body;
  if (choices === undefined) return detailBesideNothing(body);
  if (!Array.isArray(choices)) return undefined;
  for (const choice of choices) {
    const detail = isRecord(choice) ? detailOfChoice(choice) : undefined;
    if (detail) return detail;
  }
  return undefined;
}

/** Anything that stands where an error is expected, in the contract's shape: a string, a number, an object of another API. */
function toDetail(error: unknown): ErrorDetail {
  let record = isRecord(error) ? error : {};
  // Some gateways wrap the error of a provider in one of their own.
  for (let depth = 0; depth < 9 && isRecord(record.error); depth++) record = record.error;
  const { code, status, status_code: statusCode, type, metadata, availability, ...rest } = record;
  const words = [code, status, statusCode, type].filter((word) => typeof word === "string" || typeof word === "number");
  const detail = {
    ...rest,
    code: words.find((word) => toStatus(word) !== undefined) ?? words[0] ?? serverError,
    message: messageOf(isRecord(error) ? record : error),
    metadata: isRecord(metadata) ? metadata : undefined,
    availability: isRecord(availability) ? availability : undefined,
  };
  return detail as ErrorDetail;
}

/** The HTTP status that an error detail stands for; 500 when it names none. */
export function statusOf({ code }: ErrorDetail): number {
  return toStatus(code) ?? serverError;
}

/** The sentence of an error of any shape, at most 1,000 characters. */
export function messageOf(error: unknown): string {
  return cut(sentenceOf(error) ?? toJson(error), 1000);
}

/** The first characters of a text; never half of a surrogate pair. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** JSON of anything; the kind alone of what has no JSON, such as lists in lists in lists without end. */
export function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return `[${typeof value}]`;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const serverError = 500;

/** Where other APIs put the sentence of an error. */
const sentences = "message Message error errors detail msg error_description error_message errorMessage reason 0".split(
  " ",
);

/** The sentence in an error of any shape; `undefined` if there is none. */
export function sentenceOf(error: unknown, depth = 0): string | undefined {
  if (typeof error === "string")
    return (depth < 8 && sentenceOf(parsed(error), depth + 1)) || error.trim() || undefined;
  if (!isRecord(error) || depth > 8) return undefined;
  for (const name of sentences) {
    const text = sentenceOf(error[name], depth + 1);
    if (text) return text;
  }
  return undefined;
}

/** The value of a text that is JSON, or an event of a stream with JSON; gateways put the whole answer of a provider into a text. */
function parsed(text: string): unknown {
  const [, json] = /^\s*(?:(?:event:[^\n]*\n)?data:)?\s*([[{"].*)/s.exec(text) ?? [];
  try {
    return json && JSON.parse(text.includes("data:") ? json.split("\n")[0]! : json);
  } catch {
    return undefined;
  }
}

/** Whether a field reports an error. Some gateways send `error: ""` or `error: false` with every answer. */
function says(error: unknown, isBesideAnswer: boolean): boolean {
  return error !== undefined && error !== null && (Boolean(error) || !isBesideAnswer);
}

/** The error in a body without choices that has no `error`: gateways write a status with a sentence, or a list. */
function detailBesideNothing(body: Record<string, unknown>): ErrorDetail | undefined {
  const { code, status, status_code: statusCode, message, errors } = body;
  if (Array.isArray(errors) && errors.length > 0) return toDetail(errors[0]);
  const isFailure = typeof message === "string" && [code, status, statusCode].some((one) => Number(one) >= 400);
  return isFailure ? toDetail(body) : undefined;
}

function detailOfChoice(choice: Record<string, unknown>): ErrorDetail | undefined {
  if (says(choice.error, "message" in choice || "delta" in choice)) return toDetail(choice.error);
  for (const part of [choice.delta, choice.message])
    if (isRecord(part) && says(part.error, true)) return toDetail(part.error);
  const { finish_reason: reason, native_finish_reason: native } = choice;
  if (!failed.test(String(reason)) && !failed.test(String(native))) return undefined;
  const also = native === undefined || native === null ? "" : ` (${JSON.stringify(native)})`;
  return {
    code: 502,
    message: `The provider ended the answer with an error, finish_reason ${JSON.stringify(reason)}${also}`,
  };
}

/** Reasons of an end that is a failure; Cohere writes them in capitals. */
const failed = /^(?:network_)?error$/i;

/** Words of providers → HTTP status. The first match counts. */
const statusByWord: readonly (readonly [RegExp, number])[] = [
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

function toStatus(code: unknown): number | undefined {
  const status = typeof code === "string" && code.trim() === "" ? Number.NaN : Number(code);
  if (Number.isInteger(status)) return status >= 400 && status < 600 ? status : undefined;
  if (typeof code !== "string") return undefined;
  const word = code.toLowerCase();
  return statusByWord.find(([pattern]) => pattern.test(word))?.[1];
}
