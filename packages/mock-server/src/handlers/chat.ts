import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionMessage,
  ChatCompletionRequest,
  ChatMessage,
  RoutingMetadata,
  ToolCall,
  Usage,
} from "@patchbay/spec";
import { reserve } from "../charge.ts";
import { choose, type Choice } from "../choose.ts";
import { costOf, toUsd, type NanoUsd } from "../engine/money.ts";
import type { HandlersOf, KeyedContext } from "../handler.ts";
import { newGenerationId, record, type Outcome } from "../record.ts";
import { Refusal } from "../refusal.ts";
import type { Frame, FrameBody } from "../reply.ts";
import { loadTokenizer, type Tokenizer } from "../tokenizer.ts";
import type { Completion } from "../upstreams/upstream.ts";
import type { World } from "../world.ts";

const defaultModel = "openai/gpt-5-mini";

export const chat: HandlersOf<"chat"> = {
  "chat.completions.create": async (input, context) => {
    const { world, key, headers } = context;
    checkEffort(input);
    const choice = choose(world, namesOf(input), "text");
    const tokenizer = await loadTokenizer();
    const promptTokens = countPrompt(input, tokenizer);
    const maxTokens = longestAnswer(input, choice, promptTokens);
    const charge = reserve(world, key, {
      cost: priceOf(choice, promptTokens, maxTokens),
      maxTokens,
      endpoint: choice.endpoint,
    });
    let answer: Answer;
    try {
      answer = cut(await world.upstream.complete(input), tokenizer, {
        world,
        maxTokens,
        hidden: input.reasoning?.exclude === true || input.include_reasoning === false,
      });
    } catch (error) {
      charge.release();
      throw error;
    }
    const turn: Turn = {
      id: newGenerationId(world),
      created: Math.floor(world.now() / 1000),
      choice,
      promptTokens,
      answer,
      metadata: wantsMetadata(headers) ? routingOf(input, choice) : undefined,
    };
    const close = (completionTokens: number, cancelled: boolean): void => {
      const cost = priceOf(choice, promptTokens, completionTokens);
      charge.settle(cost);
      record(world, outcomeOf(turn, input, context, { completionTokens, cost, cancelled }));
    };
    if (input.stream) return { headers: { "x-generation-id": turn.id }, body: toEvents(turn, world, close) };
    close(answer.tokens, false);
    return { headers: { "x-generation-id": turn.id }, body: toCompletion(turn) };
  },
};

/** One request and what the model said to it. */
interface Turn {
  readonly id: string;
  readonly created: number;
  readonly choice: Choice;
  readonly promptTokens: number;
  readonly answer: Answer;
  readonly metadata: RoutingMetadata | undefined;
}

/** What the model said, in tokens. */
interface Answer {
  readonly reasoning: readonly string[];
  readonly content: readonly string[];
  readonly toolCalls: readonly { readonly call: ToolCall; readonly tokens: readonly string[] }[];
  readonly tokens: number;
  readonly reasoningTokens: number;
  readonly finishReason: string;
}

function namesOf({ model, models = [] }: ChatCompletionRequest): string[] {
  const names = model === undefined ? models : [model, ...models];
  return names.length > 0 ? names : [defaultModel];
}

/** What no schema can say: the short and the long form must not disagree. */
function checkEffort({ reasoning, reasoning_effort: short }: ChatCompletionRequest): void {
  const long = reasoning?.effort;
  if (!short || !long || short === long) return;
  throw new Refusal(
    400,
    `reasoning_effort is ${short} and reasoning.effort is ${long}. Send one of them, or the same in both.`,
  );
}

function countPrompt({ messages, tools }: ChatCompletionRequest, tokenizer: Tokenizer): number {
  const ofMessages = messages.reduce((sum, message) => sum + 3 + tokenizer.count(promptText(message)), 3);
  return tools && tools.length > 0 ? ofMessages + tokenizer.count(JSON.stringify(tools)) : ofMessages;
}

