import { AgentError } from "../errors/agent-error.ts";

/** A tool in the server's list. */
export interface McpTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

/** More pages than any real list has. */
const mostPages = 1000;

/**
 * Loads all tools of a server. Stops at a page without a cursor, with a repeated cursor, or without new tools.
 *
 * @throws AgentError if the response has no list, or the list does not end
 */
export async function listAll(
  list: (params: { cursor?: string }) => Promise<unknown>,
): Promise<ReadonlyMap<string, McpTool>> {
  const tools = new Map<string, McpTool>();
  const followed = new Set<string>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const given = (await list(cursor === undefined ? {} : { cursor })) as
      | { readonly tools?: unknown; readonly nextCursor?: unknown }
      | undefined;
    const listed = given?.tools;
    if (!Array.isArray(listed))
      throw new AgentError("The MCP server's response to `tools/list` has no `tools` array. Check the server.");
    const before = tools.size;
    for (const one of listed as readonly (Partial<McpTool> | null)[])
      if (typeof one?.name === "string" && !tools.has(one.name)) tools.set(one.name, one as McpTool);
    const { nextCursor: next } = given!;
    const bringsNothing = listed.length > 0 && tools.size === before;
    if (typeof next !== "string" || next === "" || followed.has(next) || bringsNothing) return tools;
    followed.add(next);
    cursor = next;
  }
  throw new AgentError(`The MCP server's tool list has more than ${mostPages} pages. Check its \`nextCursor\`.`);
}
