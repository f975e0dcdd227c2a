// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
/** Where a text that arrives in pieces belongs: a field of its item, or of a part in a list of the item. */
export interface TextPlace {
  readonly list?: "content" | "summary";
  readonly field: string;
  /** The type of its part, and of its item, for a service that does not announce them. */
  readonly part?: string;
  readonly item: string;
}

/** Event type without `.delta` or `.done` → place of its text. */
export const textPlaces: Readonly<Record<string, TextPlace | undefined>> = {
  "response.output_text": {
    list: "content",
    field: "text",
    part: "output_text",
    item: "message",
  },
  "response.refusal": {
    list: "content",
    field: "refusal",
    part: "refusal",
    item: "message",
  },
  "response.reasoning_text": {
    list: "content",
    field: "text",
    part: "reasoning_text",
    item: "reasoning",
  },
  "response.reasoning_summary_text": {
    list: "summary",
    field: "text",
    part: "summary_text",
    item: "reasoning",
  },
  "response.function_call_arguments": {
    field: "arguments",
    item: "function_call",
  },
  "response.mcp_call_arguments": {
    field: "arguments",
    item: "mcp_call",
  },
  "response.custom_tool_call_input": {
    field: "input",
    item: "custom_tool_call",
  },
  "response.code_interpreter_call_code": {
    field: "code",
    item: "code_interpreter_call",
  },
};
