import type { ChatCompletionRequest } from "@patchbay/spec";
import { textOf } from "../chat/prompt.ts";
import { wordsOf } from "../engine/bm25.ts";
import { plainSample, sample } from "../engine/sample.ts";
import { hashText } from "../engine/random.ts";
import type { Completion, Upstream, UpstreamContext } from "./upstream.ts";

/** Calls every offered tool when the user spoke last, and answers a JSON Schema with JSON; otherwise undefined. */
export const schema: Upstream = {
  complete(request, context) {
    return fromSchema(request, context, () => true) ?? { content: "{}" };
  },
};

type Wish = (tool: Callable) => boolean;

/** A function of the caller or a tool of the service, as a model sees it. */
export interface Callable {
  readonly name: string;
  readonly description: string;
  readonly parameters: unknown;
}

/**
 * What the shape of a request asks for: a call of the tool that was forced or is wished for, or JSON that obeys
 * `response_format`. Values are drawn from the seed and their place, checked, and plain when they do not obey.
 */
export function fromSchema(
  request: ChatCompletionRequest,
  context: UpstreamContext,
  wished: Wish,
): Completion | undefined {
  const { messages, response_format: format } = request;
  const called = messages.at(-1)?.role === "tool" ? [] : toolsToCall(request, wished);
  if (called.length === 0 && !format?.type.startsWith("json")) return undefined;
  const text = textOf(messages.findLast(({ role }) => role === "user") ?? messages[0]!).slice(0, 2000);
  const options = {
    words: wordsOf(text)
      .filter((word) => word.length > 3)
      .slice(0, 12),
  };
  if (called.length > 0)
    return {
      toolCalls: called.map(({ name, parameters }) => ({
        name,
        arguments:
          serverArguments(name, text) ?? valueFor(parameters, { ...options, seed: hashText(name, context.seed) }),
      })),
    };
  if (format?.type === "json_schema")
    return { content: JSON.stringify(valueFor(format.json_schema.schema ?? {}, { ...options, seed: context.seed })) };
  if (format?.type === "json_object") return { content: JSON.stringify({ answer: options.words.join(" ") }) };
  return undefined;
}

function toolsToCall(request: ChatCompletionRequest, wished: Wish): Callable[] {
  const { tool_choice: choice, parallel_tool_calls: parallel } = request;
  const tools = callablesOf(request);
  if (choice === "none" || tools.length === 0) return [];
  if (typeof choice === "object" && choice !== null) {
    const name = choice.function?.name ?? choice.type;
    return tools.filter((tool) => tool.name === name);
  }
  const found = tools.filter(wished);
  const needed = choice === "required" && found.length === 0 ? tools.slice(0, 1) : found;
  return parallel === false ? needed.slice(0, 1) : needed;
}

/** The tools of a request as a model sees them; those of the service under their type. */
function callablesOf({ tools }: ChatCompletionRequest): Callable[] {
  return (tools ?? []).map((tool) => {
    if (tool.type !== "function") return { name: tool.type, description: "", parameters: serverParameters(tool.type) };
    const { name, description, parameters } = tool.function;
    return { name, description: description ?? "", parameters: parameters ?? {} };
  });
}

function serverParameters(type: string): unknown {
  if (type.includes("web_search") || type.includes("search_models"))
    return { type: "object", properties: { query: { type: "string" } }, required: ["query"] };
  if (type.includes("web_fetch"))
    return { type: "object", properties: { url: { type: "string", format: "uri" } }, required: ["url"] };
  return { type: "object", properties: {} };
}

/** What a tool of the service is asked, from what the user said; undefined for other tools. */
function serverArguments(name: string, text: string): Record<string, string> | undefined {
  if (name.startsWith("web_search") || name === "openrouter:web_search") return { query: text.slice(0, 400) };
  if (name === "openrouter:web_fetch")
    return { url: /https?:\/\/[^\s<>"')\]]+/.exec(text)?.[0] ?? "https://example.com/" };
  if (name === "openrouter:experimental__search_models") return { query: wordsOf(text).at(-1) ?? "" };
  return undefined;
}

function valueFor(parameters: unknown, options: { seed: number; words: readonly string[] }): unknown {
  const drawn = sample(parameters, options);
  return check(parameters, drawn) ? drawn : plainSample(parameters);
}

let checker: ((schema: unknown, value: unknown) => boolean) | undefined;

/** Whether a value obeys a schema; everything does until the checker is loaded. */
export function check(schema: unknown, value: unknown): boolean {
  return checker?.(schema, value) ?? true;
}

/** Whether there is no need to load the checker. */
export function isCheckerLoaded(): boolean {
  return checker !== undefined;
}

let loading: Promise<void> | undefined;

/** Loads who checks what was made up, with the first request that needs it. */
export function loadChecker(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const { obeys } = await import("../schema-check.ts");
  checker = obeys;
}
