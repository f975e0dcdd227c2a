// A response can be sent back, and a tag selects one type even though every union is open.
import type {
  ResponseInputItem,
  ResponseObject,
  ResponseOutputItem,
  ResponsesRequest,
  ResponseStreamEvent,
  UnknownTag,
} from "./generated/types/index.ts";

export const sendBack = ({ output }: ResponseObject): ResponsesRequest => ({
  input: [...output, { role: "user", content: "Go on." }],
});

export function textOf(item: ResponseOutputItem): string {
  switch (item.type) {
    case "message":
      return item.content.map((part) => (part.type === "output_text" ? part.text : "")).join("");
    case "function_call":
      return item.arguments;
    case "reasoning":
      return item.summary.map(({ text }) => text).join("");
    default:
      return item.type;
  }
}

export const isKnown = (item: ResponseOutputItem): string | undefined =>
  item.type === "custom_tool_call" ? item.input : undefined;

export function readEvent(event: ResponseStreamEvent): string {
  if (event.type === "response.output_text.delta") return event.delta;
  if (event.type === "response.failed") return event.response.error?.message ?? "";
  return event.type;
}

export const items: readonly ResponseInputItem[] = [
  { role: "developer", content: "Be brief." },
  { type: "message", role: "user", content: [{ type: "input_image", image_url: "data:…" }] },
  { type: "function_call_output", call_id: "call_1", output: [{ type: "input_text", text: "18 °C" }] },
  { type: "new_item" as UnknownTag, anything: 1 },
];

// @ts-expect-error -- a known item without its `call_id` is not an item of an unknown type
export const incomplete: ResponseInputItem = { type: "function_call_output", output: "18 °C" };
// @ts-expect-error -- a misspelled type is not an unknown type
export const misspelled: ResponseInputItem = { type: "function_call_outputs", call_id: "call_1", output: "" };
