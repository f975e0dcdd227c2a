import { AgentError } from "./errors/agent-error.ts";
import { checkOptions, show } from "./options/check-options.ts";
import { messageOfThrown } from "./errors/thrown.ts";
import { Patchbay, type ChatCompletion, type ChatCompletionRequest, type ReasoningDetail } from "@patchbay/client";
export { testSessionStore } from "./stores/check-store.ts";

/** What a scripted model says: a text, calls of tools, or a failure of the service. */
export type ScriptedTurn =
  | string
  | {
      readonly text?: string | undefined;
      /** Given as they are, and expected to come back. */
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
      /** Default: the model that was asked for. */
      readonly model?: string | undefined;
    }
  | { readonly status: number; readonly message?: string | undefined };

/** A client whose model says what the test says. */
export interface ScriptedClient {
  readonly client: Patchbay;
  /** What was asked, in order. */
  readonly requests: readonly ChatCompletionRequest[];
  /** Throws when turns were not requested, requests had no turn, or a turn function threw; names each. */
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
 * A client for tests of agents: its model gives one turn after the other, and everything else is real. A function makes its turn of
 * the request; what it throws is thrown by the run. A request for which no turn is left is answered with 500.
 *
 * @throws AgentError when a turn has a field that does not exist
 * @example
 * ```ts
 * const { client, assertDone } = scripted([{ toolCalls: [{ name: "weather", arguments: { city: "Oslo" } }] }, "Snow."]);
 * const { text } = await agent({ client, model: "any/model", tools: [weather] }).run("Weather?");
 * assertDone();
 * ```
 */
export function createScriptedClient(
  turns: readonly (ScriptedTurn | ((request: ChatCompletionRequest) => ScriptedTurn | Promise<ScriptedTurn>))[],
): ScriptedClient {
  if (!Array.isArray(turns)) throw new AgentError(`The turns of scripted must be a list, got ${show(turns)}.`);
  for (const [index, turn] of turns.entries()) if (typeof turn !== "function") checkTurn(turn, index);
  const requests: ChatCompletionRequest[] = [];
  const faults: string[] = [];
  const thrown: unknown[] = [];
  const answer = async (request: Request): Promise<Response> => {
    if (!new URL(request.url).pathname.endsWith("/chat/completions")) {
      const message = `scripted() answers chats, and this is ${request.method} ${request.url}.`;
      faults.push(message);
      return refuse(501, message);
    }
    const body = (await request.json()) as ChatCompletionRequest;
    const index = requests.push(body) - 1;
    if (index >= turns.length) {
      const message = `Request ${index + 1} is one too many: the script has ${turns.length} turns. Its last message is ${lastOf(body)}.`;
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
    // What a middleware throws is thrown untouched; what `fetch` throws is a failed connection.
    client: new Patchbay({ apiKey: "scripted", middleware: [answer], maxRetries: 0, dangerouslyAllowBrowser: true }),
    requests,
    assertComplete() {
      const left = turns
        .slice(requests.length)
        .map((turn, at) => `Turn ${requests.length + at + 1} of ${turns.length} was not requested: ${tellTurn(turn)}.`);
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
  const place = `turn ${index + 1} of scripted`;
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
      `\`message\` of ${place} has no effect without \`status\`. Use \`text\` for an answer, or add \`status\`.`,
    );
  if (cost !== undefined && !isAmount(cost))
    throw new AgentError(`\`cost\` of ${place} must be a number of USD from 0, got ${show(cost)}.`);
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

/** A turn as an error message shows it. */
function tellTurn(turn: ScriptedTurn | ((request: ChatCompletionRequest) => unknown)): string {
  if (typeof turn === "function") return "a function";
  if (typeof turn === "string") return show(turn);
  if ("status" in turn) return `status ${turn.status}`;
  const calls = turn.toolCalls?.map(({ name }) => name) ?? [];
  return calls.length > 0 ? `a call of ${calls.join(", ")}` : show(turn.text ?? "");
}

function lastOf({ messages }: ChatCompletionRequest): string {
  const { role, content } = messages.at(-1) ?? {};
  return role === undefined ? "missing" : `of the role ${role}: ${show(content)}`;
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
