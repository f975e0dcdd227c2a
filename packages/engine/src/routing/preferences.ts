import type { ProviderPreferences } from "@patchbay/spec";
import type { Percentile } from "../health/health.ts";
import { parsePrice, parseUsd, type Price } from "../billing/money.ts";

/** Sort keys of endpoints. */
export type SortKey = "price" | "throughput" | "latency" | "exacto";

/** Cutoffs with their percentiles. All of them apply. */
type Cutoffs = readonly (readonly [Percentile, number])[];

/** The `provider` object of a request with its defaults, slugs in lower case. */
export interface Preferences {
  readonly order: readonly string[];
  readonly only: readonly string[] | undefined;
  readonly ignore: readonly string[];
  readonly allowFallbacks: boolean;
  readonly requireParameters: boolean;
  readonly denyTraining: boolean;
  readonly zdr: boolean;
  readonly distillable: boolean;
  readonly quantizations: readonly string[] | undefined;
  readonly sort: SortKey | undefined;
  /** What is sorted together: the endpoints of each model, or those of all models. */
  readonly partition: "model" | "none";
  readonly maxPrice: MaxPrices | undefined;
  /** Tokens per second. */
  readonly minThroughput: Cutoffs | undefined;
  /** Milliseconds. */
  readonly maxLatency: Cutoffs | undefined;
}

interface MaxPrices {
  readonly prompt?: Price;
  readonly completion?: Price;
  readonly request?: Price;
  readonly image?: Price;
  readonly audio?: Price;
}

/** A preference that matches the schema but is invalid. */
export class PreferenceError extends Error {
  override readonly name = "PreferenceError";
  /** JSON pointer into the body. */
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(message);
    this.pointer = pointer;
  }
}

const none: Preferences = {
  order: [],
  only: undefined,
  ignore: [],
  allowFallbacks: true,
  requireParameters: false,
  denyTraining: false,
  zdr: false,
  distillable: false,
  quantizations: undefined,
  sort: undefined,
  partition: "model",
  maxPrice: undefined,
  minThroughput: undefined,
  maxLatency: undefined,
};

/** Parses the `provider` object and the older `route`. Throws a `PreferenceError`. */
export function readPreferences(wire: ProviderPreferences | null | undefined, route?: string | null): Preferences {
  if (!wire) return route === "sort" ? { ...none, partition: "none" } : none;
  const sort = typeof wire.sort === "string" ? { by: wire.sort } : wire.sort;
  return {
    order: slugs(wire.order) ?? [],
    only: slugs(wire.only),
    ignore: slugs(wire.ignore) ?? [],
    allowFallbacks: wire.allow_fallbacks ?? true,
    requireParameters: wire.require_parameters ?? false,
    denyTraining: wire.data_collection === "deny",
    zdr: wire.zdr ?? false,
    distillable: wire.enforce_distillable_text ?? false,
    quantizations: wire.quantizations ?? undefined,
    sort: (sort?.by ?? undefined) as SortKey | undefined,
    partition: (sort?.partition ?? (route === "sort" ? "none" : "model")) === "none" ? "none" : "model",
    maxPrice: wire.max_price ? readMaxPrice(wire.max_price) : undefined,
    minThroughput: cutoffs(wire.preferred_min_throughput, 1),
    // Requested in seconds, measured in milliseconds.
    maxLatency: cutoffs(wire.preferred_max_latency, 1000),
  };
}

function slugs(list: readonly string[] | null | undefined): string[] | undefined {
  return list?.map((slug) => slug.toLowerCase());
}

/** A maximum price that no price reaches. */
const noLimit = 1e15;

/** Prompt and completion in USD per million tokens, all others in USD per unit. */
function readMaxPrice(wire: NonNullable<ProviderPreferences["max_price"]>): MaxPrices {
  const found: Partial<Record<keyof MaxPrices, Price>> = {};
  for (const name of ["prompt", "completion", "request", "image", "audio"] as const) {
    const amount = wire[name];
    if (amount === undefined || amount === null || Number(amount) >= noLimit) continue;
    try {
      const perMillion = name === "prompt" || name === "completion" || name === "audio";
      found[name] = perMillion ? parseUsd(amount) : parsePrice(Number(amount).toFixed(15));
    } catch {
      throw new PreferenceError(
        `/provider/max_price/${name}`,
        `${JSON.stringify(amount)} is not a price in USD; send a number or a decimal string such as "0.5"`,
      );
    }
  }
  return found;
}

function cutoffs(
  preference: number | Readonly<Record<string, unknown>> | null | undefined,
  unit: number,
): Cutoffs | undefined {
  if (preference === null || preference === undefined) return undefined;
  if (typeof preference === "number") return [["p50", preference * unit]];
  const entries = Object.entries(preference).filter(
    (entry): entry is [Percentile, number] => typeof entry[1] === "number",
  );
  return entries.map(([name, value]) => [name, value * unit]);
}
