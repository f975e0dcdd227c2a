import { Patchbay, type ChatCompletion, type ChatCompletionRequest, type ReasoningDetail } from "@patchbay/client";
export { checkStore } from "./stores/check-store.ts";

/** What a scripted model says: a text, calls of tools, or a failure of the service. */
export type Turn =
  | string
  | {
      readonly text?: string | undefined;
      /** Given as they are, and expected to come back. */
      readonly reasoningDetails?: readonly object[] | undefined;
      readonly toolCalls?: readonly { readonly name: string; readonly arguments: unknown; readonly id?: string }[];
      readonly finishReason?: string | undefined;
      /** USD. Default: 0. */
      readonly cost?: number | undefined;
      /** Default: 1 and 1. */
      readonly tokens?: { readonly prompt: number; readonly completion: number };
      /** Default: the model that was asked for. */
      readonly model?: string | undefined;
    }
  | { readonly status: number; readonly message?: string };

/** A client whose model says what the test says. */
export interface Scripted {
  readonly client: Patchbay;
  /** What was asked, in order. */
  readonly requests: readonly ChatCompletionRequest[];
  /** Throws when turns are left that nobody asked for. */
  readonly assertDone: () => void;
}

/**
 * A client for tests of agents: its model says one turn after the other, and everything else is real. A request for which no turn
 * is left is refused with 500. A function makes its turn of the request.
 *
 * @example
 * ```ts
 * const { client, assertDone } = scripted([{ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] }, "Snow."]);
 * const { text } = await agent({ client, model: "any/model", tools: [weather] }).run("Weather?");
 * assertDone();
 * ```
 */
export function scripted(turns: readonly (Turn | ((request: ChatCompletionRequest) => Turn))[]): Scripted {
  const requests: ChatCompletionRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const body = (await request.json()) as ChatCompletionRequest;
    const next = turns[requests.length];
    requests.push(body);
    const turn =
      typeof next === "function"
        ? next(body)
        : (next ?? {
            status: 500,
            message: `The script has ${turns.length} turns, and this is request ${requests.length}.`,
          });
    if (typeof turn !== "string" && "status" in turn)
      return Response.json(
        { error: { code: turn.status, message: turn.message ?? "scripted" } },
        { status: turn.status },
      );
    const completion = toCompletion(typeof turn === "string" ? { text: turn } : turn, body, requests.length);
    return body.stream ? toStream(completion) : Response.json(completion);
  };
  return {
    client: new Patchbay({ apiKey: "scripted", fetch, maxRetries: 0, dangerouslyAllowBrowser: true }),
    requests,
    assertDone() {
      const left = turns.length - requests.length;
      if (left > 0) throw new Error(`${left} of ${turns.length} scripted turns were never asked for.`);
    },
  };
}

function toCompletion(
  turn: Exclude<Turn, string | { status: number }>,
  request: ChatCompletionRequest,
  number: number,
): ChatCompletion {
  const {
    text,
    reasoningDetails,
    toolCalls = [],
    cost = 0,
    tokens: { prompt, completion } = { prompt: 1, completion: 1 },
  } = turn;
  const calls = toolCalls.map(({ name, arguments: given, id }, index) => ({
    id: id ?? `call_${number}_${index}`,
    type: "function" as const,
    function: { name, arguments: typeof given === "string" ? given : JSON.stringify(given) },
  }));
  return {
    id: `gen-scripted-${number}`,
    object: "chat.completion",
    created: 0,
    model: turn.model ?? request.model ?? request.models?.[0] ?? "scripted",
    provider: "Scripted",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        finish_reason: turn.finishReason ?? (calls.length > 0 ? "tool_calls" : "stop"),
        message: {
          role: "assistant",
          content: text ?? null,
          ...(reasoningDetails && { reasoning_details: reasoningDetails as ReasoningDetail[] }),
          ...(calls.length > 0 && { tool_calls: calls }),
        },
      },
    ],
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion, cost },
  };
}

/** Texts word by word, arguments letter by letter. */
function toStream({ choices: [choice], usage, object: _, system_fingerprint: __, ...head }: ChatCompletion): Response {
  const { message, finish_reason: reason } = choice!;
  const deltas: object[] = [{ role: "assistant", content: "" }];
  for (const detail of message.reasoning_details ?? []) deltas.push({ reasoning_details: [detail] });
  for (const content of message.content?.match(/\s*\S+|\s+/g) ?? []) deltas.push({ content });
  for (const [
    index,
    {
      id,
      type,
      function: { name, arguments: text },
    },
  ] of (message.tool_calls ?? []).entries()) {
    deltas.push({ tool_calls: [{ index, id, type, function: { name, arguments: "" } }] });
    for (const letter of text) deltas.push({ tool_calls: [{ index, function: { arguments: letter } }] });
  }
  const chunk = (choices: object[], more: object = {}): string =>
    `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices, ...more })}\n\n`;
  const body = [
    ...deltas.map((delta) => chunk([{ index: 0, delta, finish_reason: null }])),
    chunk([{ index: 0, delta: {}, finish_reason: reason }]),
    chunk([], { usage }),
    "data: [DONE]\n\n",
  ];
  return new Response(body.join(""), { headers: { "content-type": "text/event-stream" } });
}
