import type { Entry } from "./api.ts";
import { make } from "./dom.ts";
import { formatDuration, roundUp, toneOf } from "./format.ts";

type Routing = NonNullable<Entry["routing"]>;

const bases: Readonly<Record<Routing["basis"], string>> = {
  order: "The request names the order of the providers (provider.order).",
  price: "The endpoints are sorted by price: the request has provider.sort, the variant :floor, or the flex tier.",
  throughput: "The endpoints are sorted by throughput: the request has provider.sort or the variant :nitro.",
  latency: "The endpoints are sorted by latency: the request has provider.sort.",
  exacto: "The endpoints are sorted by tool-call success: the request has tools, or the variant :exacto.",
  weighted:
    "The request has no preference. The first endpoint is drawn at random, weighted by the inverse square of its price. The others follow by price, those with a recent outage last.",
  pinned: "The conversation stays at the endpoint of its previous request, which has its prompt cached.",
};

const reasons: Readonly<Record<Routing["excluded"][number]["reason"], string>> = {
  off: "currently not offered",
  region: "not available in the caller's country",
  tier: "another service tier",
  unlisted: "not in provider.only",
  ignored: "in provider.ignore",
  zdr: "no zero data retention (provider.zdr)",
  training: "may train on prompts (provider.data_collection)",
  distillation: "the author does not permit distillation",
  quantization: "another quantization (provider.quantizations)",
  price: "above provider.max_price",
  modality: "does not support the input or output",
  context: "the prompt does not fit into its context",
  length: "does not allow so many completion tokens (max_tokens)",
  tools: "does not support tools",
  schema: "does not support structured outputs",
  parameters: "does not support all parameters (provider.require_parameters)",
};

/** Explains the routing decision of a request. */
export function routingSection({ routing, attempts }: Entry): HTMLElement | undefined {
  if (!routing) return undefined;
  const { basis, candidates, excluded } = routing;
  const isOwnKeyFirst = candidates[0]?.byok === true;
  const failed = attempts.filter(({ status }) => status !== 200);
  const tried = new Map(attempts.map(({ provider, model, status }) => [`${provider} ${model}`, status]));
  return make(
    "section",
    { "data-part": "routing" },
    make("h3", {}, "Why this endpoint"),
    make("p", {}, bases[basis]),
    isOwnKeyFirst ? make("p", {}, "Endpoints with the account's own provider key (BYOK) come first.") : undefined,
    failed.length > 0
      ? make(
          "p",
          {},
          `Fallback: ${failed.map(({ provider, status }) => `${provider} failed with ${status}`).join(", ")}.`,
        )
      : undefined,
    candidates.length > 0 ? make("p", { class: "muted" }, "Eligible endpoints, in order:") : undefined,
    make(
      "ol",
      {},
      ...candidates.map(({ provider, endpoint, model, byok }) => {
        const status = tried.get(`${provider} ${model}`);
        tried.delete(`${provider} ${model}`);
        return make("li", {}, `${endpoint} (${model})${byok ? ", BYOK" : ""}: `, make("b", {}, attemptResult(status)));
      }),
    ),
    excluded.length > 0 ? make("p", { class: "muted" }, "Excluded endpoints:") : undefined,
    make(
      "ul",
      { class: "plain" },
      ...excluded.map(({ endpoint, reason }) => make("li", {}, `${endpoint}: ${reasons[reason] ?? reason}`)),
    ),
  );
}

function attemptResult(status: number | undefined): string {
  if (status === undefined) return "not tried";
  return status === 200 ? "succeeded" : `failed with ${status}`;
}

/** The attempts, one below the other, on one axis of simulated time. */
export function timelineSection({ attempts }: Entry): HTMLElement | undefined {
  if (attempts.length === 0) return undefined;
  const end = roundUp(attempts.reduce((sum, { latencyMs }) => sum + latencyMs, 0));
  let from = 0;
  const rows = attempts.flatMap(({ provider, model, status, latencyMs }) => {
    const bar = make("span", { class: `bar ${toneOf(status)}` });
    bar.style.marginLeft = `${(from / end) * 100}%`;
    bar.style.width = `${(latencyMs / end) * 100}%`;
    from += latencyMs;
    const title = `${provider}, ${model}: ${status} after ${formatDuration(latencyMs)}`;
    return [
      make("span", { title }, provider),
      make("span", { class: "track", role: "img", "aria-label": title }, bar),
      make("span", { class: "number" }, `${status}, ${formatDuration(latencyMs)}`),
    ];
  });
  const axis = [0, 0.5, 1].map((part) => make("span", {}, formatDuration(part * end)));
  axis[0]!.textContent = "0";
  return make(
    "section",
    { "data-part": "attempts" },
    make("h3", {}, "Attempts"),
    make("p", { class: "muted" }, "Simulated time until each endpoint failed or sent its first token."),
    make(
      "div",
      { class: "timeline" },
      ...rows,
      make("span", {}),
      make("span", { class: "axis" }, ...axis),
      make("span", {}),
    ),
  );
}
