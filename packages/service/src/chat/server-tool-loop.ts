import type { ChatMessage, ReasoningDetail, ServerToolUse } from "@patchbay/spec";
import type { Page } from "../web/page.ts";
import { toUsd, type NanoUsd } from "@patchbay/engine/billing/money";
import { tryParseJson } from "../json/parse-json.ts";
import { readUsage } from "../parts/read-usage.ts";
import type { ReportedUsage } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import { highestFee, runServerTool, serverToolOf } from "../server-tools/run.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { CollectedOutput, ModelOutput } from "../upstreams/model-output.ts";
import type { ServiceState } from "../state/service-state.ts";
import type { ServerWork } from "./turn.ts";

/** The final output of the model, and the work of the server tools before it. */
export interface ServerToolLoopResult {
  readonly output: ModelOutput;
  /** The usage of all model calls, if the upstream reported it. */
  readonly usage: ReportedUsage | undefined;
  readonly details: readonly ReasoningDetail[];
  readonly pages: readonly Page[];
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly steps: number;
  readonly fees: NanoUsd;
  readonly use: ServerToolUse | undefined;
  readonly fetches: number;
}

/** The result of a request without server tools, apart from its output. */
export const noServerTools: Omit<ServerToolLoopResult, "output" | "usage"> = {
  details: [],
  pages: [],
  promptTokens: 0,
  completionTokens: 0,
  steps: 0,
  fees: 0n,
  use: undefined,
  fetches: 0,
};

const mostSteps = 30;

/** How the model is called, and what its steps cost. */
export interface ServerToolLoopOptions {
  /** Calls the model. `steps` is the number of model calls before. */
  readonly callModel: (request: UnifiedRequest, steps: number) => Promise<CollectedOutput>;
  readonly tokenizer: Tokenizer;
  /** In tokens of the common tokenizer. */
  readonly promptTokens: number;
  /** The cost of prompt and completion tokens. */
  readonly costOf: (prompt: number, completion: number) => NanoUsd;
  /** Reserves credits for work before the final output. Returns false if the balance is too low. */
  readonly cover: (work: ServerWork) => boolean;
  /** Called with the calls of a step once they have run, before the next step. */
  readonly onCalls?: (details: readonly ReasoningDetail[]) => unknown;
}

/**
 * Calls the model, runs the server tools that it calls, and repeats until the model produces a final output or the budget is
 * spent. Credits are reserved before each tool run and before each model call. If the balance is too low for the next step,
 * the model is called once more without server tools, as when the request's own budget is spent.
 */
