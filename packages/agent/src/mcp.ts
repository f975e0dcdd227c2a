import { AgentError } from "./errors/agent-error.ts";
import { type Aliases, checkOptions, longestTimer, nearest, type OptionKinds, show } from "./options/check-options.ts";
import { EventQueue } from "./async/event-queue.ts";
import { readResult } from "./mcp/content.ts";
import { followChanges } from "./mcp/list-changed.ts";
import { toToolNames } from "./tools/tool-names.ts";
import { listAll, type McpTool } from "./mcp/pages.ts";
import { tool, type Tool } from "./tools/tool.ts";
import { describeResult } from "./tools/tool-result.ts";
import type { JsonSchema } from "@patchbay/client";

/** The part of an MCP client that `mcpTools` uses. `Client` of `@modelcontextprotocol/sdk` has it. */
export interface McpClient {
  listTools(params?: {
    cursor?: string;
  }): Promise<{ tools: readonly McpTool[]; nextCursor?: string | null | undefined }>;
  callTool(
    params: { name: string; arguments?: Record<string, unknown> },
    resultSchema?: undefined,
    options?: {
      signal?: AbortSignal;
      onprogress?: (progress: never) => void;
      timeout?: number;
      resetTimeoutOnProgress?: boolean;
    },
  ): Promise<unknown>;
  /** Name of the server. It distinguishes tools of the same name. */
  getServerVersion?(): { readonly name?: string } | undefined;
  /** Receives notifications that have no other handler. */
  fallbackNotificationHandler?: ((notification: never) => Promise<void>) | undefined;
}

/** The options of `mcpTools`. */
export interface McpOptions {
  /** Prepended to each tool name to distinguish servers. Default: none. */
  readonly prefix?: string | undefined;
  /** The tools to use, by the server's names. Default: all. */
  readonly allowedTools?: readonly string[] | undefined;
  /**
   * Milliseconds for each call; progress restarts the timer. `Infinity` for no limit. Default: the limit of the client,
   * 60,000 in the SDK.
   */
  readonly timeout?: number | undefined;
}

/** The tools of a server. */
export type McpTools = Tool[] & {
  /**
   * Loads the list from the server again and updates this array in place. Runs automatically on
   * `notifications/tools/list_changed`.
   */
  readonly refresh: () => Promise<void>;
};

const known = {
  prefix: ["string"],
  allowedTools: ["array"],
  timeout: ["duration"],
} satisfies OptionKinds<McpOptions>;

const aliases: Aliases = {
  include: "allowedTools",
  tools: "allowedTools",
  allow: "allowedTools",
  only: "allowedTools",
  allowed_tools: "allowedTools",
  filter: "Name the tools to take in `allowedTools`, or filter the array.",
  toolFilter: "Name the tools to take in `allowedTools`, or filter the array.",
  exclude: "Name the tools to take in `allowedTools`, or filter the array.",
  namePrefix: "prefix",
  requestTimeout: "timeout",
  maxTotalTimeout: "Use `limits.timeout` of the agent.",
};

/**
 * Loads the tools of an MCP server for an agent. Tools get names that the API accepts; calls use the server's name.
 * Progress is passed on. Images, audio and files become content parts. The model receives results that the server marks
 * as errors. The array is updated in place when the server's list changes, so an agent with this array as `tools`
 * offers the new list from the next step.
 *
 * @throws AgentError if an option or the server's list is invalid
 * @example
 * ```ts
 * const mcp = new Client({ name: "app", version: "1.0.0" });
 * await mcp.connect(new StdioClientTransport({ command: "my-server" }));
 * const agent = createAgent({ client, model, tools: await mcpTools(mcp) });
 * ```
 */
