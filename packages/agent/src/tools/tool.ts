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
import { type Aliases, checkOptions, type OptionKinds } from "../options/check-options.ts";
import type { RunEvent } from "../report/events.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { RunResult, RunState } from "../report/run-report.ts";
import type { Scope } from "../report/scope.ts";
import type { Decisions, Resumed, PendingState } from "./decisions.ts";

/** What a tool receives in addition to its input. */
export interface ToolContext {
  /** Aborted when the run ends or the tool's time is up. */
  readonly signal: AbortSignal;
  /** Id of the call, as the model generated it. */
  readonly toolCallId: string;
  /** Identifies this call among all calls of all conversations. A retry has the same key, also after a crash. */
  readonly idempotencyKey: string;
  /** The number of the step that made the call, from 1. */
  readonly step: number;
  /** The conversation so far. */
  readonly messages: readonly ChatMessage[];
}

/** The options of `tool`. A tool without `execute` runs elsewhere, so options about running it are not allowed. */
export type ToolOptions<Schema extends OutputSchema> = ToolBase<Schema> &
  (ToolRun<Schema> | { readonly [Name in keyof ToolRun<Schema>]?: undefined });

interface ToolBase<Schema extends OutputSchema> {
  readonly name: string;
  /** Describes for the model when to call it. */
  readonly description?: string | undefined;
  /**
   * The input: a Standard Schema that provides a JSON Schema, one with a separate JSON Schema, or a JSON Schema alone.
   * Default: no input.
   */
  readonly inputSchema?: Schema | undefined;
  /**
   * Whether the provider enforces the schema of `inputSchema`. Strict mode requires all properties. Default: not sent.
   */
  readonly strict?: boolean | undefined;
  /** Sets a prompt cache breakpoint after this tool, such as `{ type: "ephemeral" }`. Default: none. */
  readonly cacheControl?: CacheControl | undefined;
  /** Whether the model may repeat the same call indefinitely, as for a tool that polls. Default: false. */
  readonly allowRepeatedCalls?: boolean | undefined;
  /**
   * The maximum number of characters of a result. The rest is cut at a whole character, with a note. Images and files
   * do not count. Default: no limit.
   */
  readonly maxResultLength?: number | undefined;
  /** Whether the run ends after a call of this tool. Default: false. */
  readonly endsRun?: boolean | undefined;
  /** Whether a call needs approval: the run pauses, and `resume` continues it. Default: false. */
  readonly needsApproval?: (boolean | ((input: InferOutput<Schema>) => boolean | Promise<boolean>)) | undefined;
}

/** How a tool runs. */
interface ToolRun<Schema extends OutputSchema> {
  /**
   * Runs the tool, synchronously or asynchronously. In a generator, each `yield` reports progress, and the return value
   * is the result. The model receives strings, content parts and binary data as is, other values as JSON. Without
   * `execute`, the run pauses, and `resume` takes the result.
   */
  readonly execute: (input: InferOutput<Schema>, context: ToolContext) => unknown;
  /**
   * Milliseconds, up to 24 days. After that, the model receives an error, and a late result is dropped. Default: none.
   */
  readonly timeout?: number | undefined;
  /** How often a call that throws is retried before the model receives the error. Default: 0. */
  readonly maxRetries?: number | undefined;
  /**
   * Whether a call can run again after a crash that may have interrupted it, with the same `idempotencyKey`. Default:
   * false; the model receives an error.
   */
  readonly idempotent?: boolean | undefined;
}

const known = {
  name: ["any"],
  description: ["string"],
  inputSchema: ["object", "function"],
  execute: ["function"],
  timeout: ["timeout"],
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
  /** Name of its MCP server. If another tool has the same name, the agent offers it as `server_name`. */
  readonly server?: string;
}

/** An agent that other agents can call. */
export interface AgentTool {
  readonly kind: "agent";
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** Prepares a state for a run. Rejects with `StateError`. */
  readonly prepare: (state: RunState, decisions: Decisions) => Promise<PendingState>;
  /** Runs it as a part of another run. */
  readonly start: (task: Task) => AsyncGenerator<RunEvent, RunResult<unknown>>;
}

/** The task of a sub-agent. */
export interface Task {
  readonly input: string;
  /** The state to resume, which already contains `input`; `undefined` for a new run. */
  readonly resumed: Resumed | undefined;
  /** Id of its conversation. */
  readonly id: string;
  readonly scope: Scope;
  /** The ledger of the calling run. */
  readonly ledger: UsageLedger;
  /** Receives its state if it failed. */
  readonly stopped: (state: RunState) => void;
}

/**
 * Creates a tool.
 *
 * @throws AgentError if an option is invalid
 * @example
 * ```ts
 * const weather = tool({
 *   name: "weather",
 *   inputSchema: z.object({ city: z.string() }),
 *   execute: async ({ city }, { signal }) => fetchWeather(city, signal),
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
  const idle = run ? [] : Object.entries({ timeout, retries: options.maxRetries, idempotent: options.idempotent });
  for (const [option, value] of idle)
    if (value !== undefined)
      throw new AgentError(
        `\`${option}\` of the tool ${name} has no effect without \`execute\`, because the tool runs elsewhere. Add \`execute\`, or remove it.`,
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
      `\`inputSchema\` of the tool ${name} must be the schema of an object. A JSON Schema starts with { type: "object" }.`,
    );
  // OpenAI rejects an object without properties.
  return { json: withProperties(found.jsonSchema), standard: found.validator };
}

/** The schema as strict mode accepts it. Throws `AgentError` if that is not possible. */
function strictOf(name: string, json: JsonSchema): JsonSchema {
  const { schema, strict } = toStrictJsonSchema(json);
  if (strict) return schema;
  throw new AgentError(
    `\`inputSchema\` of the tool ${name} cannot be strict: strict mode requires objects with all properties required and no others, and does not support every keyword. Change the schema, for example to nullable instead of optional properties, or remove \`strict\`.`,
  );
}

/** Rejects names that the API does not accept. */
export function checkName(name: unknown): void {
  if (typeof name !== "string" || !/^[\w-]{1,64}$/.test(name))
    throw new AgentError(
      `${JSON.stringify(name)} is not a valid tool name. Use 1 to 64 of the characters a-z, A-Z, 0-9, _ and -.`,
    );
}
