import type { ContentPart } from "@patchbay/client";
import { EventQueue } from "./event-queue.ts";
import { tool, type Tool } from "./tools/tool.ts";

/** What is needed of a client of the Model Context Protocol; `Client` of `@modelcontextprotocol/sdk` has it. */
export interface McpClient {
  listTools(params?: { cursor?: string }): Promise<{ tools: readonly McpTool[]; nextCursor?: string | undefined }>;
  callTool(
    params: { name: string; arguments?: Record<string, unknown> },
    resultSchema?: undefined,
    options?: { signal?: AbortSignal; onprogress?: (progress: never) => void },
  ): Promise<unknown>;
}

interface McpTool {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

/** What an MCP tool gives. */
interface McpResult {
  readonly content?: readonly McpContent[];
  readonly structuredContent?: unknown;
  readonly isError?: boolean;
}

interface McpContent {
  readonly type: string;
  readonly text?: string;
  readonly data?: string;
  readonly mimeType?: string;
  readonly uri?: string;
  readonly resource?: { readonly uri: string; readonly text?: string };
}

/** Which tools of a server are taken, and what they are called. */
export interface McpOptions {
  /** Set before each name, to tell servers apart. Default: nothing. */
  readonly prefix?: string;
  /** The names that are taken, as the server says them. Default: all. */
  readonly only?: readonly string[];
  /** Milliseconds for each call. Default: the client's own. */
  readonly timeout?: number;
}

/**
 * The tools of an MCP server, for an agent. Progress is passed on, images come as images, and what the server calls an error is told
 * to the model.
 *
 * @example
 * ```ts
 * const mcp = new Client({ name: "app", version: "1.0.0" });
 * await mcp.connect(new StdioClientTransport({ command: "my-server" }));
 * const bot = agent({ client, model, tools: await mcpTools(mcp) });
 * ```
 */
export async function mcpTools(client: McpClient, { prefix = "", only, timeout }: McpOptions = {}): Promise<Tool[]> {
  const tools: Tool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor === undefined ? {} : { cursor });
    for (const one of page.tools)
      if (!only || only.includes(one.name)) tools.push(toTool(client, one, prefix, timeout));
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return tools;
}

function toTool(
  client: McpClient,
  { name, description, inputSchema }: McpTool,
  prefix: string,
  timeout: number | undefined,
): Tool {
  return tool({
    name: prefix + name,
    input: inputSchema,
    ...(description !== undefined && { description }),
    ...(timeout !== undefined && { timeout }),
    async *run(input, { signal }) {
      const progress = new EventQueue<unknown>();
      const options = { signal, onprogress: (value: unknown) => progress.push(value) };
      const call = client.callTool({ name, arguments: input as Record<string, unknown> }, undefined, options);
      const result = (yield* progress.until(call)) as McpResult;
      const parts = (result.content ?? []).map(toPart);
      if (result.isError) throw new Error(textOf(parts) || `${name} failed.`);
      if (parts.length === 0) return result.structuredContent;
      return parts.every(({ type }) => type === "text") ? textOf(parts) : parts;
    },
  });
}

function toPart({ type, text, data = "", mimeType = "", uri, resource }: McpContent): ContentPart {
  if (type === "image") return { type: "image_url", image_url: { url: `data:${mimeType};base64,${data}` } };
  if (type === "audio") return { type: "input_audio", input_audio: { data, format: mimeType.replace(/^audio\//, "") } };
  return { type: "text", text: text ?? resource?.text ?? resource?.uri ?? uri ?? "" };
}

function textOf(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("\n");
}
