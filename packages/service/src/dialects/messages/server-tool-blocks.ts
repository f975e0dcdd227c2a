import type { ContentBlock, ReasoningDetail, UnknownTag } from "@patchbay/spec";
import { tryParseJson } from "../../json/parse-json.ts";

type ServerCall = Extract<ReasoningDetail, { type: "reasoning.server_tool_call" }>;
type Json = Readonly<Record<string, unknown>>;

/** A call of a server tool and its result as blocks. */
export function toServerToolBlocks(call: ServerCall, id: string): ContentBlock[] {
  const name = call.tool_name.replace(/^openrouter:/, "");
  const input = (tryParseJson(call.arguments) ?? {}) as Record<string, unknown>;
  const result = (tryParseJson(call.result) ?? {}) as Json;
  return [
    { type: "server_tool_use", id, name, input, caller: { type: "direct" } },
    toResultBlock(name.replace(/^(web_search|web_fetch).*/, "$1"), id, result),
  ];
}

function toResultBlock(name: string, id: string, result: Json): ContentBlock {
  const shared = { tool_use_id: id, caller: { type: "direct" as const } };
  switch (name) {
    case "web_search":
      return {
        type: "web_search_tool_result",
        ...shared,
        content: ((result.results ?? []) as Json[]).map(toSearchResult),
      };
    case "web_fetch":
      return { type: "web_fetch_tool_result", ...shared, content: toFetched(result) };
    default:
      // Anthropic has no such tools.
      return { type: `openrouter_${name}_tool_result` as UnknownTag, tool_use_id: id, content: result };
  }
}

function toSearchResult({ url, title, content }: Json): {
  type: "web_search_result";
  url: string;
  title: string;
  encrypted_content: string;
  page_age: null;
} {
  return {
    type: "web_search_result",
    url: String(url),
    title: String(title),
    encrypted_content: btoa(encodeURIComponent(String(content ?? ""))),
    page_age: null,
  };
}

type Fetched = Extract<ContentBlock, { type: "web_fetch_tool_result" }>["content"];

function toFetched({ url, title, content, status, retrieved_at: time }: Json): Fetched {
  if (status === "failed") return { type: "web_fetch_tool_result_error", error_code: "url_not_accessible" };
  return {
    type: "web_fetch_result",
    url: String(url),
    content: {
      type: "document",
      title: String(title),
      source: { type: "text", media_type: "text/plain", data: String(content ?? "") },
      citations: null,
    },
    retrieved_at: typeof time === "string" ? time : null,
  };
}