export async function runServerTools(
  state: ServiceState,
  input: UnifiedRequest,
  options: ServerToolLoopOptions,
): Promise<ServerToolLoopResult> {
  const { tokenizer, promptTokens, costOf, cover } = options;
  let usage: ReportedUsage | undefined;
  const callModel = async (asked: UnifiedRequest, steps: number): Promise<ModelOutput> => {
    const collected = await options.callModel(asked, steps);
    usage = addUsage(usage, collected.usage && readUsage(collected.usage));
    return collected.output;
  };
  const canPay = (totals: Totals): boolean => cover(toWork(totals, promptTokens));
  const details: ReasoningDetail[] = [];
  const pages: Page[] = [];
  let request = input;
  let output = await callModel(request, 0);
  let totals: Totals = { ...noTotals, reading: promptTokens };
  const hasServerTools = input.tools?.some(({ type }) => type !== "function") ?? false;
  for (;;) {
    const calls = hasServerTools ? callsOf(output, input) : [];
    if (calls.length === 0) break;
    const written = calls.reduce((sum, { text }) => sum + tokenizer.count(text), 0);
    const fees = calls.reduce((sum, { tool }) => sum + highestFee(tool), 0n);
    // These tokens are charged once the model is called again, whether or not the tools run.
    // Calls of the caller's own tools end the loop. The model is not called again.
    const isLast = calls.length < output.toolCalls!.length;
    const step = isLast ? {} : { prompt: totals.reading, steps: 1 };
    const called = add(totals, { ...step, completion: written, requested: calls.length });
    if (!canPay(add(called, { fees, ...(isLast ? {} : { reading: written }) }))) {
      if (isLast || !canPay(called)) {
        output = withoutServerCalls(output, input, "length");
        break;
      }
      totals = called;
      request = withoutServerTools(request, input);
      output = withoutServerCalls(await callModel(request, totals.steps), input);
      break;
    }
    const ran = runCalls(calls, called.steps, state);
    totals = ran.reduce((sum, { totals: change }) => add(sum, change), called);
    for (const call of ran) pages.push(...call.pages.filter((page) => !pages.includes(page)));
    const made = ran.map((call, index) => toDetail(call, details.length + index));
    details.push(...made);
    await options.onCalls?.(made);
    if (isLast) {
      output = withoutServerCalls(output, input);
      break;
    }
    const results = ran.reduce((sum, { result }) => sum + tokenizer.count(result) + 6, 0);
    const withResults = add(totals, { reading: written + results });
    const canRead = canPay(withResults);
    // The balance cannot pay for the tokens of the results, so they are omitted.
    if (!canRead) canPay(totals);
    const spent = !canRead || isSpent(input, toSpent(totals, calls, costOf));
    totals = canRead ? withResults : totals;
    const messages = canRead ? [...request.messages, ...toMessages(ran)] : request.messages;
    // Once the budget is spent, the model is called a last time without server tools.
    request = spent
      ? { ...withoutServerTools(request, input), messages }
      : { ...request, tool_choice: "auto", messages };
    output = await callModel(request, totals.steps);
    if (!spent) continue;
    output = withoutServerCalls(output, input);
    break;
  }
  const use = hasServerTools ? toUse(totals) : undefined;
  return { output, usage, details, pages, ...toResult(totals, promptTokens), use };
}

/** The usage of all model calls so far. */
function addUsage(sum: ReportedUsage | undefined, more: ReportedUsage | undefined): ReportedUsage | undefined {
  if (!sum || !more) return sum ?? more;
  return {
    promptTokens: sum.promptTokens + more.promptTokens,
    completionTokens: sum.completionTokens + more.completionTokens,
    reasoningTokens: (sum.reasoningTokens ?? 0) + (more.reasoningTokens ?? 0),
    cachedTokens: (sum.cachedTokens ?? 0) + (more.cachedTokens ?? 0),
    cacheWriteTokens: (sum.cacheWriteTokens ?? 0) + (more.cacheWriteTokens ?? 0),
  };
}

/** The work before the final output. Tokens are of the common tokenizer. */
interface Totals {
  /** Input and output tokens of the model calls before the last one. */
  readonly prompt: number;
  readonly completion: number;
  /** Input tokens of the next model call. */
  readonly reading: number;
  /** Model calls before the last one. */
  readonly steps: number;
  readonly fees: NanoUsd;
  readonly requested: number;
  readonly executed: number;
  readonly searches: number;
  readonly fetches: number;
}

const noTotals: Totals = {
  prompt: 0,
  completion: 0,
  reading: 0,
  steps: 0,
  fees: 0n,
  requested: 0,
  executed: 0,
  searches: 0,
  fetches: 0,
};

function add(totals: Totals, change: Partial<Totals>): Totals {
  const more = { ...noTotals, ...change };
  return {
    prompt: totals.prompt + more.prompt,
    completion: totals.completion + more.completion,
    reading: totals.reading + more.reading,
    steps: totals.steps + more.steps,
    fees: totals.fees + more.fees,
    requested: totals.requested + more.requested,
    executed: totals.executed + more.executed,
    searches: totals.searches + more.searches,
    fetches: totals.fetches + more.fetches,
  };
}

