import type { ProviderPart, Target } from "@patchbay/providers";
import type { HeaderReader } from "@patchbay/service/http/request";
import type { Part } from "@patchbay/service/parts/part";
import type { SingleContext, SingleUpstream } from "@patchbay/service/ports/single-upstream";
import type { SimulatedUpstream, SimulationContext } from "@patchbay/service/upstreams/upstream";
import type { ConfiguredEndpoint, GatewayCatalog } from "./gateway-catalog.ts";
import type { ProviderPool } from "./provider-pool.ts";
import { noLongerConfigured, toServiceError } from "./upstream-failure.ts";
import { toEndpointId } from "./endpoint-id.ts";

/** Where the upstream finds providers and keys. */
export interface UpstreamSources {
  readonly catalog: () => GatewayCatalog;
  readonly pool: ProviderPool;
  /** The customer's own key at a provider, for an attempt that uses it. */
  readonly byokKeyOf: (account: string, provider: string) => string | undefined;
}

/** Produces the output of models by calling their providers. */
export function createProviderUpstream({ catalog, pool, byokKeyOf }: UpstreamSources): SimulatedUpstream {
  return {
    stream(request, { endpoint, signal, account, headers }: SimulationContext) {
      const configured = catalog().find(toEndpointId(endpoint.model, endpoint.tag));
      if (!configured) throw noLongerConfigured(`The endpoint ${endpoint.tag} of ${endpoint.model}`);
      const apiKey = endpoint.isByok ? byokKeyOf(account, configured.slug) : undefined;
      const parts = pool
        .get(configured.slug)
        .streamBatches(request, { target: toTarget(configured, headers), signal, apiKey });
      return { batches: toServiceBatches(parts) };
    },
    // The provider's own limits between tokens apply first, with their classification.
    idleTimeout: 600_000,
  };
}

/** Calls providers for embeddings and for the order of documents. */
export function createSingleUpstream({ catalog, pool, byokKeyOf }: UpstreamSources): SingleUpstream {
  const prepare = ({ selection, account, headers, signal }: SingleContext) => {
    const { endpoint, byok } = selection.candidate;
    const configured = catalog().configOf(endpoint);
    const apiKey = byok ? byokKeyOf(account, configured.slug) : undefined;
    return {
      provider: pool.get(configured.slug),
      context: { target: toTarget(configured, headers), signal, apiKey },
    };
  };
  return {
    async embed(request, single) {
      const { provider, context } = prepare(single);
      try {
        return await provider.embed(request, context);
      } catch (error) {
        throw toServiceError(error);
      }
    },
    async rerank(request, single) {
      const { provider, context } = prepare(single);
      try {
        const { results, searchUnits } = await provider.rerank(request, context);
        return { scores: results, searchUnits };
      } catch (error) {
        throw toServiceError(error);
      }
    },
  };
}

/** Headers of the caller that providers understand. */
const passedHeaders = ["anthropic-beta", "x-anthropic-beta"];

function toTarget(
  { endpoint: { model, context, maxOutput } }: ConfiguredEndpoint,
  headers: HeaderReader,
): Pick<Target, "model" | "context" | "maxTokens" | "headers"> {
  const passed = passedHeaders.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name.replace(/^x-/, ""), value] as const];
  });
  return { model, context, maxTokens: maxOutput, ...(passed.length > 0 && { headers: Object.fromEntries(passed) }) };
}

/** The parts of a provider as the service knows them. */
async function* toServiceBatches(
  batches: AsyncGenerator<readonly ProviderPart[], void>,
): AsyncGenerator<readonly Part[], void> {
  try {
    for await (const parts of batches) yield parts;
  } catch (error) {
    throw toServiceError(error);
  }
}
