import { AgentError } from "../errors/agent-error.ts";

/** A tool as the server lists it. */
export interface McpTool {
  readonly name: string;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

/** More pages than any list of tools has. */
const mostPages = 1000;

/**
 * All tools of a server. The list ends without a cursor, with a cursor that was followed already, and with a page that brings
 * nothing new.
 *
 * @throws AgentError when the answer is not a list, or does not end
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
      throw new AgentError("The MCP server answered `tools/list` without a list of `tools`. Check the server.");
    const before = tools.size;
    for (const one of listed as readonly (Partial<McpTool> | null)[])
      if (typeof one?.name === "string" && !tools.has(one.name)) tools.set(one.name, one as McpTool);
    const { nextCursor: next } = given!;
    const bringsNothing = listed.length > 0 && tools.size === before;
    if (typeof next !== "string" || next === "" || followed.has(next) || bringsNothing) return tools;
    followed.add(next);
    cursor = next;
  }
  throw new AgentError(
    `The MCP server listed its tools on ${mostPages} pages and named another one. Check \`nextCursor\` of the server.`,
  );
}
