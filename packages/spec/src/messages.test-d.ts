// A response of Messages can be sent back, and requests in the form of Anthropic's SDK compile.
import type {
  ContentBlock,
  ContentBlockParam,
  MessagesRequest,
  MessagesResponse,
  MessageStreamEvent,
  UnknownTag,
} from "./generated/types/index.ts";

export const sendBack = ({ role, content }: MessagesResponse): MessagesRequest["messages"][number] => ({
  role,
  content,
});
export const block = (received: ContentBlock): ContentBlockParam => received;

export const request: MessagesRequest = {
  model: "anthropic/claude-sonnet-4.5",
  system: [{ type: "text", text: "Be brief.", cache_control: { type: "ephemeral", ttl: "1h" } }],
  tools: [
    { name: "get_weather", input_schema: { type: "object" }, defer_loading: true },
    { type: "custom", name: "get_time", input_schema: { type: "object" } },
    { type: "web_search_20260318", name: "web_search", max_uses: 2 },
    { type: "openrouter:web_search", parameters: { max_results: 3 } },
    { type: "new_tool" as UnknownTag, setting: 1 },
  ],
  messages: [
    { role: "user", content: [{ type: "new_block" as UnknownTag, data: "…" }] },
    { role: "system", content: "Respond in French." },
  ],
};

export function textOf(event: MessageStreamEvent): string | undefined {
  if (event.type !== "content_block_delta") return undefined;
  return event.delta.type === "text_delta" ? event.delta.text : undefined;
}

export const argumentsOf = (received: ContentBlock): Readonly<Record<string, unknown>> | undefined =>
  received.type === "tool_use" ? received.input : undefined;

// @ts-expect-error -- a tool of the caller needs a schema
export const withoutSchema: MessagesRequest["tools"] = [{ name: "get_weather" }];
// @ts-expect-error -- there is no role `tool`
export const wrongRole: MessagesRequest["messages"][number] = { role: "tool", content: "x" };