function promptText(message: ChatMessage): string {
  const { content } = message;
  const text =
    typeof content === "string"
      ? content
      : (content ?? []).map((part) => (part.type === "text" ? part.text : part.type)).join("");
  return "tool_calls" in message && message.tool_calls ? text + JSON.stringify(message.tool_calls) : text;
}

function longestAnswer(
  { max_tokens, max_completion_tokens }: ChatCompletionRequest,
  { model }: Choice,
  promptTokens: number,
): number {
  const { id, context_length: context, max_completion_tokens: most } = model.data;
  if (promptTokens >= context) {
    throw new Refusal(
      400,
      `This endpoint's maximum context length is ${context} tokens. However, you requested about ${promptTokens} tokens. Shorten the prompt for ${id}.`,
      { metadata: { error_type: "context_length_exceeded" } },
    );
  }
  return Math.min(max_tokens ?? max_completion_tokens ?? most ?? context, most ?? context, context - promptTokens);
}

function priceOf({ endpoint }: Choice, prompt: number, completion: number): NanoUsd {
  return costOf([
    { units: prompt, price: endpoint.prompt },
    { units: completion, price: endpoint.completion },
    { units: 1, price: endpoint.request },
  ]);
}

/** Splits what the model said into tokens and ends it at the limit. */
function cut(
  said: Completion,
  tokenizer: Tokenizer,
  { world, maxTokens, hidden }: { world: World; maxTokens: number; hidden: boolean },
): Answer {
  let left = maxTokens;
  const take = (text: string): string[] => {
    const taken = tokenizer.split(text).slice(0, left);
    left -= taken.length;
    return taken;
  };
  const reasoning = take(said.reasoning ?? "");
  const content = take(said.content ?? "");
  const toolCalls = (said.toolCalls ?? []).map(({ name, arguments: given }) => {
    const tokens = take(typeof given === "string" ? given : JSON.stringify(given));
    return {
      tokens,
      call: {
        id: `call_${world.ids.text(24)}`,
        type: "function" as const,
        function: { name, arguments: tokens.join("") },
      },
    };
  });
  const whole = tokenizer.split((said.reasoning ?? "") + (said.content ?? "")).length;
  const complete = left > 0 || whole <= maxTokens;
  const natural = said.finishReason ?? (toolCalls.length > 0 ? "tool_calls" : "stop");
  return {
    reasoning: hidden ? [] : reasoning,
    content,
    toolCalls,
    tokens: maxTokens - left,
    reasoningTokens: reasoning.length,
    finishReason: complete ? natural : "length",
  };
}

function usageOf({ choice, promptTokens, answer }: Turn): Usage {
  const { prompt, completion } = choice.endpoint;
  return {
    prompt_tokens: promptTokens,
    completion_tokens: answer.tokens,
    total_tokens: promptTokens + answer.tokens,
    prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: answer.reasoningTokens },
    cost: toUsd(priceOf(choice, promptTokens, answer.tokens)),
    is_byok: false,
    cost_details: {
      upstream_inference_cost: null,
      upstream_inference_prompt_cost: toUsd(costOf([{ units: promptTokens, price: prompt }])),
      upstream_inference_completions_cost: toUsd(costOf([{ units: answer.tokens, price: completion }])),
    },
  };
}

function toCompletion(turn: Turn): ChatCompletion {
  const { answer, metadata } = turn;
  const text = answer.content.join("");
  const reasoning = answer.reasoning.join("");
  const message: ChatCompletionMessage = {
    role: "assistant",
    content: text === "" && answer.toolCalls.length > 0 ? null : text,
    refusal: null,
    reasoning: reasoning === "" ? null : reasoning,
    ...(reasoning !== "" && { reasoning_details: [{ type: "reasoning.text" as const, text: reasoning, index: 0 }] }),
    ...(answer.toolCalls.length > 0 && { tool_calls: answer.toolCalls.map(({ call }) => call) }),
  };
  return {
    ...headOf(turn),
    object: "chat.completion",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        message,
        finish_reason: answer.finishReason,
        native_finish_reason: answer.finishReason,
        logprobs: null,
      },
    ],
    usage: usageOf(turn),
    ...(metadata && { openrouter_metadata: metadata }),
  };
}

