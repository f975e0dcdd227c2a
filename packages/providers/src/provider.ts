import type { EmbeddingRequest, RerankRequest } from "@patchbay/spec";
import type { EmbedResult, ListedModel, ProviderKind, RerankResult, Target } from "./adapter.ts";
import type { CallContext, Connection } from "./provider/call.ts";
import { callOnce, type SingleCall } from "./provider/call-once.ts";
import { KeyRing, toKey, type KeyState } from "./provider/key-ring.ts";
import { BatchStream, type OutputBatches, streamOutput } from "./provider/stream-output.ts";
import { createAdapter } from "./provider/registry.ts";
import type { ProviderPart, UnifiedRequest } from "./unified.ts";
import type { Timeouts } from "./wire/timeouts.ts";
import { type CloseOptions, createWire, type Wire } from "./wire/wire.ts";

/** Settings of a provider. */
export interface ProviderOptions {
  readonly kind: ProviderKind;
  /** Base URL, such as `http://127.0.0.1:8080/v1`. Default: that of the kind; `openai-compatible` has none. */
  readonly baseURL?: string | undefined;
  /** API keys, which are used in turn. Default: none, for a server that needs no key. */
  readonly apiKeys?: readonly string[] | undefined;
  /** Default: the kind. */
  readonly name?: string | undefined;
  readonly timeouts?: Timeouts | undefined;
  /** Options of the kind, such as an API version. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Additional headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Identity to which opaque reasoning is bound. Default: name and base URL. */
  readonly issuer?: string | undefined;
  /** Connections, which several providers can share. Default: a wire of its own, which `close()` closes. */
  readonly wire?: Wire | undefined;
}

/** A provider. All its failures are `ProviderFailure` and never contain an API key. */
export interface Provider {
  readonly kind: ProviderKind;
  readonly name: string;
  /**
   * Streams an output. Nothing is yielded before the first content, so that every earlier failure can move on to another endpoint. The
   * last part is `finish`; a failure is thrown. Leaving the iteration closes the connection, so that the provider stops.
   */
  readonly stream: (request: UnifiedRequest, context: CallContext) => AsyncGenerator<ProviderPart, void>;
  /** As `stream`, for less: parts that arrived together are read together, and without waiting. */
  readonly streamBatches: (request: UnifiedRequest, context: CallContext) => OutputBatches;
  readonly embed: (request: EmbeddingRequest, context: CallContext) => Promise<EmbedResult>;
  readonly rerank: (request: RerankRequest, context: CallContext) => Promise<RerankResult>;
  /** The models that the provider offers. */
  readonly listModels: (context?: Partial<CallContext>) => Promise<readonly ListedModel[]>;
  /** The state of each API key. */
  readonly keys: () => readonly KeyState[];
  /** Closes the connections. Running requests fail, unless `drain` lets them end first; new ones fail in any case. */
  readonly close: (options?: CloseOptions) => Promise<void>;
}

/**
 * Creates a provider.
 *
 * @example
 * ```ts
 * const provider = createProvider({ kind: "anthropic", apiKeys: [process.env.ANTHROPIC_API_KEY!] });
 * const request = { messages: [{ role: "user", content: "Hello" }] };
 * for await (const part of provider.stream(request, { target: { model: "claude-sonnet-4-5" } }))
 *   if (part.type === "text") process.stdout.write(part.text);
 * ```
 */
export function createProvider(options: ProviderOptions): Provider {
  const { kind, name = kind, headers = {}, timeouts = {} } = options;
  const adapter = createAdapter(kind);
  const baseURL = checkBaseURL(options.baseURL ?? adapter.baseURL);
  adapter.checkOptions?.(options.options ?? {});
  const own = { ...adapter.optionsFor?.(baseURL), ...options.options };
  const wire = options.wire ?? createWire();
  const keys = new KeyRing(options.apiKeys ?? []);
  const issuer = options.issuer ?? `${name} ${baseURL}`;
  const connection: Connection = { adapter, wire, baseURL, headers, timeouts };
  const toTarget = ({ target, apiKey }: CallContext): Target => ({
    ...target,
    options: own,
    issuer: apiKey === undefined ? issuer : `${issuer} ${toKey(apiKey).id}`,
  });
  const once =
    <Request, Result>(call: SingleCall<Request, Result>) =>
    (request: Request, context: CallContext): Promise<Result> =>
      callOnce(call, request, { connection, keys, context, toTarget: () => toTarget(context) });
  const list = once(calls.models);
  return {
    kind,
    name,
    stream: (request, context) =>
      streamOutput({ connection, keys, context, request, toTarget: () => toTarget(context) }),
    streamBatches: (request, context) =>
      new BatchStream({ connection, keys, context, request, toTarget: () => toTarget(context) }),
    embed: once(calls.embed),
    rerank: once(calls.rerank),
    listModels: (context) => list(undefined, { target: { model: "" }, ...context }),
    keys: () => keys.states(Date.now()),
    close: async (how) => {
      if (!options.wire) await wire.close(how);
    },
  };
}

const calls = {
  embed: { of: ({ embed }) => embed, what: "embeddings" } satisfies SingleCall<EmbeddingRequest, EmbedResult>,
  rerank: { of: ({ rerank }) => rerank, what: "rerank" } satisfies SingleCall<RerankRequest, RerankResult>,
  models: { of: ({ models }) => models, what: "a list of models" } satisfies SingleCall<
    undefined,
    readonly ListedModel[]
  >,
};

/** The base URL without trailing slashes. Throws a `TypeError`. */
function checkBaseURL(baseURL: string | undefined): string {
  const example = "Example: http://127.0.0.1:8080/v1.";
  if (baseURL === undefined) throw new TypeError(`\`baseURL\` is missing. ${example}`);
  const url = URL.parse(baseURL);
  if (!url || !/^https?:$/.test(url.protocol) || url.hash !== "" || url.username !== "")
    throw new TypeError(
      `\`baseURL\` must be an http(s) URL without a user name and a fragment, got "${url ? url.origin : baseURL.slice(0, 100)}". ${example}`,
    );
  return url.href;
}
