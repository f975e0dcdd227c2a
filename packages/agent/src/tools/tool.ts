import type {
  CacheControl,
  ChatMessage,
  JsonSchema,
  OutputSchema,
  InferOutput,
  StandardSchema,
} from "@patchbay/client";
import { resolveSchema, toStrictJsonSchema, withProperties } from "@patchbay/client/schema";
import { AgentError } from "../errors/agent-error.ts";
import { checkCacheControl } from "../options/cache-control.ts";
import { checkOptions, type Aliases, type OptionKinds } from "../options/check-options.ts";
import type { RunEvent } from "../report/events.ts";
import { longestTimer } from "../report/run-limits.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { RunResult, RunState } from "../report/run-report.ts";
import type { Scope } from "../report/scope.ts";
import type { Decisions, Resumed, PendingState } from "./decisions.ts";

/** What a tool knows beside its input. */
export interface ToolContext {
  /** Ends with the run, and when the tool's time is over. */
  readonly signal: AbortSignal;
  /** Id of the call, as the model gave it. */
  readonly toolCallId: string;
  /** Names this call among all calls of all conversations; the same when it is tried again, also after the process had ended. */
  readonly idempotencyKey: string;
  /** The step in which it was called, from 1. */
  readonly step: number;
  /** The conversation so far. */
  readonly messages: readonly ChatMessage[];
}

/** What a tool is made of. A tool without `run` is done elsewhere, so that nothing about running it can be set. */
export type ToolOptions<Schema extends OutputSchema> = ToolBase<Schema> &
  (ToolRun<Schema> | { readonly [Name in keyof ToolRun<Schema>]?: undefined });

interface ToolBase<Schema extends OutputSchema> {
  readonly name: string;
  /** When to call it, for the model. */
  readonly description?: string | undefined;
  /** What it takes: a Standard Schema that knows its JSON Schema, one with a JSON Schema beside it, or a JSON Schema alone. Default: nothing. */
  readonly inputSchema?: Schema | undefined;
  /**
   * Whether the provider holds the model to the schema of `input`; it has to be one that strict mode accepts, with all properties required.
   * Default: not sent.
   */
  readonly strict?: boolean | undefined;
  /** Sets a breakpoint of the prompt cache after this tool, such as `{ type: "ephemeral" }`. Default: none. */
  readonly cacheControl?: CacheControl | undefined;
  /** Whether the same call makes sense again and again, as for a tool that polls. Default: false. */
  readonly allowRepeatedCalls?: boolean | undefined;
  /**
   * Characters of a result that the model reads; the rest is cut at a whole character, with a note. Images and files do not count.
   * Default: all.
   */
  readonly maxResultLength?: number | undefined;
  /** Whether the run ends when it was called. Default: false. */
  readonly endsRun?: boolean | undefined;
  /** Whether a call needs approval: then the run pauses, and `resume` continues it. Default: false. */
  readonly needsApproval?: (boolean | ((input: InferOutput<Schema>) => boolean | Promise<boolean>)) | undefined;
}

/** How a tool runs. */
interface ToolRun<Schema extends OutputSchema> {
  /**
   * Does the work, at once or in its own time. A generator's `yield`s are progress, what it returns is the result. A text goes to the model as it is, content
   * parts and bytes too, anything else as JSON. Without it the run pauses, and `resume` takes the result.
   */
  readonly execute: (input: InferOutput<Schema>, context: ToolContext) => unknown;
  /** Milliseconds, up to 24 days; then the model is told, and a late result is dropped. Default: none. */
  readonly timeout?: number | undefined;
  /** How often a run that throws is tried again before the model is told. Default: 0. */
  readonly maxRetries?: number | undefined;
  /**
   * Whether a call may be run again when the process ended in the middle of it, and nobody knows what became of it; `idempotencyKey`
   * is the same then. Default: false, the model is told.
   */
  readonly idempotent?: boolean | undefined;
}

const known = {
  name: ["any"],
  description: ["string"],
  inputSchema: ["object", "function"],
  execute: ["function"],
  timeout: ["any"],
  maxRetries: ["whole"],
  idempotent: ["boolean"],
  strict: ["boolean"],
  cacheControl: ["object"],
  maxResultLength: ["count"],
  allowRepeatedCalls: ["boolean"],
  endsRun: ["boolean"],
  needsApproval: ["boolean", "function"],
} satisfies OptionKinds<ToolOptions<OutputSchema>>;

const aliases: Aliases = {
  run: "execute",
  handler: "execute",
  func: "execute",
  fn: "execute",
  call: "execute",
  invoke: "execute",
  callback: "execute",
  input: "inputSchema",
  input_schema: "inputSchema",
  parameters: "inputSchema",
  schema: "inputSchema",
  args: "inputSchema",
  approve: "needsApproval",
  requireApproval: "needsApproval",
  confirm: "needsApproval",
  cache_control: "cacheControl",
  providerOptions: "Use `cacheControl` or `strict`.",
  returnDirect: "endsRun",
  ends: "endsRun",
  repeatable: "allowRepeatedCalls",
  retries: "maxRetries",
  maxLength: "maxResultLength",
  maxOutputLength: "maxResultLength",
};

