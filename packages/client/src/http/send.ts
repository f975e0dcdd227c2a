import type { ResponseShape } from "@patchbay/spec";
import { load } from "../options/load.ts";
import { loadReadBody } from "../parts.ts";
import type { Exchange } from "./exchange.ts";
import { isPlain } from "./plain-response.ts";
import { readText } from "./read-text.ts";
import type { Call } from "./request.ts";

/** Sends the call and parses the complete response. Resolves to the response if the caller requested it unread. */
export function send(exchange: Exchange, call: Call): Promise<object> {
  const { validate } = exchange.settings;
  const { id, response: shape } = call.operation;
  return exchange.attempt(call, async (response, { deadline, end }) => {
    const text = await readText(response);
    call.text = text;
    let result = validate ? undefined : parsePlain(response, text, shape);
    if (!result) {
      const readBody = await load(loadReadBody, `read a response with status ${response.status}`);
      result = await readBody(response, text, shape, validate && ((body) => validate(id, body, "response")));
    }
    deadline.end();
    end({ response: result });
    return result;
  });
}

/** The body of a success in the form of the contract; undefined for any other response. */
function parsePlain({ ok }: Response, text: string, shape: ResponseShape): object | undefined {
  if (!ok) return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return isPlain(body, shape) ? body : undefined;
  } catch {
    return undefined;
  }
}
