import type { ChatCompletionRequest, ChatMessage } from "@patchbay/spec";
import { textOf } from "../messages/message-text.ts";
import { atHosts, type Page, type WebPages } from "../web/page.ts";
import type { NanoUsd } from "@patchbay/engine/billing/money";

/** The result of a search or a fetch before the model is called. */
export interface Looked {
  readonly pages: readonly Page[];
  readonly fees: NanoUsd;
  readonly searches: number;
  /** The message to insert before the conversation; `undefined` if nothing was found. */
  readonly message: ChatMessage | undefined;
}

interface WebSettings {
  readonly id: string;
  readonly enabled?: boolean;
  readonly engine?: string;
  readonly mode?: string;
  readonly max_results?: number;
  readonly search_prompt?: string;
  readonly include_domains?: readonly string[];
  readonly exclude_domains?: readonly string[];
  readonly allowed_domains?: readonly string[];
  readonly blocked_domains?: readonly string[];
}

/** The web search settings of a request; `undefined` if it has none. */
export function webSettings({ plugins }: ChatCompletionRequest, isOnline: boolean): WebSettings | undefined {
  const plugin = plugins?.find(({ id }) => id === "web") as WebSettings | undefined;
  if (plugin?.enabled === false) return undefined;
  return plugin ?? (isOnline ? { id: "web" } : undefined);
}

/** Searches once for the last user message. */
export function lookUp(input: ChatCompletionRequest, settings: WebSettings, web: WebPages): Looked {
  const pages = web.search(lastOfUser(input), {
    most: settings.max_results ?? 5,
    ...(settings.include_domains && { include: settings.include_domains }),
    ...(settings.exclude_domains && { exclude: settings.exclude_domains }),
  });
  const prompt = settings.search_prompt ?? "A web search brought these results. Cite them by their address.";
  return { pages, fees: feeOfLookUp(settings), searches: 1, message: toMessage(prompt, pages) };
}

/** The fee of the search, known before it runs. */
export function feeOfLookUp({ engine = "exa", mode, max_results: most = 5 }: WebSettings): NanoUsd {
  return searchFee(engine, mode, most);
}

/** Maximum number of characters that are searched for URLs, and maximum number of URLs. */
const longestText = 100_000;
const mostAddresses = 1000;

/** Fetches the pages whose URLs are in the last user message. */
export function fetchNamed(input: ChatCompletionRequest, web: WebPages): Looked | undefined {
  const plugin = input.plugins?.find(({ id }) => id === "web-fetch") as
    | (WebSettings & { max_uses?: number })
    | undefined;
  if (!plugin) return undefined;
  const { allowed_domains: allowed, blocked_domains: blocked = [], max_uses: most = 50 } = plugin;
  const named =
    lastOfUser(input)
      .slice(0, longestText)
      .match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const isAllowed = allowed ? atHosts(allowed) : () => true;
  const isBlocked = atHosts(blocked);
  const pages = named
    .slice(0, mostAddresses)
    .filter((url) => URL.canParse(url) && isAllowed(url) && !isBlocked(url))
    .slice(0, most)
    .flatMap((url) => web.find(url.replace(/[.,;]$/, "")) ?? []);
  return { pages, fees: 0n, searches: 0, message: toMessage("These pages were fetched.", pages) };
}

/** The fee of a search by engine and mode, plus 0.001 USD for each result over ten. */
export function searchFee(engine: string, mode: string | undefined, results: number): NanoUsd {
  const extra = BigInt(Math.max(results - 10, 0)) * 1_000_000n;
  if (engine === "parallel") return (mode === "turbo" || mode === "fast" ? 1_000_000n : 5_000_000n) + extra;
  if (engine === "perplexity") return 5_000_000n + extra;
  if (engine === "firecrawl") return 0n;
  const deep =
    mode === "deep-reasoning" ? 15_000_000n : mode === "deep" || mode === "deep-lite" ? 12_000_000n : 7_000_000n;
  return deep + extra;
}

function lastOfUser({ messages }: ChatCompletionRequest): string {
  const message = messages.findLast(({ role }) => role === "user");
  return message ? textOf(message) : "";
}

function toMessage(prompt: string, pages: readonly Page[]): ChatMessage | undefined {
  if (pages.length === 0) return undefined;
  const results = pages.map(({ url, title, date, content }) => `[${title}](${url}), ${date}\n${content}`);
  return { role: "system", content: [prompt, ...results].join("\n\n") };
}
