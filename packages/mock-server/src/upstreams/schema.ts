import type { UnifiedRequest } from "@patchbay/service/parts/unified-request";
import { lastTurn } from "@patchbay/service/messages/last-turn";
import { textOf } from "@patchbay/service/messages/message-text";
import { wordsOf } from "@patchbay/engine/data/bm25";
import { hashText } from "@patchbay/engine/data/random";
import { WorkLimitError } from "@patchbay/engine/data/work-budget";
import { schemaEngine } from "@patchbay/service/schema/load-schema-engine";
import { HttpError } from "@patchbay/service/http/http-error";
import { createSampleBudgets, type SampleBudgets } from "@patchbay/service/schema/sample-budgets";
import { toOutputParts, type ModelOutput } from "@patchbay/service/upstreams/model-output";
import type { SimulatedUpstream, SimulationContext } from "@patchbay/service/upstreams/upstream";

/** Calls every tool if the last message is not a tool result, and returns valid JSON for a JSON Schema. */
export const toolCalls: SimulatedUpstream = {
  stream(request, context) {
    return toOutputParts(fromSchema(request, context, () => true) ?? { content: "{}" });
  },
};

type ToolFilter = (tool: Callable) => boolean;

/** A function of the caller or a server tool, as the model sees it. */
export interface Callable {
  readonly name: string;
  readonly description: string;
  readonly parameters: unknown;
  /** JSON pointer to its parameters in the request. */
  readonly place: string;
}

/**
 * The output that the request determines: calls of the forced or selected tools, or JSON that matches `response_format`.
 * Values are generated from the seed and validated; if they do not match, plain values are used. Returns `undefined` if
 * the request calls for neither.
 */
export function fromSchema(
  request: UnifiedRequest,
  context: SimulationContext,
  isWanted: ToolFilter,
): ModelOutput | undefined {
  const { messages, response_format: format } = request;
  const called = lastTurn(messages)?.role === "tool" ? [] : toolsToCall(request, isWanted);
  if (called.length === 0 && !format?.type.startsWith("json")) return undefined;
  const text = textOf(messages.findLast(({ role }) => role === "user") ?? messages[0]!).slice(0, 2000);
  const options = {
    budgets: context.budgets ?? createSampleBudgets(),
    words: wordsOf(text)
      .filter((word) => word.length > 3)
      .slice(0, 12),
  };
  if (called.length > 0)
    return {
      toolCalls: called.map(({ name, parameters, place }) => ({
        name,
        arguments:
          serverArguments(name, text) ??
          valueFor(parameters, { ...options, place, seed: hashText(name, context.seed) }),
      })),
    };
  if (format?.type === "json_schema")
    return {
      content: JSON.stringify(
        valueFor(format.json_schema.schema ?? {}, {
          ...options,
          place: "/response_format/json_schema/schema",
          seed: context.seed,
        }),
      ),
    };
  if (format?.type === "json_object") return { content: JSON.stringify({ answer: options.words.join(" ") }) };
  return undefined;
}

/** Maximum number of calls of one output. */
const mostCalls = 128;

function toolsToCall(request: UnifiedRequest, isWanted: ToolFilter): Callable[] {
  const { tool_choice: choice, parallel_tool_calls: parallel } = request;
  const tools = callablesOf(request);
  if (choice === "none" || tools.length === 0) return [];
  if (typeof choice === "object" && choice !== null) {
    const name = choice.function?.name ?? choice.type;
    return tools.filter((tool) => tool.name === name);
  }
  const found = tools.filter(isWanted);
  const needed = choice === "required" && found.length === 0 ? tools.slice(0, 1) : found;
  return needed.slice(0, parallel === false ? 1 : mostCalls);
}

/** The tools of a request as the model sees them. The name of a server tool is its type. */
function callablesOf({ tools }: UnifiedRequest): Callable[] {
  return (tools ?? []).map((tool, index) => {
    const place = `/tools/${index}/function/parameters`;
    if (tool.type !== "function")
      return { name: tool.type, description: "", parameters: serverParameters(tool.type), place };
    const { name, description, parameters } = tool.function;
    return { name, description: description ?? "", parameters: parameters ?? {}, place };
  });
}

function serverParameters(type: string): unknown {
  if (type.includes("web_search") || type.includes("search_models"))
    return { type: "object", properties: { query: { type: "string" } }, required: ["query"] };
  if (type.includes("web_fetch"))
    return { type: "object", properties: { url: { type: "string", format: "uri" } }, required: ["url"] };
  return { type: "object", properties: {} };
}

/** The arguments of a server tool, derived from the user message; `undefined` for other tools. */
function serverArguments(name: string, text: string): Record<string, string> | undefined {
  if (name.startsWith("web_search") || name === "openrouter:web_search") return { query: text.slice(0, 400) };
  if (name === "openrouter:web_fetch")
    return { url: /https?:\/\/[^\s<>"')\]]+/.exec(text)?.[0] ?? "https://example.com/" };
  if (name === "openrouter:experimental__search_models") return { query: wordsOf(text).at(-1) ?? "" };
  return undefined;
}

interface Drawing {
  readonly seed: number;
  readonly words: readonly string[];
  readonly budgets: SampleBudgets;
  /** JSON pointer to the schema in the request. */
  readonly place: string;
}

/** Generates a value of a schema. Throws 400 if the schema is too complex or no value was found. */
function valueFor(schema: unknown, { place, budgets, ...options }: Drawing): unknown {
  const { sample, isNoSampleError } = schemaEngine();
  try {
    return sample(schema, { ...options, budget: budgets.drawn, plainBudget: budgets.plain });
  } catch (error) {
    if (!(error instanceof WorkLimitError || isNoSampleError(error))) throw error;
    const pointer = place + error.pointer;
    throw new HttpError(400, `${pointer}: ${error.message}.`, {
      metadata: { issues: [{ in: "body", pointer, message: error.message }] },
    });
  }
}
