import { content, frame, type ProviderEvent, type ProviderFormat, type ProviderReply, vectorOf } from "./reply.ts";

// Gemini has no reason for tool calls: it says STOP.
const reasons = { stop: "STOP", length: "MAX_TOKENS", tool: "STOP", filter: "SAFETY" };

// Gemini counts thoughts apart from the candidates.
function usageOf({ usage }: ProviderReply): object | undefined {
  if (!usage) return undefined;
  const { prompt, completion, cached, reasoning = 0 } = usage;
  return {
    promptTokenCount: prompt,
    candidatesTokenCount: completion - reasoning,
    thoughtsTokenCount: reasoning,
    totalTokenCount: prompt + completion,
    ...(cached === undefined ? {} : { cachedContentTokenCount: cached }),
  };
}

function partsOf({ reasoning, pieces, toolCall }: ProviderReply): object[] {
  return [
    ...(reasoning === undefined ? [] : [{ text: reasoning, thought: true }]),
    ...pieces.map((text) => ({ text })),
    ...(toolCall ? [{ functionCall: { name: toolCall.name, args: toolCall.arguments } }] : []),
  ];
}

function responseOf(reply: ProviderReply, parts: readonly object[], isLast: boolean): object {
  const finish = isLast ? { finishReason: reasons[reply.finish] } : {};
  return {
    candidates: [{ index: 0, content: { role: "model", parts }, ...finish }],
    ...(isLast ? { usageMetadata: usageOf(reply) } : {}),
    modelVersion: reply.model,
    responseId: reply.id,
  };
}

const statuses: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
};

const errorOf = (code: number, message: string): object => ({
  error: { code, message, status: statuses[code] ?? "UNKNOWN" },
});

const isSse = (path: string): boolean => path.includes("alt=sse");

/** `generateContent` and `streamGenerateContent` of Gemini. Without `alt=sse` a stream is a JSON array. */
export const gemini: ProviderFormat = {
  path: /:(?:streamG|g)enerateContent(?:\?|$)/,
  isStream: (path) => path.includes(":streamGenerateContent"),
  contentType: (path) => (isSse(path) ? "text/event-stream" : "application/json; charset=UTF-8"),
  events: (reply, path) => {
    const parts = partsOf(reply);
    const responses = parts.map((part, index) => responseOf(reply, [part], index === parts.length - 1 && !reply.error));
    const all = reply.error === undefined ? responses : [...responses, errorOf(500, reply.error)];
    const events = all.map((response, index) => (index < parts.length ? content(response) : frame(response)));
    return isSse(path) ? events : toArray(all, events);
  },
  json: (reply) => (reply.error === undefined ? responseOf(reply, partsOf(reply), true) : errorOf(500, reply.error)),
  error: errorOf,
  others: [
    { path: /:embedContent$/, json: (body) => ({ embedding: { values: vectorOf(body.content) } }) },
    {
      path: /:batchEmbedContents$/,
      json: ({ requests }) => ({
        embeddings: (requests as { content: unknown }[]).map(({ content }) => ({ values: vectorOf(content) })),
      }),
    },
    {
      path: /\/v1beta\/models(?:\?|$)/,
      json: () => ({ models: [{ name: "models/tiny", supportedGenerationMethods: ["generateContent"] }] }),
    },
  ],
};

function toArray(responses: readonly object[], events: readonly ProviderEvent[]): ProviderEvent[] {
  const separators = responses.map((_, index) => (index === 0 ? "[" : ",\n"));
  const items = responses.map((response, index) => ({
    text: separators[index]! + JSON.stringify(response),
    isContent: events[index]!.isContent,
  }));
  return [...items, { text: "]", isContent: false }];
}
