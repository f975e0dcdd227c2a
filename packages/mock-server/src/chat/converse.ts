import type { ChatCompletionRequest, ChatMessage, ReasoningDetail, ServerToolUse } from "@patchbay/spec";
import type { Page } from "../corpus.ts";
import { toUsd, type NanoUsd } from "../engine/money.ts";
import { createSampleBudgets } from "../sample-budgets.ts";
import { providerSays } from "../scenario/play.ts";
import type { Play } from "../scenario/scenario.ts";
import { runServerTool, serverToolOf } from "../server-tools/run.ts";
import type { Tokenizer } from "../tokenizer.ts";
import type { Completion, UpstreamContext } from "../upstreams/upstream.ts";
import type { World } from "../world.ts";

/** What the model said at last, and the work of the service's tools before that. */
export interface Conversation {
  readonly said: Completion;
  readonly details: readonly ReasoningDetail[];
  readonly pages: readonly Page[];
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly steps: number;
  readonly fees: NanoUsd;
  readonly use: ServerToolUse | undefined;
  readonly fetches: number;
}

const mostSteps = 30;

/** Asks the model, runs the tools of the service that it calls, and asks again, until it answers or the budget is spent. */
export async function converse(
  world: World,
  input: ChatCompletionRequest,
  {
    context,
    play,
    tokenizer,
    promptTokens,
    costOf,
  }: {
    context: UpstreamContext;
    /** What a rule says in place of the model. */
    play: Play | undefined;
    tokenizer: Tokenizer;
    /** Of the common tokenizer. */
    promptTokens: number;
    /** What so many prompt and answer tokens cost. */
    costOf: (prompt: number, completion: number) => NanoUsd;
  },
): Promise<Conversation> {
  let request = input;
  const budgets = createSampleBudgets();
  const ask = (seed: number): Completion | Promise<Completion> =>
    (play && providerSays(play)) ?? world.upstream.complete(request, { ...context, seed, budgets });
  const first = ask(context.seed);
  let said = first instanceof Promise ? await first : first;
  if (!input.tools?.some(({ type }) => type !== "function")) return { said, ...nothing };
  const details: ReasoningDetail[] = [];
  const pages: Page[] = [];
  let [prompt, completion, steps, requested, searches, fetches, fees] = [0, 0, 0, 0, 0, 0, 0n];
  let reading = promptTokens;
  for (;;) {
    const calls = (said.toolCalls ?? []).map((call) => ({ call, tool: serverToolOf(input, call.name) }));
    if (calls.length === 0 || calls.some(({ tool }) => !tool)) break;
    steps++;
    requested += calls.length;
    prompt += reading;
    const results: ChatMessage[] = [];
    const toolCalls = calls.map(({ call, tool }, index) => {
      const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments ?? {});
      const id = `srvtool_${steps}_${index}`;
      const ran = runServerTool(tool!, parse(call.arguments), world);
      const result = JSON.stringify(ran.result);
      fees += ran.fee;
      pages.push(...ran.pages.filter((page) => !pages.includes(page)));
      if (ran.isSearch) searches++;
      else if (call.name.includes("fetch")) fetches++;
      const read = tokenizer.count(text);
      completion += read;
      reading += read + tokenizer.count(result) + 6;
      details.push({
        type: "reasoning.server_tool_call",
        tool_name: call.name,
        arguments: text,
        result,
        tool_call_id: id,
        index: details.length,
      });
      results.push({ role: "tool", tool_call_id: id, content: result });
      return { id, type: "function" as const, function: { name: call.name, arguments: text } };
    });
    const messages: ChatMessage[] = [
      ...request.messages,
      { role: "assistant", content: null, tool_calls: toolCalls },
      ...results,
    ];
    const spent = isSpent(input, {
      steps,
      called: calls.map(({ call }) => call.name),
      tokens: prompt + completion,
      cost: costOf(prompt, completion) + fees,
    });
    // Once the budget is spent, the model is asked for its final answer without the service's tools.
    const { tools: _, tool_choice: __, ...plain } = request;
    const own = input.tools.filter(({ type }) => type === "function");
    request = spent
      ? { ...plain, ...(own.length > 0 && { tools: own }), messages }
      : { ...request, tool_choice: "auto", messages };
    said = await ask(context.seed + steps);
    if (spent) break;
  }
  const use = { tool_calls_requested: requested, tool_calls_executed: requested, web_search_requests: searches };
  const extra = reading - promptTokens;
  return {
    said,
    details,
    pages,
    promptTokens: prompt + extra,
    completionTokens: completion,
    steps,
    fees,
    use,
    fetches,
  };
}

const nothing = {
  details: [],
  pages: [],
  promptTokens: 0,
  completionTokens: 0,
  steps: 0,
  fees: 0n,
  use: undefined,
  fetches: 0,
} as const;

interface Spent {
  readonly steps: number;
  readonly called: readonly string[];
  readonly tokens: number;
  readonly cost: NanoUsd;
}

/** Whether the budget of server tools is used up: by the conditions of the request, or else by its count of steps. */
function isSpent(
  { stop_server_tools_when: conditions, max_tool_calls: most }: ChatCompletionRequest,
  spent: Spent,
): boolean {
  if (spent.steps >= mostSteps) return true;
  if (!conditions || conditions.length === 0) return spent.steps >= (most ?? mostSteps);
  return conditions.some((condition) => {
    switch (condition.type) {
      case "step_count_is":
        return spent.steps >= condition.step_count;
      case "has_tool_call":
        return spent.called.includes(condition.tool_name);
      case "max_tokens_used":
        return spent.tokens >= condition.max_tokens;
      case "max_cost":
        return toUsd(spent.cost) >= condition.max_cost_in_dollars;
      case "finish_reason_is":
        return condition.reason === "tool_calls";
      default:
        return false;
    }
  });
}

function parse(given: unknown): unknown {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return {};
  }
}
