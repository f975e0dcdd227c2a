import type { ChatCompletion, ResponseShape } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { ApiError } from "../errors/api-error.ts";
import { detailOf, statusOf } from "../errors/error-detail.ts";
import type { ApiErrorInit } from "../errors/error-response.ts";
import type { PatchbayError } from "../errors/patchbay-error.ts";
import { normalizeResponse } from "./chunk-shape.ts";
import { readText } from "./read-text.ts";
import { faultOf } from "./response-shape.ts";

/**
 * Parses a complete response of this shape.
 *
 * @throws ApiError for an error response, whatever its status, and for an unusable body
 */
export async function readWhole(response: Response, shape: ResponseShape = {}): Promise<object> {
  return readBody(response, await readText(response), shape);
}

/** Like `readWhole`, for a body whose text was read. `validate` may be async. */
export async function readBody(
  response: Response,
  text: string,
  shape: ResponseShape,
  validate?: (body: unknown) => unknown,
): Promise<object> {
  const body = parseBody(response, text, shape);
  if (validate) await validate(body);
  return checkBody(response, text, body, shape);
}

function parseBody(response: Response, responseText: string, shape: ResponseShape): unknown {
  const { status, headers, ok } = response;
  let body: unknown;
  try {
    // No content is a valid response if the contract requires no field.
    body = status === 204 && responseText === "" ? {} : JSON.parse(responseText);
  } catch (cause) {
    throw new ApiError({ status, headers, responseText, cause, fault: ok ? "is not valid JSON" : undefined });
  }
  // An error can arrive under HTTP 200.
  const detail = detailOf(body);
  if (ok && !detail) return body;
  throw toFailure({ status: ok ? statusOf(detail!) : status, headers, body, responseText }, shape);
}

function checkBody({ status, headers }: Response, responseText: string, body: unknown, shape: ResponseShape): object {
  const fault = faultOf(body, shape);
  if (fault) throw toFailure({ status, headers, body, responseText, fault: `is unusable: ${fault}` }, shape);
  normalizeResponse(body as Record<string, unknown>);
  return body as object;
}

function toFailure(init: ApiErrorInit, shape: ResponseShape): ApiError {
  return Object.assign(new ApiError(init), { partial: partialOf(init.body, shape) });
}

/** The usable part of a failed response of a model, with its usage; undefined for every other body. */
function partialOf(body: unknown, shape: ResponseShape): PatchbayError["partial"] {
  if (isRecord(body) && body.object === "response") return body as unknown as PatchbayError["partial"];
  const { choices: [choice] = [] } = (shape ?? {}) as { choices?: readonly ResponseShape[] };
  if (choice === undefined || !isRecord(body) || !("choices" in body || "usage" in body)) return undefined;
  const choices = Array.isArray(body.choices) ? body.choices.filter((one) => !faultOf(one, choice)) : [];
  return { ...body, choices } as unknown as ChatCompletion;
}