/** The parts of the result that are counted. `promptTokens` are those of the request itself. */
function toResult(
  { prompt, reading, completion, steps, fees, fetches }: Totals,
  promptTokens: number,
): Pick<ServerToolLoopResult, "promptTokens" | "completionTokens" | "steps" | "fees" | "fetches"> {
  return { promptTokens: prompt + reading - promptTokens, completionTokens: completion, steps, fees, fetches };
}

function toWork(totals: Totals, promptTokens: number): ServerWork {
  return { ...toResult(totals, promptTokens), use: undefined };
}

function toUse({ requested, executed, searches }: Totals): ServerToolUse {
  return { tool_calls_requested: requested, tool_calls_executed: executed, web_search_requests: searches };
}

function toSpent(
  { steps, prompt, completion, fees }: Totals,
  calls: readonly ServerCall[],
  costOf: ServerToolLoopOptions["costOf"],
): Spent {
  return {
    steps,
    called: calls.map(({ call }) => call.name),
    tokens: prompt + completion,
    cost: costOf(prompt, completion) + fees,
  };
}

interface ServerCall {
  readonly call: NonNullable<ModelOutput["toolCalls"]>[number];
  readonly tool: NonNullable<ReturnType<typeof serverToolOf>>;
  /** The arguments as JSON text. */
  readonly text: string;
}

/** The calls of server tools in an output. */
function callsOf({ toolCalls = [] }: ModelOutput, input: UnifiedRequest): ServerCall[] {
  return toolCalls.flatMap((call) => {
    const tool = serverToolOf(input, call.name);
    const text = typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments ?? {});
    return tool ? [{ call, tool, text }] : [];
  });
}

/** The final output without its remaining calls of server tools, which the server does not run. */
function withoutServerCalls(output: ModelOutput, input: UnifiedRequest, finishReason?: string): ModelOutput {
  const { toolCalls, ...rest } = output;
  const own = toolCalls?.filter(({ name }) => !serverToolOf(input, name)) ?? [];
  if (toolCalls === undefined || own.length === toolCalls.length) return output;
  return own.length > 0 ? { ...rest, toolCalls: own } : { content: "", ...rest, finishReason: finishReason ?? "stop" };
}

/** The request with the caller's own tools only. */
function withoutServerTools(request: UnifiedRequest, { tools }: UnifiedRequest): UnifiedRequest {
  const { tools: _, tool_choice: __, ...plain } = request;
  const own = tools?.filter(({ type }) => type === "function") ?? [];
  return own.length > 0 ? { ...plain, tools: own } : plain;
}

interface FinishedCall {
  readonly id: string;
  readonly name: string;
  /** The arguments as JSON text. */
  readonly text: string;
  /** The result as JSON text. */
  readonly result: string;
  readonly pages: readonly Page[];
  readonly totals: Partial<Totals>;
}

/** Runs the calls of one step. */
function runCalls(calls: readonly ServerCall[], step: number, state: ServiceState): FinishedCall[] {
  return calls.map(({ call: { name, arguments: given }, tool, text }, index) => {
    const { result, fee, isSearch, pages } = runServerTool(tool, parse(given), state);
    const isFetch = !isSearch && name.includes("fetch");
    const totals = { fees: fee, executed: 1, searches: isSearch ? 1 : 0, fetches: isFetch ? 1 : 0 };
    return { id: `srvtool_${step}_${index}`, name, text, result: JSON.stringify(result), pages, totals };
  });
}

function toDetail({ id, name, text, result }: FinishedCall, index: number): ReasoningDetail {
  return { type: "reasoning.server_tool_call", tool_name: name, arguments: text, result, tool_call_id: id, index };
}

/** The calls and their results as chat messages. */
function toMessages(ran: readonly FinishedCall[]): ChatMessage[] {
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
function isSpent({ stop_server_tools_when: conditions, max_tool_calls: most }: UnifiedRequest, spent: Spent): boolean {
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
