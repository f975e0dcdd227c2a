import type { ChatCompletionRequest, ChatMessage, ReasoningDetail, ServerToolUse } from "@patchbay/spec";
import type { Page } from "../web/search-corpus.ts";
import { toUsd, type NanoUsd } from "../engine/billing/money.ts";
import { tryParseJson } from "../json/parse-json.ts";
import { createSampleBudgets } from "../schema/sample-budgets.ts";
import { getModelOutput } from "../rules/play.ts";
import type { Play } from "../rules/scenario.ts";
import { highestFee, runServerTool, serverToolOf, type ToolResult } from "../server-tools/run.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { ModelOutput, UpstreamContext } from "../upstreams/upstream.ts";
import type { ServerState } from "../state/server-state.ts";
import type { ServerWork } from "./turn.ts";

/** The final output of the model, and the work of the server tools before it. */
export interface ServerToolLoopResult {
  readonly said: ModelOutput;
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

interface ServerToolLoopOptions {
  readonly context: UpstreamContext;
  /** The rule that replaces the model's output, if one matched. */
  readonly play: Play | undefined;
  readonly tokenizer: Tokenizer;
  /** In tokens of the common tokenizer. */
  readonly promptTokens: number;
  /** The cost of prompt and completion tokens. */
  readonly costOf: (prompt: number, completion: number) => NanoUsd;
  /** Reserves credits for work before the final output. Returns false if the balance is too low. */
  readonly cover: (work: ServerWork) => boolean;
}

/**
 * Calls the model, runs the server tools that it calls, and repeats until the model produces a final output or the budget is
 * spent. Credits are reserved before each tool run and before each model call. If the balance is too low for the next step,
 * the model is called once more without server tools, as when the request's own budget is spent.
 */
export async function runServerTools(
  state: ServerState,
  input: ChatCompletionRequest,
  options: ServerToolLoopOptions,
): Promise<ServerToolLoopResult> {
  const { context, play, tokenizer, promptTokens, costOf, cover } = options;
  let request = input;
  const budgets = createSampleBudgets();
  const ask = (seed: number): ModelOutput | Promise<ModelOutput> =>
    (play && getModelOutput(play)) ?? state.upstream.complete(request, { ...context, seed, budgets });
  const first = ask(context.seed);
  let said = first instanceof Promise ? await first : first;
  if (!input.tools?.some(({ type }) => type !== "function")) return { said, ...nothing };
  const details: ReasoningDetail[] = [];
  const pages: Page[] = [];
  let done: Done = nothingDone;
  let reading = promptTokens;
  for (;;) {
    const calls = callsOf(said, input);
    if (calls.length === 0) break;
    const written = calls.reduce((sum, { text }) => sum + tokenizer.count(text), 0);
    // These tokens are charged once the model is called again, whether or not the tools run.
    const asked = afterCalls(done, { reading, written, calls: calls.length });
    const fees = calls.reduce((sum, { tool }) => sum + highestFee(tool), 0n);
    const workOf = (next: Done, read: number): ServerWork => toWork(next, read - promptTokens);
    if (!cover(workOf({ ...asked, fees: asked.fees + fees }, reading + written))) {
      if (!cover(workOf(asked, reading))) {
        said = withoutServerCalls(said, input, "length");
        break;
      }
      done = asked;
      request = withoutServerTools(request, input);
      said = withoutServerCalls(await ask(context.seed + done.steps), input);
      break;
    }
    const ran = calls.map(({ call, tool, text }, index) => {
      const result = runServerTool(tool, parse(call.arguments), state);
      const id = `srvtool_${asked.steps}_${index}`;
      return { ...result, name: call.name, text, id, result: JSON.stringify(result.result) };
    });
    done = ran.reduce(afterTool, asked);
    for (const { name, text, id, result, pages: found } of ran) {
      pages.push(...found.filter((page) => !pages.includes(page)));
      details.push({
        type: "reasoning.server_tool_call",
        tool_name: name,
        arguments: text,
        result,
        tool_call_id: id,
        index: details.length,
      });
    }
    const results = ran.reduce((sum, { result }) => sum + tokenizer.count(result) + 6, 0);
    const canRead = cover(workOf(done, reading + written + results));
    if (canRead) reading += written + results;
    // The balance cannot pay for the tokens of the results, so they are omitted.
    else cover(workOf(done, reading));
    const messages = canRead ? [...request.messages, ...toMessages(ran)] : request.messages;
    const spent =
      !canRead ||
      isSpent(input, {
        steps: done.steps,
        called: calls.map(({ call }) => call.name),
        tokens: done.prompt + done.completion,
        cost: costOf(done.prompt, done.completion) + done.fees,
      });
    // Once the budget is spent, the model is called a last time without server tools.
    request = spent
      ? { ...withoutServerTools(request, input), messages }
      : { ...request, tool_choice: "auto", messages };
    said = await ask(context.seed + done.steps);
    if (!spent) continue;
    said = withoutServerCalls(said, input);
    break;
  }
  const { prompt, completion, steps, fees, searches, fetches, requested, executed } = done;
  const use = { tool_calls_requested: requested, tool_calls_executed: executed, web_search_requests: searches };
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

/** What was done before the answer. Tokens are of the common tokenizer. */
interface Done {
  /** Read and written by the requests to the model before the last one. */
  readonly prompt: number;
  readonly completion: number;
  /** How many those were. */
  readonly steps: number;
  readonly fees: NanoUsd;
  readonly requested: number;
  readonly executed: number;
  readonly searches: number;
  readonly fetches: number;
}

const nothingDone: Done = {
  prompt: 0,
  completion: 0,
  steps: 0,
  fees: 0n,
  requested: 0,
  executed: 0,
  searches: 0,
  fetches: 0,
};

function afterCalls(
  done: Done,
  { reading, written, calls }: { reading: number; written: number; calls: number },
): Done {
  return {
    ...done,
    prompt: done.prompt + reading,
    completion: done.completion + written,
    steps: done.steps + 1,
    requested: done.requested + calls,
  };
}

function afterTool(done: Done, { fee, isSearch, name }: ToolResult & { readonly name: string }): Done {
  return {
    ...done,
    fees: done.fees + fee,
    executed: done.executed + 1,
    searches: done.searches + (isSearch ? 1 : 0),
    fetches: done.fetches + (!isSearch && name.includes("fetch") ? 1 : 0),
  };
}

function toWork({ prompt, completion, steps, fees }: Done, extra: number): ServerWork {
  return { promptTokens: prompt + extra, completionTokens: completion, steps, fees, use: undefined };
}

interface ServerCall {
  readonly call: NonNullable<ModelOutput["toolCalls"]>[number];
  readonly tool: NonNullable<ReturnType<typeof serverToolOf>>;
  /** The arguments as JSON text. */
  readonly text: string;
}

/** The tool calls of an output if all of them are calls of server tools; otherwise an empty list. */
function callsOf({ toolCalls = [] }: ModelOutput, input: ChatCompletionRequest): ServerCall[] {
  const calls = toolCalls.flatMap((call) => {
    const tool = serverToolOf(input, call.name);
    const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments ?? {});
    return tool ? [{ call, tool, text }] : [];
  });
  return calls.length === toolCalls.length ? calls : [];
}

/** The final output without its remaining calls of server tools, which the server does not run. */
function withoutServerCalls(said: ModelOutput, input: ChatCompletionRequest, finishReason?: string): ModelOutput {
  const { toolCalls, ...rest } = said;
  const own = toolCalls?.filter(({ name }) => !serverToolOf(input, name)) ?? [];
  if (toolCalls === undefined || own.length === toolCalls.length) return said;
  return own.length > 0 ? { ...rest, toolCalls: own } : { content: "", ...rest, finishReason: finishReason ?? "stop" };
}

/** The request with the caller's own tools only. */
function withoutServerTools(request: ChatCompletionRequest, { tools }: ChatCompletionRequest): ChatCompletionRequest {
  const { tools: _, tool_choice: __, ...plain } = request;
  const own = tools?.filter(({ type }) => type === "function") ?? [];
  return own.length > 0 ? { ...plain, tools: own } : plain;
}

interface Ran {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly result: string;
}

/** The calls and their results as chat messages. */
function toMessages(ran: readonly Ran[]): ChatMessage[] {
  const calls = ran.map(({ id, name, text }) => ({
    id,
    type: "function" as const,
    function: { name, arguments: text },
  }));
  const results = ran.map(({ id, result }) => ({ role: "tool" as const, tool_call_id: id, content: result }));
  return [{ role: "assistant", content: null, tool_calls: calls }, ...results];
}

interface Spent {
  readonly steps: number;
  readonly called: readonly string[];
  readonly tokens: number;
  readonly cost: NanoUsd;
}

/** Whether the budget for server tools is used up: by the conditions of the request, or by its maximum number of steps. */
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
  const parsed = tryParseJson(given);
  return parsed === undefined ? {} : parsed;
}
