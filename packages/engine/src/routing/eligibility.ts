import type { CatalogEndpoint, CatalogModel, Tier } from "./catalog.ts";
import type { Preferences } from "./preferences.ts";

/** The requirements of a request for an endpoint. */
export interface Needs {
  /** Sent parameters, by their names in the catalog. */
  readonly parameters: readonly string[];
  /** Modalities of the prompt other than text. */
  readonly input: readonly string[];
  readonly output: "text" | "image" | "audio" | "embeddings" | "rerank";
  readonly promptTokens: number;
  /** The requested maximum length of the completion. */
  readonly maxTokens: number | undefined;
  /** The requested service tier. */
  readonly tier: Tier | undefined;
  /** ISO code of the caller's country. */
  readonly country: string;
}

/** Why an endpoint was excluded, in one word. */
export type DropReason =
  | "off"
  | "region"
  | "tier"
  | "unlisted"
  | "ignored"
  | "zdr"
  | "training"
  | "distillation"
  | "quantization"
  | "price"
  | "modality"
  | "context"
  | "length"
  | "tools"
  | "schema"
  | "parameters";

/** An endpoint that is not eligible. */
export interface Dropped {
  readonly endpoint: CatalogEndpoint;
  readonly reason: DropReason;
}

/** Parameters that exclude endpoints without them only while other endpoints support them → the reason of the exclusion. */
const softRequirements = [
  ["tools", "tools"],
  ["response_format", "schema"],
  ["verbosity", "parameters"],
] as const satisfies readonly (readonly [name: string, reason: DropReason])[];

/** Whether a slug of a request matches an endpoint: its full tag, or its provider if it has no service tier. */
export function matchesSlug(slug: string, { tag, tier, provider }: CatalogEndpoint): boolean {
  return slug === tag || (slug === provider.slug && tier === "default");
}

/** Divides the endpoints of a model into eligible and excluded ones, the latter each with its reason. */
export function divide(
  { data, model, endpoints }: CatalogModel,
  needs: Needs,
  preferences: Preferences,
  tiers: ReadonlySet<Tier>,
): { eligible: CatalogEndpoint[]; dropped: Dropped[] } {
  let eligible: CatalogEndpoint[] = [];
  const dropped: Dropped[] = [];
  const distillable = data.distillable === true;
  const { input_modalities: inputs, output_modalities: outputs } = model.architecture;
  const reads = needs.input.every((modality) => inputs.includes(modality)) && outputs.includes(needs.output);
  const short: CatalogEndpoint[] = [];
  for (const endpoint of endpoints) {
    const reason = reads ? reasonAgainst(endpoint, needs, preferences, tiers, distillable) : "modality";
    if (reason !== undefined) dropped.push({ endpoint, reason });
    else if (needs.maxTokens !== undefined && needs.maxTokens > endpoint.longest) short.push(endpoint);
    else eligible.push(endpoint);
  }
  // If no endpoint allows such a long completion, all of them return as much as they can.
  if (eligible.length === 0) eligible = short;
  else for (const endpoint of short) dropped.push({ endpoint, reason: "length" });
  for (const [name, reason] of softRequirements) {
    if (!needs.parameters.includes(name)) continue;
    const able = eligible.filter(({ parameters }) => parameters.has(name));
    if (able.length === eligible.length || (able.length === 0 && name === "verbosity")) continue;
    if (able.length === 0 && name === "response_format" && !needs.parameters.includes("structured_outputs")) continue;
    for (const endpoint of eligible) if (!able.includes(endpoint)) dropped.push({ endpoint, reason });
    eligible = able;
  }
  return { eligible, dropped };
}

function reasonAgainst(
  endpoint: CatalogEndpoint,
  needs: Needs,
  preferences: Preferences,
  tiers: ReadonlySet<Tier>,
  distillable: boolean,
): DropReason | undefined {
  const { data, policy } = endpoint;
  if (data.status === -10) return "off";
  if (data.blocked_countries?.includes(needs.country)) return "region";
  const { only, order, ignore, allowFallbacks } = preferences;
  if (only && !only.some((slug) => matchesSlug(slug, endpoint))) return "unlisted";
  if (!allowFallbacks && order.length > 0 && !order.some((slug) => matchesSlug(slug, endpoint))) return "unlisted";
  if (ignore.some((slug) => matchesSlug(slug, endpoint))) return "ignored";
  if (!tiers.has(endpoint.tier) && !only?.includes(endpoint.tag) && !order.includes(endpoint.tag)) return "tier";
  if (preferences.zdr && !policy.zdr) return "zdr";
  if (preferences.denyTraining && policy.training) return "training";
  if (preferences.distillable && !distillable) return "distillation";
  if (preferences.quantizations && !preferences.quantizations.includes(data.quantization ?? "unknown"))
    return "quantization";
  if (preferences.maxPrice && isAbovePrice(endpoint, preferences.maxPrice)) return "price";
  if (needs.promptTokens >= endpoint.context) return "context";
  if (preferences.requireParameters)
    for (const name of needs.parameters) if (!endpoint.parameters.has(name)) return "parameters";
  return undefined;
}

function isAbovePrice({ prices: { base } }: CatalogEndpoint, most: NonNullable<Preferences["maxPrice"]>): boolean {
  return (
    (most.prompt !== undefined && base.prompt > most.prompt) ||
    (most.completion !== undefined && base.completion > most.completion) ||
    (most.request !== undefined && base.request > most.request) ||
    (most.image !== undefined && base.image > most.image) ||
    (most.audio !== undefined && (base.audio ?? 0n) > most.audio)
  );
}
