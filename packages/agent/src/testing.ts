import { AgentError } from "./errors/agent-error.ts";
import { checkOptions, show } from "./options/check-options.ts";
import { messageOfThrown } from "./errors/thrown.ts";
import { Patchbay, type ChatCompletion, type ChatCompletionRequest, type ReasoningDetail } from "@patchbay/client";
export { testSessionStore } from "./stores/check-store.ts";

/** A turn of a scripted model: text, tool calls, or an API error. */
export type ScriptedTurn =
  | string
  | {
      readonly text?: string | undefined;
      /** Sent verbatim, and expected back in the next request. */
      readonly reasoningDetails?: readonly object[] | undefined;
      readonly toolCalls?:
        | readonly {
            readonly name: string;
            /** Any JSON, or a string that is sent verbatim. Default: `{}`. */
            readonly arguments?: unknown;
            readonly id?: string | undefined;
          }[]
        | undefined;
      readonly finishReason?: string | undefined;
      /** USD. Default: 0. */
      readonly cost?: number | undefined;
      /** Default: 1 and 1. */
      readonly tokens?: { readonly prompt: number; readonly completion: number } | undefined;
      /** Default: the requested model. */
      readonly model?: string | undefined;
    }
  | { readonly status: number; readonly message?: string | undefined };

/** A client with a scripted model. */
export interface ScriptedClient {
  readonly client: Patchbay;
  /** The requests, in order. */
  readonly requests: readonly ChatCompletionRequest[];
  /** Throws if turns were not requested, requests had no turn, or a turn function threw; names each of them. */
  readonly assertComplete: () => void;
}

const turnKinds = {
  text: ["string"],
  reasoningDetails: ["array"],
  toolCalls: ["array"],
  finishReason: ["string"],
  cost: ["any"],
  tokens: ["object"],
  model: ["string"],
  status: ["any"],
  message: ["string"],
} as const;

const turnAliases = {
  content: "text",
  calls: "toolCalls",
  tool_calls: "toolCalls",
  finish_reason: "finishReason",
  reasoning_details: "reasoningDetails",
  usage: "tokens",
  error: "Use { status, message }.",
};

const tokenKinds = { prompt: ["any"], completion: ["any"] } as const;
const tokenAliases = {
  input: "prompt",
  output: "completion",
  inputTokens: "prompt",
  outputTokens: "completion",
  prompt_tokens: "prompt",
  completion_tokens: "completion",
};

const callKinds = { name: ["string"], arguments: ["any"], id: ["string"] } as const;
const callAliases = { args: "arguments", input: "arguments", function: "Use { name, arguments }." };

/**
 * Creates a client for tests of agents: its model returns the given turns in order, and everything else is real. A turn
 * can be a function of the request; the run throws what it throws. A request without a turn gets status 500.
 *
 * @throws AgentError if a turn has an unknown field
 * @example
 * ```ts
 * const { client, assertComplete } = createScriptedClient([
 *   { toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] },
 *   "Snow.",
 * ]);
 * const { text } = await createAgent({ client, model: "any/model", tools: [weather] }).run("Weather?");
 * assertComplete();
 * ```
 */
export function createScriptedClient(
  turns: readonly (ScriptedTurn | ((request: ChatCompletionRequest) => ScriptedTurn | Promise<ScriptedTurn>))[],
): ScriptedClient {
  if (!Array.isArray(turns))
    throw new AgentError(`The turns of createScriptedClient must be a list, got ${show(turns)}.`);
  for (const [index, turn] of turns.entries()) if (typeof turn !== "function") checkTurn(turn, index);
  const requests: ChatCompletionRequest[] = [];
  const faults: string[] = [];
  const thrown: unknown[] = [];
  const answer = async (request: Request): Promise<Response> => {
    if (!new URL(request.url).pathname.endsWith("/chat/completions")) {
      const message = `The scripted client supports chat completions only, got ${request.method} ${request.url}.`;
      faults.push(message);
      return refuse(501, message);
    }
    const body = (await request.json()) as ChatCompletionRequest;
    const index = requests.push(body) - 1;
    if (index >= turns.length) {
      const message = `Request ${index + 1} has no turn: the script has ${turns.length} turns. Its last message is ${lastOf(body)}.`;
      faults.push(message);
      return refuse(500, message);
    }
    const next = turns[index]!;
    let turn: ScriptedTurn;
    try {
      turn =
        typeof next === "function"
          ? await (next as (request: ChatCompletionRequest) => ScriptedTurn | Promise<ScriptedTurn>)(body)
          : next;
      if (typeof next === "function") checkTurn(turn, index);
    } catch (error) {
      faults.push(`Turn ${index + 1} of ${turns.length} threw: ${messageOfThrown(error)}`);
      thrown.push(error);
      throw error;
    }
    if (typeof turn !== "string" && "status" in turn) return refuse(turn.status, turn.message ?? "scripted");
    const completion = toCompletion(typeof turn === "string" ? { text: turn } : turn, body, index + 1);
    return body.stream ? toStream(completion) : Response.json(completion);
  };
  return {
    // An error thrown by middleware passes through unchanged; one thrown by `fetch` would count as a connection
    // failure.
    client: new Patchbay({ apiKey: "scripted", middleware: [answer], maxRetries: 0, dangerouslyAllowBrowser: true }),
    requests,
    assertComplete() {
      const left = turns
        .slice(requests.length)
        .map(
          (turn, at) => `Turn ${requests.length + at + 1} of ${turns.length} was not requested: ${formatTurn(turn)}.`,
        );
      const all = [...faults, ...left];
      if (all.length > 0) throw new Error(all.join("\n"), thrown.length > 0 ? { cause: thrown[0] } : undefined);
    },
  };
}