/** A tool, ready for an agent. */
export interface Tool {
  readonly kind: "tool";
  readonly name: string;
  readonly description: string | undefined;
  readonly inputJsonSchema: JsonSchema;
  readonly inputValidator: StandardSchema | undefined;
  readonly execute: ((input: never, context: ToolContext) => unknown) | undefined;
  readonly timeout: number | undefined;
  readonly maxRetries: number;
  readonly strict?: boolean | undefined;
  readonly cacheControl?: CacheControl | undefined;
  readonly idempotent: boolean;
  readonly allowRepeatedCalls: boolean;
  readonly maxResultLength?: number | undefined;
  readonly endsRun: boolean;
  readonly needsApproval: boolean | ((input: never) => boolean | Promise<boolean>);
  /** Name of the MCP server that has it; when another tool has its name, the agent offers it as `server_name`. */
  readonly server?: string;
}

/** An agent that other agents can call. */
export interface AgentTool {
  readonly kind: "agent";
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** How it goes on from a state; throws `StateError`. */
  readonly prepare: (state: RunState, decisions: Decisions) => PendingState;
  /** Runs it as a part of another run. */
  readonly start: (task: Task) => AsyncGenerator<RunEvent, RunResult<unknown>>;
}

/** What an agent is to do for another one. */
export interface Task {
  readonly input: string;
  /** Where it stands, when it has begun already; then `input` is known to it. */
  readonly resumed: Resumed | undefined;
  /** Id of its conversation. */
  readonly id: string;
  readonly scope: Scope;
  /** Of the run that called it. */
  readonly ledger: UsageLedger;
  /** Is told where it stood when it failed. */
  readonly stopped: (state: RunState) => void;
}

/**
 * Makes a tool.
 *
 * @throws AgentError when it has no name, or its schema is none
 * @example
 * ```ts
 * const weather = tool({
 *   name: "weather",
 *   input: z.object({ city: z.string() }),
 *   run: async ({ city }, { signal }) => fetchWeather(city, signal),
 * });
 * ```
 */
export function tool<const Schema extends OutputSchema>(options: ToolOptions<Schema>): Tool {
  const named = (options as Partial<typeof options> | null | undefined)?.name;
  checkOptions(typeof named === "string" ? `the tool ${named}` : "tool", options, known, aliases);
  const {
    name,
    description,
    inputSchema: input,
    execute: run,
    timeout,
    maxRetries: retries = 0,
    strict,
    cacheControl,
    maxResultLength,
    idempotent = false,
    allowRepeatedCalls: repeatable = false,
    endsRun: ends = false,
    needsApproval: approve = false,
  } = options;
  checkName(name);
  if (
    timeout !== undefined &&
    !(typeof timeout === "number" && timeout > 0 && (timeout <= longestTimer || timeout === Infinity))
  )
    throw new AgentError(
      `\`timeout\` of the tool ${name} is ${timeout}; it is a number of milliseconds above 0, up to ${longestTimer}, or Infinity for none.`,
    );
  const idle = run ? [] : Object.entries({ timeout, retries: options.maxRetries, idempotent: options.idempotent });
  for (const [option, value] of idle)
    if (value !== undefined)
      throw new AgentError(
        `\`${option}\` of the tool ${name} has no effect without \`execute\`, since the tool is done elsewhere. Add \`execute\`, or remove it.`,
      );
  const { json, standard } = input === undefined ? noInput : sides(name, input);
  checkCacheControl(`\`cacheControl\` of the tool ${name}`, cacheControl);
  return {
    kind: "tool",
    name,
    description,
    inputJsonSchema: strict === true ? strictOf(name, json) : json,
    strict,
    cacheControl,
    maxResultLength,
    inputValidator: standard,
    execute: run,
    timeout: timeout === Infinity ? undefined : timeout,
    maxRetries: retries,
    idempotent,
    allowRepeatedCalls: repeatable,
    endsRun: ends,
    needsApproval: approve,
  };
}

const noInput = { json: { type: "object", properties: {}, additionalProperties: false }, standard: undefined };

function sides(name: string, input: OutputSchema): { json: JsonSchema; standard: StandardSchema | undefined } {
  let found;
  try {
    found = resolveSchema(input);
  } catch (cause) {
    throw new AgentError(`\`inputSchema\` of the tool ${name}: ${(cause as Error).message}`, { cause });
  }
  if ((found.jsonSchema as JsonSchema | null)?.type !== "object")
    throw new AgentError(
      `\`inputSchema\` of the tool ${name} is no schema of an object; a JSON Schema begins with { type: "object" }.`,
    );
  // OpenAI refuses an object without properties.
  return { json: withProperties(found.jsonSchema), standard: found.validator };
}

/** The schema as strict mode accepts it; throws `AgentError` when it cannot. */
function strictOf(name: string, json: JsonSchema): JsonSchema {
  const { schema, strict } = toStrictJsonSchema(json);
  if (strict) return schema;
  throw new AgentError(
    `\`inputSchema\` of the tool ${name} cannot be strict: strict mode needs objects with all properties required and no others, and does not know every keyword. Change the schema, for example to nullable instead of optional properties, or remove \`strict\`.`,
  );
}

/** The names that the API takes. */
export function checkName(name: unknown): void {
  if (typeof name !== "string" || !/^[\w-]{1,64}$/.test(name))
    throw new AgentError(
      `${JSON.stringify(name)} is no name of a tool; it has 1 to 64 letters, digits, underscores or dashes.`,
    );
}
