import type { ChatCompletionRequest } from "@patchbay/spec";
import { atHosts, type Page, type WebPages } from "../web/page.ts";
import { isRecord } from "../json/is-record.ts";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import { searchFee } from "../plugins/web.ts";
import { HttpError } from "../http/http-error.ts";
import type { ServiceState } from "../state/service-state.ts";

type Tool = NonNullable<ChatCompletionRequest["tools"]>[number];

/** The result of a server tool. */
export interface ToolResult {
  /** The result for the model. */
  readonly result: unknown;
  readonly fee: NanoUsd;
  /** Pages that the output can cite. */
  readonly pages: readonly Page[];
  readonly isSearch: boolean;
}

interface Call {
  readonly state: ServiceState;
  /** The arguments of the model. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The caller's settings of the tool. */
  readonly settings: Readonly<Record<string, unknown>>;
}

type Run = (call: Call) => ToolResult;

/** `checkServerTools` has rejected requests for pages that the server does not have. */
const noPages: Pick<WebPages, "search"> = { search: () => [] };

const free = { fee: 0n, pages: [], isSearch: false } as const;

/** Tool type → its implementation. The shorthand types of the web search are aliases. */
const runs: Readonly<Record<string, Run>> = {
  "openrouter:datetime": ({ state, settings }) => ({
    ...free,
    result: clock(state.now(), String(settings.timezone ?? "UTC")),
  }),
  "openrouter:web_search": search,
  web_search: search,
  web_search_preview: search,
  web_search_preview_2025_03_11: search,
  web_search_2025_08_26: search,
  "openrouter:web_fetch": ({ state, arguments: given, settings }) => {
    const url = String(given.url ?? "");
    const allowed = settings.allowed_domains as string[] | undefined;
    const blocked = (settings.blocked_domains ?? []) as string[];
    const open = URL.canParse(url) && (!allowed || atHosts(allowed)(url)) && !atHosts(blocked)(url);
    const page = open ? state.web?.find(url) : undefined;
    if (!page)
      return {
        ...free,
        result: { url, status: "failed", error: open ? "the page does not exist" : "the address is not allowed" },
      };
    const retrieved_at = new Date(state.now()).toISOString();
    return {
      ...free,
      fee: feeOfFetch(settings),
      pages: [page],
      result: { url, title: page.title, content: page.content, status: "completed", retrieved_at },
    };
  },
  "openrouter:experimental__search_models": ({ state, arguments: given, settings }) => {
    const query = String(given.query ?? "").toLowerCase();
    const found = state.catalog.models.filter(({ model }) => `${model.id} ${model.name}`.toLowerCase().includes(query));
    const models = found
      .slice(0, Number(settings.max_results ?? 5))
      .map(({ model: { id, name, pricing } }) => ({ id, name, pricing }));
    return { ...free, result: { models } };
  },
};

function search({ state, arguments: given, settings }: Call): ToolResult {
  const most = Number(settings.max_results ?? 5);
  const include = settings.allowed_domains as string[] | undefined;
  const exclude = settings.excluded_domains as string[] | undefined;
  const pages = (state.web ?? noPages).search(String(given.query ?? ""), {
    most,
    ...(include && { include }),
    ...(exclude && { exclude }),
  });
  const characters = Number(settings.max_characters ?? 100_000);
  return {
    result: { results: pages.map(({ content, ...page }) => ({ ...page, content: content.slice(0, characters) })) },
    fee: feeOfSearch(settings),
    pages,
    isSearch: true,
  };
}

/** Types of the server tools, without those that are aliases. */
export const serverToolTypes: readonly string[] = Object.keys(runs).filter((type) => type.startsWith("openrouter:"));

/** Whether a type is that of a server tool that the server runs. */
export function isServerTool(type: string): boolean {
  return Object.hasOwn(runs, type);
}

/** Throws 400 for server tools that the server does not support. */
export function checkServerTools({ tools }: ChatCompletionRequest, { web }: ServiceState): void {
  for (const [index, { type }] of (tools ?? []).entries()) {
    if (type === "function") continue;
    if (!web && (getOwn(runs, type) === search || type === "openrouter:web_fetch"))
      throw new HttpError(400, `/tools/${index}/type: this server has no web search, so it cannot run ${type}.`);
    if (getOwn(runs, type)) continue;
    throw new HttpError(
      400,
      `/tools/${index}/type: this server does not support ${type}. It supports ${Object.keys(runs).slice(0, 2).join(", ")}, openrouter:web_fetch and openrouter:experimental__search_models.`,
    );
  }
}

/** The server tool that a call names. */
export function serverToolOf({ tools }: ChatCompletionRequest, name: string): Tool | undefined {
  return tools?.find(({ type }) => type !== "function" && (type === name || type === `openrouter:${name}`));
}

/** Runs a server tool. */
export function runServerTool(tool: Tool, given: unknown, state: ServiceState): ToolResult {
  const settings = settingsOf(tool);
  return getOwn(runs, tool.type)!({ state, settings, arguments: isRecord(given) ? given : {} });
}

/** The maximum fee of one run of a tool, known before it runs. */
export function highestFee(tool: Tool): NanoUsd {
  if (getOwn(runs, tool.type) === search) return feeOfSearch(settingsOf(tool));
  return tool.type === "openrouter:web_fetch" ? feeOfFetch(settingsOf(tool)) : 0n;
}

type Settings = Readonly<Record<string, unknown>>;

/** The settings of a tool, from `parameters`. Tools of OpenAI's types can also have them next to `type`. */
function settingsOf(tool: Tool): Settings {
  const { parameters, ...settings } = tool as unknown as Settings;
  return tool.type.startsWith("openrouter:")
    ? ((parameters as Settings | undefined) ?? {})
    : { ...settings, ...(parameters as object | undefined) };
}

function feeOfSearch(settings: Settings): NanoUsd {
  const engine = String(settings.engine ?? "auto");
  const paid = engine === "auto" || engine === "native" ? "exa" : engine;
  return searchFee(paid, settings.mode as string | undefined, Number(settings.max_results ?? 5));
}

function feeOfFetch(settings: Settings): NanoUsd {
  return ["exa", "parallel"].includes(String(settings.engine)) ? 1_000_000n : 0n;
}

/** The time in a time zone, as ISO 8601 with the offset. */
function clock(now: number, timezone: string): unknown {
  try {
    const parts = new Intl.DateTimeFormat("sv-SE", {
      timeZone: timezone,
      dateStyle: "short",
      timeStyle: "medium",
    }).format(now);
    const offset = new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" })
      .formatToParts(now)
      .find(({ type }) => type === "timeZoneName")!
      .value.replace("GMT", "");
    return { datetime: `${parts.replace(" ", "T")}${offset || "+00:00"}`, timezone };
  } catch {
    return { error: `${timezone} is not a time zone of the IANA database` };
  }
}