type Loose = Readonly<Record<string, unknown>>;

function isAmount(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function checkTurn(turn: unknown, index: number): void {
  const place = `turn ${index + 1} of createScriptedClient`;
  if (typeof turn === "string") return;
  checkOptions(place, turn, turnKinds, turnAliases);
  const { status, message, ...answer } = turn as Loose;
  const { cost, tokens, toolCalls = [] } = answer;
  if (status !== undefined && !(Number.isInteger(status) && (status as number) >= 200 && (status as number) < 600))
    throw new AgentError(`\`status\` of ${place} must be an HTTP status from 200 to 599, got ${show(status)}.`);
  const [ignored] = Object.entries(answer).find(([, value]) => value !== undefined) ?? [];
  if (status !== undefined && ignored !== undefined)
    throw new AgentError(`\`${ignored}\` of ${place} has no effect with \`status\`. Remove one of them.`);
  if (status === undefined && message !== undefined)
    throw new AgentError(
      `\`message\` of ${place} has no effect without \`status\`. Use \`text\` for a completion, or add \`status\`.`,
    );
  if (cost !== undefined && !isAmount(cost))
    throw new AgentError(`\`cost\` of ${place} must be a non-negative number of USD, got ${show(cost)}.`);
  if (tokens !== undefined) {
    checkOptions(`\`tokens\` of ${place}`, tokens, tokenKinds, tokenAliases);
    const { prompt, completion } = tokens as Loose;
    if (!isAmount(prompt) || !isAmount(completion))
      throw new AgentError(
        `\`tokens\` of ${place} must have numbers as \`prompt\` and \`completion\`, got ${show(prompt)} and ${show(completion)}.`,
      );
  }
  for (const call of toolCalls as readonly unknown[]) {
    checkOptions(`a call in ${place}`, call, callKinds, callAliases);
    try {
      JSON.stringify((call as Loose).arguments);
    } catch (cause) {
      throw new AgentError(`\`arguments\` of a call in ${place} must be JSON: ${messageOfThrown(cause)}`, { cause });
    }
    if ((call as { readonly name?: unknown }).name === undefined)
      throw new AgentError(`A call in ${place} has no \`name\`.`);
  }
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { code: status, message } }, { status });
}

/** Formats a turn for an error message. */
function formatTurn(turn: ScriptedTurn | ((request: ChatCompletionRequest) => unknown)): string {
  if (typeof turn === "function") return "a function";
  if (typeof turn === "string") return show(turn);
  if ("status" in turn) return `status ${turn.status}`;
  const calls = turn.toolCalls?.map(({ name }) => name) ?? [];
  return calls.length > 0 ? `a call of ${calls.join(", ")}` : show(turn.text ?? "");
}

function lastOf({ messages }: ChatCompletionRequest): string {
  const { role, content } = messages.at(-1) ?? {};
  return role === undefined ? "missing" : `from ${role}: ${show(content)}`;
}

function toCompletion(
  turn: Exclude<ScriptedTurn, string | { status: number }>,
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
    function: { name, arguments: typeof given === "string" ? given : (JSON.stringify(given) ?? "{}") },
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

/** Streams texts word by word, and arguments character by character. */
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
    for (const character of text) deltas.push({ tool_calls: [{ index, function: { arguments: character } }] });
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
