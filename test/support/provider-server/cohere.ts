import { content, frame, named, type ProviderFormat, type ProviderReply, textOf, vectorOf } from "./reply.ts";

const reasons = { stop: "COMPLETE", length: "MAX_TOKENS", tool: "TOOL_CALL", filter: "ERROR" };

function usageOf({ usage }: ProviderReply): object | undefined {
  if (!usage) return undefined;
  const tokens = { input_tokens: usage.prompt, output_tokens: usage.completion };
  // Cohere's templates add tokens that it does not bill.
  return { billed_units: { ...tokens, input_tokens: Math.max(usage.prompt - 2, 0) }, tokens };
}

const toolCallOf = ({ toolCall, id }: ProviderReply): object | undefined =>
  toolCall && {
    id: `call_${id}`,
    type: "function",
    function: { name: toolCall.name, arguments: JSON.stringify(toolCall.arguments) },
  };

/** Version 2 of Cohere's API: chat, embed and rerank. */
export const cohere: ProviderFormat = {
  path: /\/v2\/chat$/,
  isStream: (_path, body) => body.stream === true,
  contentType: () => "text/event-stream",
  events: (reply) => {
    const call = toolCallOf(reply);
    const finish_reason = reply.error === undefined ? reasons[reply.finish] : "ERROR";
    const delta = { finish_reason, usage: usageOf(reply), error: reply.error };
    return [
      frame(...named({ type: "message-start", id: reply.id, delta: { message: { role: "assistant" } } })),
      ...(reply.pieces.length > 0
        ? [
            frame(
              ...named({
                type: "content-start",
                index: 0,
                delta: { message: { content: { type: "text", text: "" } } },
              }),
            ),
            ...reply.pieces.map((text) =>
              content(...named({ type: "content-delta", index: 0, delta: { message: { content: { text } } } })),
            ),
            frame(...named({ type: "content-end", index: 0 })),
          ]
        : []),
      ...(call
        ? [
            content(...named({ type: "tool-call-start", index: 0, delta: { message: { tool_calls: call } } })),
            frame(...named({ type: "tool-call-end", index: 0 })),
          ]
        : []),
      frame(...named({ type: "message-end", delta })),
    ];
  },
  json: (reply) => {
    const call = toolCallOf(reply);
    return {
      id: reply.id,
      finish_reason: reply.error === undefined ? reasons[reply.finish] : "ERROR",
      message: {
        role: "assistant",
        content: reply.pieces.length > 0 ? [{ type: "text", text: textOf(reply) }] : undefined,
        tool_calls: call && [call],
      },
      usage: usageOf(reply),
    };
  },
  error: (_status, message) => ({ message }),
  others: [
    {
      path: /\/v2\/embed$/,
      json: ({ texts = [] }) => ({
        id: "embed",
        embeddings: { float: (texts as unknown[]).map(vectorOf) },
        meta: { billed_units: { input_tokens: 4 } },
      }),
    },
    {
      path: /\/v2\/rerank$/,
      json: ({ documents = [], top_n: most = Infinity }) => ({
        id: "rerank",
        results: (documents as unknown[])
          .map((_, index) => ({ index, relevance_score: 1 / (index + 1) }))
          .slice(0, most as number),
        meta: { billed_units: { search_units: 1 } },
      }),
    },
  ],
};
