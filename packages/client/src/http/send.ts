import type { ResponseShape, ChatCompletion } from "@patchbay/spec";
import { faultOf } from "./response-shape.ts";
import { normalizeResponse } from "./chunk-shape.ts";
import { toConnectionError } from "../errors/connection-error.ts";
import { detailOf, isRecord, statusOf } from "../errors/error-detail.ts";
import type { ApiErrorInit } from "../errors/error-response.ts";
import { ApiError, type PatchbayError } from "../errors/errors.ts";
import type { Exchange } from "./exchange.ts";
import type { Call } from "./request.ts";

/** Sends the call and parses the complete response. Resolves to the response if the caller requested it unread. */
export function send(exchange: Exchange, call: Call): Promise<object> {
  const { validate } = exchange.settings;
  const { id, response: shape } = call.operation;
  return exchange.attempt(call, async (response, { deadline, end }) => {
    const text = await readText(response);
    call.text = text;
    const body = parseBody(response, text, shape);
    // A validator may be async.
    if (validate) await validate(id, body, "response");
    const result = checkBody(response, text, body, shape);
    deadline.end();
    end({ response: result });
    return result;
  });
}

/**
 * Parses a complete response of this shape.
 *
 * @throws ApiError for an error response, whatever its status, and for an unusable body
 */
export async function readWhole(response: Response, shape: ResponseShape = {}): Promise<object> {
  const text = await readText(response);
  return checkBody(response, text, parseBody(response, text, shape), shape);
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw toConnectionError(cause);
  }
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
