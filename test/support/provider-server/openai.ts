import { content, frame, listOf, type ProviderFormat, type ProviderReply, textOf, vectorOf } from "./reply.ts";

const reasons = { stop: "stop", length: "length", tool: "tool_calls", filter: "content_filter" };

function usageOf({ usage }: ProviderReply): unknown {
  if (!usage) return undefined;
  const { prompt, completion, cached = 0, reasoning = 0 } = usage;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: cached },
    completion_tokens_details: { reasoning_tokens: reasoning },
  };
}

const toolCallsOf = ({ toolCall, id }: ProviderReply): object[] | undefined =>
  toolCall && [
    {
      index: 0,
      id: `call_${id}`,
      type: "function",
      function: { name: toolCall.name, arguments: JSON.stringify(toolCall.arguments) },
    },
  ];

const head = ({ id, model }: ProviderReply): object => ({ id: `chatcmpl-${id}`, created: 1_700_000_000, model });

/** Chat completions, as OpenAI and most other servers write them. */
export const openai: ProviderFormat = {
  path: /\/chat\/completions$/,
  isStream: (_path, body) => body.stream === true,
  contentType: () => "text/event-stream",
  events: (reply) => {
    const chunk = (delta: object, finish: string | null = null): object => ({
      ...head(reply),
      object: "chat.completion.chunk",
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
    const toolCalls = toolCallsOf(reply);
    return [
      frame(chunk({ role: "assistant", content: null })),
      ...(reply.reasoning === undefined ? [] : [content(chunk({ reasoning_content: reply.reasoning }))]),
      ...reply.pieces.map((piece) => content(chunk({ content: piece }))),
      ...(toolCalls ? [content(chunk({ tool_calls: toolCalls }))] : []),
      ...(reply.error === undefined
        ? [
            frame(chunk({}, reasons[reply.finish])),
            ...(reply.usage
              ? [frame({ ...head(reply), object: "chat.completion.chunk", choices: [], usage: usageOf(reply) })]
              : []),
            frame("[DONE]"),
          ]
        : [frame({ error: { message: reply.error, type: "server_error", code: 500 } })]),
    ];
  },
  json: (reply) =>
    reply.error === undefined
      ? {
          ...head(reply),
          object: "chat.completion",
          choices: [
            {
              index: 0,
              message: {
                role: "assistant",
                content: textOf(reply),
                reasoning_content: reply.reasoning,
                tool_calls: toolCallsOf(reply),
              },
              finish_reason: reasons[reply.finish],
            },
          ],
          usage: usageOf(reply),
        }
      : { error: { message: reply.error, type: "server_error", code: 500 } },
  error: (status, message) => ({ error: { message, type: "api_error", code: status } }),
  others: [
    {
      path: /\/embeddings$/,
      json: ({ input, model }) => ({
        object: "list",
        model,
        data: listOf(input).map((text, index) => ({ object: "embedding", index, embedding: vectorOf(text) })),
        usage: { prompt_tokens: 4, total_tokens: 4 },
      }),
    },
    { path: /\/v1\/models$/, json: () => ({ object: "list", data: [{ id: "tiny", object: "model", created: 1 }] }) },
  ],
};
