import type { MockServer } from "@patchbay/mock-server";
import type { ResponseObject, ResponsesRequest } from "@patchbay/spec";

/** A JSON value that is read without a schema. */
export interface Loose {
  readonly [name: string]: Loose;
  readonly [index: number]: Loose;
}

/** An event of a stream: its payload, and the name before it. */
export interface SentEvent {
  readonly name: string | undefined;
  readonly data: Loose;
}

/** What the API sent for a request of the Responses API. */
export interface SentResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, or the response of the last event. */
  readonly body: ResponseObject & { readonly error: Loose };
  readonly events: readonly SentEvent[];
}

interface SendOptions {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request of the Responses API. */
export async function respond(
  server: Pick<MockServer, "fetch">,
  input: ResponsesRequest | Record<string, unknown>,
  { key = "sk-or-v1-test", headers = {} }: SendOptions = {},
): Promise<SentResponse> {
  const reply = await server.fetch("http://localhost/api/v1/responses", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify({ model: "openai/gpt-5-mini", ...input }),
  });
  const text = await reply.text();
  const events = readEvents(text);
  const body = events.at(-1)?.data.response ?? tryParse(text);
  return { status: reply.status, headers: reply.headers, text, body: body as SentResponse["body"], events };
}

/** The events of a stream, without its end marker. */
function readEvents(text: string): SentEvent[] {
  return text.split("\n\n").flatMap((block) => {
    const lines = block.split("\n");
    const data = lines.find((line) => line.startsWith("data: {"))?.slice(6);
    const name = lines.find((line) => line.startsWith("event: "))?.slice(7);
    return data === undefined ? [] : [{ name, data: JSON.parse(data) as Loose }];
  });
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Item = Record<string, unknown> & { content: Part[]; summary: Part[]; arguments: string; input: string };
type Part = Record<string, unknown> & { text: string; refusal: string; annotations: unknown[] };

/** The fields that any event can have. */
interface Event {
  readonly type: string;
  readonly output_index: number;
  readonly content_index: number;
  readonly summary_index: number;
  readonly annotation_index: number;
  readonly annotation: unknown;
  readonly delta: string;
  readonly part: Part;
  readonly item: Item;
}

/**
 * The output items that the events of a stream add up to: from deltas and added parts alone, with the status and the
 * fields that only the last event of an item has.
 */
export function addUp(events: readonly SentEvent[]): unknown[] {
  const items: Item[] = [];
  for (const { data: event } of events as unknown as { data: Event }[]) {
    const item = items[event.output_index]!;
    switch (event.type) {
      case "response.output_item.added":
        items[event.output_index] = structuredClone(event.item);
        break;
      case "response.content_part.added":
        (item.content ??= [])[event.content_index] = structuredClone(event.part);
        break;
      case "response.output_text.delta":
      case "response.reasoning_text.delta":
        item.content[event.content_index]!.text += event.delta;
        break;
      case "response.refusal.delta":
        item.content[event.content_index]!.refusal += event.delta;
        break;
      case "response.output_text.annotation.added":
        item.content[event.content_index]!.annotations[event.annotation_index] = event.annotation;
        break;
      case "response.reasoning_summary_part.added":
        item.summary[event.summary_index] = structuredClone(event.part);
        break;
      case "response.reasoning_summary_text.delta":
        item.summary[event.summary_index]!.text += event.delta;
        break;
      case "response.function_call_arguments.delta":
        item.arguments += event.delta;
        break;
      case "response.custom_tool_call_input.delta":
        item.input += event.delta;
        break;
      case "response.output_item.done": {
        const { status, signature, format, encrypted_content, result, action, ...rest } = event.item;
        const known = { status, signature, format, encrypted_content, result, action };
        const isWhole = !["message", "reasoning", "function_call", "custom_tool_call"].includes(String(rest.type));
        Object.assign(item, isWhole ? event.item : JSON.parse(JSON.stringify(known)));
        break;
      }
      default:
    }
  }
  return items;
}
