import type { ChatCompletionRequest, ChatMessage, RoutingMetadata } from "@patchbay/spec";
import { reserve } from "../charge.ts";
import { toEvents } from "../chat/events.ts";
import { cut, priceOf, toCompletion, type Answer, type Turn } from "../chat/turn.ts";
import { choose, type Choice } from "../choose.ts";
import type { HandlersOf, KeyedContext } from "../handler.ts";
import { newGenerationId, record, type Outcome } from "../record.ts";
import { Refusal } from "../refusal.ts";
import { loadTokenizer, type Tokenizer } from "../tokenizer.ts";

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
