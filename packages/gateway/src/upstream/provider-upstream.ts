import type { Target } from "@patchbay/providers";
import type { HeaderReader } from "@patchbay/service/http/request";
import type { SingleContext, SingleUpstream } from "@patchbay/service/ports/single-upstream";
import type { DrainLimits, SimulatedUpstream, SimulationContext } from "@patchbay/service/upstreams/upstream";
import type { ProviderConfig } from "../config/config.ts";
import type { ConfiguredEndpoint, GatewayCatalog } from "./gateway-catalog.ts";
import type { ProviderPool } from "./provider-pool.ts";
import { noLongerConfigured } from "./upstream-failure.ts";
import { requestBytesOf } from "./request-bytes.ts";
import { callWithKeys, gatewaysOwn, KeyedBatches } from "./try-byok-keys.ts";
import { toEndpointId } from "./endpoint-id.ts";

/** Where the upstream finds providers and keys. */
export interface UpstreamSources {
  readonly catalog: () => GatewayCatalog;
  readonly pool: ProviderPool;
  /** The customer's own keys at a provider, in the order in which they are tried. */
  readonly byokKeysOf: (account: string, provider: string) => readonly string[];
  /** How outputs of a provider are drained whose caller has left. */
  readonly drainOf: (provider: ProviderConfig) => DrainLimits | undefined;
  /** Headers that continue the caller's trace at the provider. Default: none. */
  readonly traceHeaders?: (() => Readonly<Record<string, string>> | undefined) | undefined;
}

/** Produces the output of models by calling their providers. */
export function createProviderUpstream(sources: UpstreamSources): SimulatedUpstream {
  const { catalog, pool, byokKeysOf, drainOf, traceHeaders } = sources;
  return {
    stream(request, { endpoint, signal, account, headers }: SimulationContext) {
      const configured = catalog().find(toEndpointId(endpoint.model, endpoint.tag));
      if (!configured) throw noLongerConfigured(`The endpoint ${endpoint.tag} of ${endpoint.model}`);
      const keys = endpoint.isByok ? byokKeysOf(account, configured.slug) : gatewaysOwn;
      const provider = pool.get(configured.slug);
      const requestBytes = requestBytesOf(request.messages);
      const target = { ...toTarget(configured, headers, traceHeaders?.()), requestBytes };
      const stream = (apiKey: string | undefined) => provider.streamBatches(request, { target, signal, apiKey });
      return { batches: new KeyedBatches(keys, stream) };
    },
    drain({ model, tag }) {
      const configured = catalog().find(toEndpointId(model, tag));
      return configured && drainOf(configured.provider);
    },
    // The provider's own limits between tokens apply first, with their classification.
    idleTimeout: 600_000,
  };
}

/** Calls providers for embeddings and for the order of documents. */
export function createSingleUpstream(sources: UpstreamSources): SingleUpstream {
  const { catalog, pool, byokKeysOf, drainOf, traceHeaders } = sources;
  const prepare = ({ selection, account, headers, signal: left }: SingleContext) => {
    const { endpoint, byok } = selection.candidate;
    const configured = catalog().configOf(endpoint);
    const drain = drainOf(configured.provider);
    const signal = drain && left ? afterDrain(left, drain) : left;
    return {
      provider: pool.get(configured.slug),
      keys: byok ? byokKeysOf(account, configured.slug) : gatewaysOwn,
      context: { target: toTarget(configured, headers, traceHeaders?.()), signal },
    };
  };
  return {
    embed(request, single) {
      const { provider, keys, context } = prepare(single);
      return callWithKeys(keys, (apiKey) => provider.embed(request, { ...context, apiKey }));
    },
    async rerank(request, single) {
      const { provider, keys, context } = prepare(single);
      const call = (apiKey: string | undefined) => provider.rerank(request, { ...context, apiKey });
      const { results, searchUnits } = await callWithKeys(keys, call);
      return { scores: results, searchUnits };
    },
  };
}

/** Aborts some time after the caller has left, or when the gateway closes. */
function afterDrain(left: AbortSignal, { ms, signal: closing }: DrainLimits): AbortSignal {
  const end = new AbortController();
  const start = (): void => {
    const timer = setTimeout(() => end.abort(left.reason), ms);
    timer.unref();
  };
  if (left.aborted) start();
  else left.addEventListener("abort", start, { once: true });
  return AbortSignal.any([closing, end.signal]);
}

/** Headers of the caller that providers understand. */
const passedHeaders = ["anthropic-beta", "x-anthropic-beta"];

function toTarget(
  { endpoint: { model, context, maxOutput } }: ConfiguredEndpoint,
  headers: HeaderReader,
  trace: Readonly<Record<string, string>> = {},
): Pick<Target, "model" | "context" | "maxTokens" | "headers"> {
  const passed = passedHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name.replace(/^x-/, ""), value] as const];
  });
  const all = { ...Object.fromEntries(passed), ...trace };
  return { model, context, maxTokens: maxOutput, ...(Object.keys(all).length > 0 && { headers: all }) };
}
