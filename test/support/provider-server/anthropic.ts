import { content, frame, named, type ProviderFormat, type ProviderReply, textOf } from "./reply.ts";

const reasons = { stop: "end_turn", length: "max_tokens", tool: "tool_use", filter: "refusal" };

// Anthropic counts cached tokens apart from the other tokens of the prompt.
function usageOf({ usage }: ProviderReply): object {
  const { prompt = 0, completion = 0, cached = 0 } = usage ?? {};
  return {
    input_tokens: prompt - cached,
    cache_read_input_tokens: cached,
    cache_creation_input_tokens: 0,
    output_tokens: completion,
  };
}

interface Block {
  readonly start: object;
  readonly deltas: readonly object[];
  readonly whole: object;
}

function blocksOf(reply: ProviderReply): Block[] {
  const { reasoning, toolCall, pieces } = reply;
  const blocks: Block[] = [];
  if (reasoning !== undefined)
    blocks.push({
      start: { type: "thinking", thinking: "", signature: "" },
      deltas: [
        { type: "thinking_delta", thinking: reasoning },
        { type: "signature_delta", signature: "c2lnbmF0dXJl" },
      ],
      whole: { type: "thinking", thinking: reasoning, signature: "c2lnbmF0dXJl" },
    });
  if (pieces.length > 0)
    blocks.push({
      start: { type: "text", text: "" },
      deltas: pieces.map((text) => ({ type: "text_delta", text })),
      whole: { type: "text", text: textOf(reply) },
    });
  if (toolCall) {
    const block = { type: "tool_use", id: `toolu_${reply.id}`, name: toolCall.name };
    blocks.push({
      start: { ...block, input: {} },
      deltas: [{ type: "input_json_delta", partial_json: JSON.stringify(toolCall.arguments) }],
      whole: { ...block, input: toolCall.arguments },
    });
  }
  return blocks;
}

const messageOf = (reply: ProviderReply): object => ({
  id: `msg_${reply.id}`,
  type: "message",
  role: "assistant",
  model: reply.model,
  stop_sequence: null,
});

const errorOf = (message: string, type = "api_error"): { type: string; error: object } => ({
  type: "error",
  error: { type, message },
});

/** The Messages API of Anthropic. */
export const anthropic: ProviderFormat = {
  path: /\/v1\/messages$/,
  isStream: (_path, body) => body.stream === true,
  contentType: () => "text/event-stream",
  events: (reply) => {
    const message = {
      ...messageOf(reply),
      content: [],
      stop_reason: null,
      usage: { ...usageOf(reply), output_tokens: 1 },
    };
    const end =
      reply.error === undefined
        ? [
            frame(
              ...named({
                type: "message_delta",
                delta: { stop_reason: reasons[reply.finish], stop_sequence: null },
                usage: usageOf(reply),
              }),
            ),
            frame(...named({ type: "message_stop" })),
          ]
        : [frame(...named(errorOf(reply.error, "overloaded_error")))];
    return [
      frame(...named({ type: "message_start", message })),
      ...blocksOf(reply).flatMap(({ start, deltas }, index) => [
        frame(...named({ type: "content_block_start", index, content_block: start })),
        ...deltas.map((delta) => content(...named({ type: "content_block_delta", index, delta }))),
        frame(...named({ type: "content_block_stop", index })),
      ]),
      ...end,
    ];
  },
  json: (reply) =>
    reply.error === undefined
      ? {
          ...messageOf(reply),
          content: blocksOf(reply).map(({ whole }) => whole),
          stop_reason: reasons[reply.finish],
          usage: usageOf(reply),
        }
      : errorOf(reply.error),
  error: (status, message) => errorOf(message, errorTypes[status] ?? "api_error"),
  others: [{ path: /\/v1\/messages\/count_tokens$/, json: () => ({ input_tokens: 7 }) }],
};

const errorTypes: Readonly<Record<number, string>> = {
  400: "invalid_request_error",
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  529: "overloaded_error",
};
