import { AgentError } from "./errors/agent-error.ts";
import { checkOptions, nearest, show, type Aliases, type OptionKinds } from "./options/check-options.ts";
import { EventQueue } from "./async/event-queue.ts";
import { longestTimer } from "./report/run-limits.ts";
import { readResult } from "./mcp/content.ts";
import { followChanges } from "./mcp/list-changed.ts";
import { toToolNames } from "./tools/tool-names.ts";
import { listAll, type McpTool } from "./mcp/pages.ts";
import { tool, type Tool } from "./tools/tool.ts";
import { describeResult } from "./tools/tool-result.ts";
import type { JsonSchema } from "@patchbay/client";

/** What is needed of a client of the Model Context Protocol; `Client` of `@modelcontextprotocol/sdk` has it. */
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
  /** Name of the server, which tells its tools from others of the same name. */
  getServerVersion?(): { readonly name?: string } | undefined;
  /** Is told of the notifications that no other handler takes. */
  fallbackNotificationHandler?: ((notification: never) => Promise<void>) | undefined;
}

/** Which tools of a server are taken, and what they are called. */
export interface McpOptions {
  /** Goes before each name, to tell servers apart. Default: none. */
  readonly prefix?: string | undefined;
  /** The tools that are taken, by the names that the server gives them. Default: all. */
  readonly allowedTools?: readonly string[] | undefined;
  /** Milliseconds for each call; progress starts them again. `Infinity` for no limit. Default: the client's own, 60,000 in the SDK. */
  readonly timeout?: number | undefined;
}

/** The tools of a server. */
export type McpTools = Tool[] & {
  /** Reads the list of the server again, and changes this array in place. Called by itself on `notifications/tools/list_changed`. */
  readonly refresh: () => Promise<void>;
};

const known = {
  prefix: ["string"],
  allowedTools: ["array"],
  timeout: ["any"],
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
 * The tools of an MCP server, for an agent. Names are changed to those that the API takes, and calls go to the true name. Progress
 * is passed on; images, audio and files come as such; the model is informed of what the server calls an error. The array changes
 * in place when the server's list does; an agent that has it as `tools` offers the new list from the next step on.
 *
 * @throws AgentError when an option is wrong, or the server's list is
 * @example
 * ```ts
 * const mcp = new Client({ name: "app", version: "1.0.0" });
 * await mcp.connect(new StdioClientTransport({ command: "my-server" }));
 * const bot = agent({ client, model, tools: await mcpTools(mcp) });
 * ```
 */
export async function mcpTools(client: McpClient, options: McpOptions = {}): Promise<McpTools> {
  const { listTools, callTool } = (client as Partial<McpClient> | null | undefined) ?? {};
  if (typeof listTools !== "function" || typeof callTool !== "function")
    throw new AgentError(
      `The client of mcpTools must have \`listTools\` and \`callTool\`, got ${show(client)}. Pass a connected Client of @modelcontextprotocol/sdk.`,
    );
  checkOptions("mcpTools", options, known, aliases);
  const { timeout, allowedTools: only } = options;
  if (timeout !== undefined && !(typeof timeout === "number" && timeout > 0))
    throw new AgentError(`\`timeout\` of mcpTools must be a positive number of milliseconds, got ${show(timeout)}.`);
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
  // A change that comes while the list is read makes it be read once more.
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
        // Without a number the limit of the client holds.
        ...(timeout !== undefined && { timeout: Math.min(timeout, longestTimer) }),
        resetTimeoutOnProgress: true,
      });
      const result = yield* progress.until(Promise.resolve(call).catch(withData));
      return readResult(result, trueName);
    },
  });
  return { ...made, server };
}

/** A schema that the API takes, from what the server gives: of an object, whatever it says; keywords of another type are left out. */
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

/** An error of the protocol keeps what helps the model to correct the call, such as the fields that are wrong, in `data`. */
function withData(error: unknown): never {
  const { data, message } = (error ?? {}) as { readonly data?: unknown; readonly message?: unknown };
  if (!(error instanceof Error) || data === undefined || data === null) throw error;
  const text = describeResult(data);
  if (typeof text !== "string" || String(message).includes(text)) throw error;
  throw new Error(`${String(message)}\n${text}`, { cause: error });
}
