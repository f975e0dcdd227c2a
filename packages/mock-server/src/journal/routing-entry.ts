import type { DropReason } from "@patchbay/engine/routing/eligibility";
import type { Plan, RouteBasis } from "@patchbay/engine/routing/routing";

/** A routing decision, as the journal shows it. */
export interface RoutingEntry {
  /**
   * The basis of the order: `order` (the request lists providers), `price`, `throughput`, `latency` or `exacto` (tool-
   * call success), `weighted` (drawn by price), or `pinned` (the conversation stays at one endpoint).
   */
  readonly basis: RouteBasis;
  /** Eligible endpoints, in the order in which the server tries them. Up to 50. */
  readonly candidates: readonly {
    readonly provider: string;
    /** Tag of the endpoint, such as `deepinfra/turbo`. */
    readonly endpoint: string;
    readonly model: string;
    /** Whether the request uses the account's own provider key (BYOK). */
    readonly byok: boolean;
  }[];
  /** Excluded endpoints, each with the reason. Up to 50. */
  readonly excluded: readonly {
    readonly provider: string;
    readonly endpoint: string;
    readonly model: string;
    readonly reason: DropReason;
  }[];
}

const mostEndpoints = 50;

/** A plan as data, without references to the catalog. */
export function toRoutingEntry({ basis, candidates, dropped }: Plan): RoutingEntry {
  return {
    basis,
    candidates: candidates.slice(0, mostEndpoints).map(({ endpoint, model, byok }) => ({
      provider: endpoint.provider.name,
      endpoint: endpoint.tag,
      model: model.id,
      byok,
    })),
    excluded: dropped.slice(0, mostEndpoints).map(({ endpoint, reason }) => ({
      provider: endpoint.provider.name,
      endpoint: endpoint.tag,
      model: endpoint.modelId,
      reason,
    })),
  };
}
