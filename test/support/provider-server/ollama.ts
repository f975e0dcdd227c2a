import { listOf, type ProviderFormat, type ProviderReply, textOf, vectorOf } from "./reply.ts";

const reasons = { stop: "stop", length: "length", tool: "stop", filter: "stop" };

function endOf(reply: ProviderReply): object {
  const { usage } = reply;
  return {
    done: true,
    done_reason: reasons[reply.finish],
    total_duration: 5_000_000,
    ...(usage ? { prompt_eval_count: usage.prompt, eval_count: usage.completion } : {}),
  };
}

const head = ({ model }: ProviderReply): object => ({ model, created_at: "2026-01-01T00:00:00Z" });

const toolCallsOf = ({ toolCall }: ProviderReply): object =>
  toolCall ? { tool_calls: [{ function: { name: toolCall.name, arguments: toolCall.arguments } }] } : {};

/** The native API of Ollama, which streams lines of JSON unless `stream` is false. */
export const ollama: ProviderFormat = {
  path: /\/api\/chat$/,
  isStream: (_path, body) => body.stream !== false,
  contentType: () => "application/x-ndjson",
  events: (reply) => {
    const line = (data: object, isContent = false) => ({ text: `${JSON.stringify(data)}\n`, isContent });
    const said = (message: object): object => ({
      ...head(reply),
      message: { role: "assistant", ...message },
      done: false,
    });
    return [
      ...(reply.reasoning === undefined ? [] : [line(said({ content: "", thinking: reply.reasoning }), true)]),
      ...reply.pieces.map((piece) => line(said({ content: piece }), true)),
      ...(reply.toolCall ? [line(said({ content: "", ...toolCallsOf(reply) }), true)] : []),
      reply.error === undefined
        ? line({ ...head(reply), message: { role: "assistant", content: "" }, ...endOf(reply) })
        : line({ error: reply.error }),
    ];
  },
  json: (reply) =>
    reply.error === undefined
      ? {
          ...head(reply),
          message: { role: "assistant", content: textOf(reply), thinking: reply.reasoning, ...toolCallsOf(reply) },
          ...endOf(reply),
        }
      : { error: reply.error },
  error: (_status, message) => ({ error: message }),
  others: [
    {
      path: /\/api\/embed$/,
      json: ({ input, model }) => ({ model, embeddings: listOf(input).map(vectorOf), prompt_eval_count: 4 }),
    },
    { path: /\/api\/tags$/, json: () => ({ models: [{ name: "tiny:latest", model: "tiny:latest" }] }) },
    { path: /\/api\/version$/, json: () => ({ version: "0.20.0" }) },
  ],
};
