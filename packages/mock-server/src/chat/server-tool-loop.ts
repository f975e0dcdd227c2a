import type { ChatCompletionRequest, ChatMessage, ReasoningDetail, ServerToolUse } from "@patchbay/spec";
import type { Page } from "../web/search-corpus.ts";
import { toUsd, type NanoUsd } from "../engine/billing/money.ts";
import { createSampleBudgets } from "../schema/sample-budgets.ts";
import { providerSays } from "../rules/play.ts";
import type { Play } from "../rules/scenario.ts";
import { highestFee, runServerTool, serverToolOf, type ToolResult } from "../server-tools/run.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { ModelOutput, UpstreamContext } from "../upstreams/upstream.ts";
import type { ServerState } from "../state/server-state.ts";
import type { ServerWork } from "./turn.ts";

/** What the model said at last, and the work of the service's tools before that. */
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
  /** What a rule says in place of the model. */
  readonly play: Play | undefined;
  readonly tokenizer: Tokenizer;
  /** Of the common tokenizer. */
  readonly promptTokens: number;
  /** What so many prompt and answer tokens cost. */
  readonly costOf: (prompt: number, completion: number) => NanoUsd;
  /** Sets money aside for work before the answer; false when there is not as much. */
  readonly cover: (work: ServerWork) => boolean;
}

/**
 * Asks the model, runs the tools of the service that it calls, and asks again, until it answers or the budget is spent. Money
 * is set aside before a tool runs and before the model is asked again. What cannot be paid is not done: the model is then asked
 * for its final answer, as when the request's own budget is spent.
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
    (play && providerSays(play)) ?? state.upstream.complete(request, { ...context, seed, budgets });
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
    // What was asked and called so far is paid in any case, once the model is asked again.
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
    // Results that the purse cannot pay to read are left out.
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
    // Once the budget is spent, the model is asked for its final answer without the service's tools.
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
  /** Its arguments. */
  readonly text: string;
}

/** The calls of an answer, where all of them are of the service's tools. */
function callsOf({ toolCalls = [] }: ModelOutput, input: ChatCompletionRequest): ServerCall[] {
  const calls = toolCalls.flatMap((call) => {
    const tool = serverToolOf(input, call.name);
    const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments ?? {});
    return tool ? [{ call, tool, text }] : [];
  });
  return calls.length === toolCalls.length ? calls : [];
}

/** A final answer: the server does not run the calls of the service's tools that it still has. */
function withoutServerCalls(said: ModelOutput, input: ChatCompletionRequest, finishReason?: string): ModelOutput {
  const { toolCalls, ...rest } = said;
  const own = toolCalls?.filter(({ name }) => !serverToolOf(input, name)) ?? [];
  if (toolCalls === undefined || own.length === toolCalls.length) return said;
  return own.length > 0 ? { ...rest, toolCalls: own } : { content: "", ...rest, finishReason: finishReason ?? "stop" };
}

/** A request whose only tools are the caller's own. */
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

/** The calls and their results, as the model reads them. */
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
