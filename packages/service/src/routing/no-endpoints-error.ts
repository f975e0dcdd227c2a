import type { ErrorAvailability } from "@patchbay/spec";
import type { Dropped, DropReason } from "@patchbay/engine/routing/eligibility";
import { HttpError } from "../http/http-error.ts";

/** Reason → its name in the API's `excluded_by`. */
const words: Partial<Record<DropReason, NonNullable<ErrorAvailability["excluded_by"]>[number]>> = {
  region: "geo",
  zdr: "data_policy:zdr",
  training: "data_policy:training",
  price: "max_price",
  context: "context_length",
  parameters: "require_parameters",
  tools: "require_parameters",
  schema: "require_parameters",
  modality: "require_parameters",
  quantization: "quantization",
  unlisted: "allowed_providers",
  ignored: "allowed_providers",
};

interface RefusedRequest {
  readonly promptTokens: number;
  /** Where the data policy is set, as the end of a message. */
  readonly dataPolicyAdvice: string;
}

/** The error if no endpoint is eligible, with every dropped endpoint and the reason. */
export function noEndpoints(
  dropped: readonly Dropped[],
  names: readonly string[],
  { promptTokens, dataPolicyAdvice }: RefusedRequest,
): HttpError {
  const reasons = new Set(dropped.map(({ reason }) => reason));
  const has = (...wanted: DropReason[]): boolean => wanted.some((reason) => reasons.has(reason));
  const only = (...wanted: DropReason[]): boolean =>
    [...reasons].every((reason) => wanted.includes(reason) || reason === "tier");
  const facts = (code: string): { availability: ErrorAvailability; metadata: Record<string, unknown> } => ({
    availability: {
      code,
      retryable: false,
      requested_models: [...names],
      affected_providers: [...new Set(dropped.map(({ endpoint }) => endpoint.provider.name))],
      excluded_by: [...new Set(dropped.flatMap(({ reason }) => words[reason] ?? []))],
    },
    metadata: {
      excluded_endpoints: dropped.map(({ endpoint, reason }) => ({
        model: endpoint.modelId,
        endpoint: endpoint.tag,
        provider: endpoint.provider.name,
        reason,
      })),
    },
  });
  const refuse = (status: number, message: string, code: string): HttpError =>
    new HttpError(status, message, facts(code));

  if (only("off")) return refuse(404, `No provider offers ${names[0]} at present.`, "model_unavailable_upstream");
  if (only("region", "off")) return refuse(403, `${names[0]} is not available in your region.`, "region_restricted");
  if (has("context") && only("context", "length")) {
    const { availability, metadata } = facts("constraint_filtered");
    const longest = Math.max(...dropped.map(({ endpoint }) => endpoint.context));
    return new HttpError(
      400,
      `This endpoint's maximum context length is ${longest} tokens. However, you requested about ${promptTokens} tokens. Shorten the prompt for ${names[0]}, or use the plugin context-compression.`,
      { availability, metadata: { ...metadata, error_type: "context_length_exceeded" } },
    );
  }
  if (has("zdr", "training")) {
    const policy = has("zdr") ? "Zero data retention" : "Paid model training";
    return refuse(
      404,
      `No endpoints found matching your data policy (${policy}). ${dataPolicyAdvice}`,
      "privacy_restricted",
    );
  }
  const detail = details.find(([reason]) => reasons.has(reason))?.[1] ?? "that match the request";
  if (has("unlisted", "ignored") && only("unlisted", "ignored"))
    return refuse(
      404,
      `No allowed providers are available for the selected model. ${listOf(dropped)}`,
      "constraint_filtered",
    );
  return refuse(404, `No endpoints found ${detail}. ${listOf(dropped)}`, "constraint_filtered");
}

const details: readonly (readonly [DropReason, string])[] = [
  ["modality", "that support the input or output of the request"],
  ["tools", "that support tool use"],
  ["schema", "that support structured outputs"],
  ["parameters", "that support all parameters of the request"],
  ["price", "within max_price"],
  ["quantization", "with one of the accepted quantizations"],
  ["distillation", "whose author permits distillation"],
  ["unlisted", "among the allowed providers"],
  ["ignored", "other than the ignored providers"],
  ["tier", "in the ordinary service tier"],
];

function listOf(dropped: readonly Dropped[]): string {
  const shown = dropped.slice(0, 12).map(({ endpoint, reason }) => `${endpoint.tag}: ${reason}`);
  const more = dropped.length > shown.length ? `, and ${dropped.length - shown.length} more` : "";
  return `Excluded: ${shown.join(", ")}${more}.`;
}