export async function mcpTools(client: McpClient, options: McpOptions = {}): Promise<McpTools> {
  const { listTools, callTool } = (client as Partial<McpClient> | null | undefined) ?? {};
  if (typeof listTools !== "function" || typeof callTool !== "function")
    throw new AgentError(
      `The client of mcpTools must have \`listTools\` and \`callTool\`, got ${show(client)}. Pass a connected Client of @modelcontextprotocol/sdk.`,
    );
  checkOptions("mcpTools", options, known, aliases);
  const { allowedTools: only } = options;
  const list: Tool[] = [];
  let pending: Promise<void> | undefined;
  let isStale = false;
  const load = async (): Promise<void> => {
    do {
      isStale = false;
      const listed = await listAll((params) => client.listTools(params));
      list.splice(0, list.length, ...toTools(client, listed, options));
    } while (isStale);
  };
  // A change during the request makes it load the list once more.
  const refresh = (): Promise<void> => {
    isStale = true;
    return (pending ??= load().finally(() => (pending = undefined)));
  };
  const tools = Object.defineProperty(list, "refresh", { value: refresh }) as McpTools;
  const listed = await listAll((params) => client.listTools(params));
  checkOnly(only, [...listed.keys()]);
  list.push(...toTools(client, listed, options));
  followChanges(client, tools);
  return tools;
}

function checkOnly(only: readonly unknown[] = [], names: readonly unknown[]): void {
  const at = only.findIndex((name) => !names.includes(name));
  if (at === -1) return;
  const missing = only[at];
  const near = typeof missing === "string" ? nearest(missing, names as string[]) : undefined;
  const hint = near === undefined ? "" : ` Did you mean ${show(near)}?`;
  throw new AgentError(`The MCP server has no tool ${show(missing)}.${hint} Its tools: ${names.join(", ") || "none"}.`);
}

function toTools(client: McpClient, listed: ReadonlyMap<string, McpTool>, options: McpOptions): Tool[] {
  const { prefix = "", allowedTools: only, timeout } = options;
  const names = toToolNames([...listed.keys()], prefix);
  const server = client.getServerVersion?.()?.name ?? "";
  return [...listed.values()].flatMap((one) =>
    !only || only.includes(one.name) ? toTool(client, one, { name: names.get(one.name)!, server, timeout }) : [],
  );
}

function toTool(
  client: McpClient,
  { name: trueName, title, description = title, inputSchema }: McpTool,
  { name, server, timeout }: { readonly name: string; readonly server: string; readonly timeout: number | undefined },
): Tool {
  const made = tool({
    name,
    inputSchema: toObjectSchema(inputSchema),
    ...(typeof description === "string" && { description }),
    async *execute(input, { signal }) {
      const progress = new EventQueue<unknown>();
      const call = client.callTool({ name: trueName, arguments: input as Record<string, unknown> }, undefined, {
        signal,
        onprogress: (value: unknown) => progress.offer(value),
        // Without a number, the client's own limit applies.
        ...(timeout !== undefined && { timeout: Math.min(timeout, longestTimer) }),
        resetTimeoutOnProgress: true,
      });
      const result = yield* progress.until(Promise.resolve(call).catch(withData));
      return readResult(result, trueName);
    },
  });
  return { ...made, server };
}

/** A schema that the API accepts: always of type object, without keywords of the wrong type. */
function toObjectSchema(given: unknown): JsonSchema {
  if (!isRecord(given)) return { type: "object" };
  const { properties, required, "~standard": _, ...schema } = given;
  return {
    ...schema,
    type: "object",
    ...(isRecord(properties) && { properties }),
    ...(Array.isArray(required) && { required }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A protocol error has details in `data`, such as the invalid fields, that help the model to correct the call. */
function withData(error: unknown): never {
  const { data, message } = (error ?? {}) as { readonly data?: unknown; readonly message?: unknown };
  if (!(error instanceof Error) || data === undefined || data === null) throw error;
  const text = describeResult(data);
  if (typeof text !== "string" || String(message).includes(text)) throw error;
  throw new Error(`${String(message)}\n${text}`, { cause: error });
}
