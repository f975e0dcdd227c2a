import type { Annotation, ChatCompletionRequest, PipelineStage } from "@patchbay/spec";
import { citationsOf, type Page, type WebPages } from "../web/page.ts";
import type { NanoUsd } from "@patchbay/engine/billing/money";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import { isCompressed, middleOut } from "../plugins/compression.ts";
import { engineOf, parseFiles } from "../plugins/file-parser.ts";
import { moderate } from "../plugins/moderation.ts";
import { feeOfLookUp, fetchNamed, lookUp, webSettings, type Looked } from "../plugins/web.ts";
import { HttpError } from "../http/http-error.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import { countAhead } from "../messages/message-tokens.ts";
import { measure, type Prompt } from "../messages/prompt.ts";

/** A request after its plugins ran: the model's input, and the plugins' results. */
export interface Prepared {
  readonly input: ChatCompletionRequest;
  readonly prompt: Prompt;
  readonly fees: NanoUsd;
  readonly stages: readonly PipelineStage[];
  readonly searches: number;
  /** Pages that the output can cite. */
  readonly pages: readonly Page[];
  readonly annotations: readonly Annotation[];
}

interface PrepareOptions {
  readonly tokenizer: Tokenizer;
  readonly isOnline: boolean;
  /** The pages of the web plugins. */
  readonly web: WebPages | undefined;
  /** Aborts long work when the client disconnects. */
  readonly signal: AbortSignal | undefined;
  /** Reserves credits for all fees so far, before the paid work runs. Throws an `HttpError` if the balance is too low. */
  readonly setAside: (fees: NanoUsd) => void;
}

/** Runs the plugins of a request once each: moderation, file parsing, web search, and then prompt compression. */
export function prepare(
  asked: ChatCompletionRequest,
  first: CatalogModel,
  options: PrepareOptions,
): Prepared | Promise<Prepared> {
  const prompt = measure(asked, options.tokenizer);
  // Most requests use no plugin and skip this work.
  const isPlain =
    !asked.plugins && !options.isOnline && prompt.files === 0 && 2 * prompt.tokens < first.data.context_length;
  return isPlain ? { ...nothingDone, input: asked, prompt } : runPlugins(asked, first, options);
}

const nothingDone = { fees: 0n, stages: [], searches: 0, pages: [], annotations: [] } as const;

async function runPlugins(
  asked: ChatCompletionRequest,
  first: CatalogModel,
  { tokenizer, isOnline, web, signal, setAside }: PrepareOptions,
): Promise<Prepared> {
  let input = asked;
  let fees = 0n;
  const stages: PipelineStage[] = [];
  const annotations: Annotation[] = [];
  const { id, model, endpoints } = first;
  if (asked.plugins?.some((plugin) => plugin.id === "moderation")) {
    moderate(asked.messages, { provider: endpoints[0]!.provider.name, model: id });
    stages.push({ type: "guardrail", name: "moderation", summary: "Nothing was flagged." });
  }

  let prompt = measure(input, tokenizer);
  const engine = prompt.files > 0 ? engineOf(asked, model.architecture.input_modalities.includes("file")) : undefined;
  if (engine && engine !== "native") {
    const parsed = await parseFiles(input.messages, { engine, setAside, signal });
    input = { ...input, messages: parsed.messages };
    fees += parsed.fees;
    annotations.push(...parsed.annotations);
    stages.push({ type: "plugin", name: "file-parser", data: { engine, files: parsed.annotations.length } });
  }

  const settings = webSettings(asked, isOnline);
  if (!web && (settings || asked.plugins?.some((plugin) => plugin.id === "web-fetch"))) throw noWebSearch();
  if (settings) setAside(fees + feeOfLookUp(settings));
  const looked = (web ? [settings && lookUp(input, settings, web), fetchNamed(input, web)] : []).filter(
    (one): one is Looked => Boolean(one),
  );
  for (const { message, fees: fee, pages, searches } of looked) {
    if (message) input = { ...input, messages: [message, ...input.messages] };
    fees += fee;
    stages.push({ type: "plugin", name: searches ? "web" : "web-fetch", data: { results: pages.length } });
  }
  if (input !== asked) {
    await countAhead(input, tokenizer, signal);
    prompt = measure(input, tokenizer);
  }

  const room = model.context_length ?? Infinity;
  const wanted = Math.min(asked.max_tokens ?? asked.max_completion_tokens ?? 256, Math.floor(room / 2));
  const most = Math.floor(room / first.tokenFactor) - wanted - (prompt.parts[0] ?? 0);
  if (prompt.tokens > most && isCompressed(asked, room)) {
    const messages = await middleOut(input.messages, most, tokenizer, signal);
    const before = prompt.tokens;
    input = { ...input, messages };
    prompt = measure(input, tokenizer);
    const data = { engine: "middle-out", tokens_before: before, tokens_after: prompt.tokens };
    stages.push({ type: "context_compression", name: "context-compression", data });
  }
  const pages = looked.flatMap((one) => one.pages);
  const searches = looked.reduce((sum, one) => sum + one.searches, 0);
  return { input, prompt, fees, stages, searches, pages, annotations };
}

function noWebSearch(): HttpError {
  return new HttpError(
    400,
    "This server has no web search: send the request without the plugins web and web-fetch and without :online.",
  );
}

/** The annotations of an output: its own, citations of search results, and the parsed files. */
export function sourcesOf(
  text: string,
  own: readonly Annotation[] | undefined,
  { pages, annotations }: Pick<Prepared, "pages" | "annotations">,
): Annotation[] {
  if (pages.length === 0 && annotations.length === 0) return own ? [...own] : [];
  return [...(own ?? []), ...citationsOf(text, pages), ...annotations];
}