function headOf({ id, created, choice }: Turn): Pick<ChatCompletion, "id" | "created" | "model" | "provider"> {
  return { id, created, model: choice.model.data.id, provider: choice.endpoint.provider.name };
}

type Delta = ChatCompletionChunk["choices"][number]["delta"];

/** The events of a streamed answer, one token each; the last one carries the usage. */
function toEvents(turn: Turn, world: World, close: (completionTokens: number, cancelled: boolean) => void): FrameBody {
  const { answer, metadata } = turn;
  const head = { ...headOf(turn), object: "chat.completion.chunk" as const };
  const frames: Frame[] = [];
  let tokens = 0;
  /** Answer tokens that were sent with each frame and those before it. */
  const sentWith: number[] = [];
  const push = (event: unknown): void => {
    frames.push({
      text: `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`,
      at: tokens * world.tokenGap,
    });
    sentWith.push(tokens);
  };
  const piece = (delta: Delta, finish: string | null = null): void =>
    push({
      ...head,
      choices: [{ index: 0, delta, finish_reason: finish, native_finish_reason: finish, logprobs: null }],
    } satisfies ChatCompletionChunk);
  const token = (delta: Delta): void => {
    tokens++;
    piece(delta);
  };

  tokens = answer.reasoningTokens - answer.reasoning.length;
  piece({ role: "assistant", content: "" });
  for (const text of answer.reasoning)
    token({ content: "", reasoning: text, reasoning_details: [{ type: "reasoning.text", text, index: 0 }] });
  for (const text of answer.content) token({ content: text });
  for (const [index, { call, tokens: parts }] of answer.toolCalls.entries()) {
    piece({
      tool_calls: [{ index, id: call.id, type: "function", function: { name: call.function.name, arguments: "" } }],
    });
    for (const text of parts) token({ tool_calls: [{ index, function: { arguments: text } }] });
  }
  piece({}, answer.finishReason);
  push({
    ...head,
    choices: [],
    usage: usageOf(turn),
    ...(metadata && { openrouter_metadata: metadata }),
  } satisfies ChatCompletionChunk);
  push("[DONE]");
  const ended = (sent: number, complete: boolean): void =>
    close(complete ? answer.tokens : (sentWith[sent - 1] ?? 0), !complete);
  return { kind: "frames", frames, ended };
}

function wantsMetadata(headers: Headers): boolean {
  return headers.get("x-openrouter-metadata")?.toLowerCase() === "enabled";
}

function routingOf(input: ChatCompletionRequest, { model, endpoint }: Choice): RoutingMetadata {
  const { id } = model.data;
  return {
    requested: namesOf(input)[0]!,
    strategy: "direct",
    region: null,
    summary: `${endpoint.provider.name} is the cheapest of ${model.endpoints.length} endpoints and answered at the first attempt.`,
    attempt: 1,
    is_byok: false,
    endpoints: {
      total: model.endpoints.length,
      available: model.endpoints.map((candidate) => ({
        provider: candidate.provider.name,
        model: id,
        selected: candidate === endpoint,
      })),
    },
    attempts: [{ provider: endpoint.provider.name, model: id, status: 200 }],
  };
}

function outcomeOf(
  { id, choice, promptTokens, answer }: Turn,
  input: ChatCompletionRequest,
  { key, headers }: KeyedContext,
  end: Pick<Outcome, "completionTokens" | "cost" | "cancelled">,
): Outcome {
  const reasoning = answer.reasoning.join("");
  return {
    id,
    apiType: "completions",
    key,
    ...choice,
    promptTokens,
    reasoningTokens: Math.min(answer.reasoningTokens, end.completionTokens),
    finishReason: end.cancelled ? null : answer.finishReason,
    streamed: input.stream === true,
    headers,
    content: { messages: input.messages, completion: answer.content.join("") || null, reasoning: reasoning || null },
    ...end,
  };
}
