import type { ResponseShape, ChatCompletion } from "@patchbay/spec";
import { faultOf } from "./response-shape.ts";
import { normalizeAnswer } from "./chunk-shape.ts";
import { toConnectionError } from "../errors/connection-error.ts";
import { detailOf, isRecord, statusOf } from "../errors/error-detail.ts";
import { ApiError, type ApiErrorInit } from "../errors/errors.ts";
import type { Exchange } from "./exchange.ts";
import type { Call } from "./request.ts";

/** Sends the call and reads the whole answer. */
export function send({ attempt, settings: { validate } }: Exchange, call: Call): Promise<unknown> {
  const { id, response: shape } = call.operation;
  return attempt(call, async (response, { watch, end }) => {
    call.response = response;
    // The caller reads the body, which still ends with the caller's signal.
    if (call.wantsRaw && response.ok) {
      watch.release(response.body);
      end({});
      call.isRaw = true;
      return response;
    }
    call.text = await readText(response);
    const body = parseBody(response, call.text, shape);
    // A validator may be an async function.
    if (validate) await validate(id, body, "response");
    const answer = checkAnswer(response, call.text, body, shape);
    watch.end();
    end({ response: answer });
    return answer;
  });
}

/** The JSON of an answer that has this shape; throws `ApiError` for a refusal, whatever its status, and for an unusable body. */
export async function readWhole(response: Response, shape: ResponseShape = {}): Promise<object> {
  const text = await readText(response);
  return checkAnswer(response, text, parseBody(response, text, shape), shape);
}

/** The body as text. */
async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw toConnectionError(cause);
  }
}

function parseBody(response: Response, text: string, shape: ResponseShape): unknown {
  const { status, headers, ok } = response;
  let body: unknown;
  try {
    // No content is an answer where the contract asks for no field.
    body = status === 204 && text === "" ? {} : JSON.parse(text);
  } catch (cause) {
    throw new ApiError({ status, headers, responseText: text, cause, ...(ok && { fault: "is not valid JSON" }) });
  }
  // An error can arrive under HTTP 200.
  const detail = detailOf(body);
  if (ok && !detail) return body;
  throw failure({ status: ok ? statusOf(detail!) : status, headers, body, responseText: text }, shape);
}

function checkAnswer({ status, headers }: Response, text: string, body: unknown, shape: ResponseShape): object {
  const fault = faultOf(body, shape);
  if (fault) throw failure({ status, headers, body, responseText: text, fault: `is unusable: ${fault}` }, shape);
  normalizeAnswer(body as Record<string, unknown>);
  return body as object;
}

function failure(init: ApiErrorInit, shape: ResponseShape): ApiError {
  return Object.assign(new ApiError(init), { partial: partialOf(init.body, shape) });
}

/** What is usable of a chat that failed, with its usage; `undefined` for every other body. */
function partialOf(body: unknown, shape: ResponseShape): ChatCompletion | undefined {
  const { choices: [choice] = [] } = (shape ?? {}) as { choices?: readonly ResponseShape[] };
  if (choice === undefined || !isRecord(body) || !("choices" in body || "usage" in body)) return undefined;
  const choices = Array.isArray(body.choices) ? body.choices.filter((one) => !faultOf(one, choice)) : [];
  return { ...body, choices } as unknown as ChatCompletion;
}
