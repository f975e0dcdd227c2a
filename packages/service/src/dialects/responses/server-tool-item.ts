import type { ReasoningDetail } from "@patchbay/spec";
import { isRecord } from "../../json/is-record.ts";
import { tryParseJson } from "../../json/parse-json.ts";
import type { Fields, Item } from "./open-item.ts";

type ServerToolCall = Extract<ReasoningDetail, { type: "reasoning.server_tool_call" }>;

/** The output item of a server tool call, and the types of the events between `added` and `done`. */
interface ServerToolItem {
  readonly item: Item;
  readonly events: readonly string[];
}

const searchEvents = ["in_progress", "searching", "completed"].map((step) => `response.web_search_call.${step}`);

/** Shows a call of a server tool as an item. OpenAI's web search has an item of OpenAI's; the others have their own type. */
export function toServerToolItem(id: string, call: ServerToolCall, declared: readonly string[]): ServerToolItem {
  const { tool_name: name } = call;
  const tool = declared.find((type) => type === name || type === `openrouter:${name}`) ?? name;
  const given = recordIn(call.arguments);
  const result = recordIn(call.result);
  const isSearch = tool.includes("web_search");
  const isOwn = tool.startsWith("openrouter:");
  return {
    item: {
      id,
      type: isSearch && !isOwn ? "web_search_call" : isOwn ? tool : `openrouter:${tool}`,
      status: "completed",
      ...(isSearch ? { action: toSearchAction(given, result) } : toFields(tool, given, { call, result })),
    },
    events: isSearch && !isOwn ? searchEvents : [],
  };
}

function toSearchAction({ query }: Fields, { results }: Fields): Fields {
  const pages = Array.isArray(results) ? (results as unknown[]).filter(isRecord) : [];
  const sources = pages.flatMap(({ url }) => (typeof url === "string" ? [{ type: "url", url }] : []));
  return { type: "search", query: String(query ?? ""), sources };
}

function toFields(
  tool: string,
  given: Fields,
  { call, result }: { readonly call: ServerToolCall; readonly result: Fields },
): Fields {
  if (tool.endsWith("datetime"))
    return { datetime: String(result.datetime ?? ""), timezone: String(result.timezone ?? "") };
  if (tool.endsWith("web_fetch")) {
    const { url, title, content, error } = result;
    if (typeof error === "string") return { url, error, httpStatus: 404 };
    return { url, title, content, httpStatus: 200 };
  }
  return { arguments: call.arguments, query: String(given.query ?? "") };
}

function recordIn(text: string): Fields {
  const value = tryParseJson(text);
  return isRecord(value) ? value : {};
}
