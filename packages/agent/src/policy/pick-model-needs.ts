import type { Endpoint, Percentiles } from "@patchbay/client";
import type { ModelFilter } from "@patchbay/client/catalog";
import {
  amountsOf,
  checkOptions,
  isAllowList,
  isAmount,
  isDenyList,
  isFlag,
  isPolicy,
  isText,
  isTexts,
  oneOf,
  type OptionRule,
} from "./check.ts";
import type { EndpointRule } from "./endpoints.ts";
import type { Policy } from "./gate.ts";

/** The requirements for a model. One endpoint has to meet all of them. */
export interface ModelRequirements extends ModelFilter {
  /** The order of the models that fit. Default: `price`. */
  readonly prefer?: "price" | "latency" | "throughput" | undefined;
  /** The tokens of a typical call, by which prices are weighted. Default: 1,000 of each. */
  readonly expectedTokens?: { readonly prompt: number; readonly completion: number } | undefined;
  /** Maximum milliseconds to the first token. */
  readonly maxLatency?: number | undefined;
  /** Minimum tokens per second. */
  readonly minThroughput?: number | undefined;
  /** The percentile of the measurements of the last 30 minutes. Default: `p50`. */
  readonly percentile?: keyof Percentiles | undefined;
  /** Whether an endpoint with zero data retention is required. Default: false. */
  readonly zdr?: boolean | undefined;
  /** Ids, or `author/*`. Default: all. */
  readonly allow?: readonly string[] | undefined;
  /** Ids, or `author/*`. Default: none. */
  readonly deny?: readonly string[] | undefined;
  /** A policy that has to allow the model. */
  readonly policy?: Policy | undefined;
}

/** The requirements that the catalog can check without loading endpoints. */
const filters: Readonly<Record<keyof ModelFilter, OptionRule>> = {
  inputModalities: isTexts,
  outputModalities: isTexts,
  tools: isFlag,
  structuredOutputs: isFlag,
  reasoning: isFlag,
  supportedParameters: isTexts,
  minContextLength: isAmount,
  maxPromptPrice: isAmount,
  maxCompletionPrice: isAmount,
  free: isFlag,
  author: isText,
};

const rules: Readonly<Record<keyof ModelRequirements, OptionRule>> = {
  ...filters,
  prefer: oneOf("price", "latency", "throughput"),
  expectedTokens: amountsOf("prompt", "completion"),
  maxLatency: isAmount,
  minThroughput: isAmount,
  percentile: oneOf("p50", "p75", "p90", "p99"),
  zdr: isFlag,
  allow: isAllowList,
  deny: isDenyList,
  policy: isPolicy,
};

/** Throws `AgentError` if a requirement is invalid. */
export function checkNeeds(needs: ModelRequirements): void {
  checkOptions("pickModel", needs, rules);
}

/** The requirements that the catalog can check without loading endpoints. */
export function filterOf(needs: ModelRequirements): ModelFilter {
  return Object.fromEntries(Object.entries(needs).filter(([name]) => Object.hasOwn(filters, name)));
}

/** The requirements for a single endpoint, because the capabilities of a model can be spread over its endpoints. */
export function endpointNeeds(needs: ModelRequirements): EndpointRule[] {
  const {
    supportedParameters: parameters = [],
    minContextLength = 0,
    maxLatency,
    minThroughput,
    percentile = "p50",
  } = needs;
  return [
    knows("tools", needs.tools ? ["tools"] : []),
    knows("structuredOutput", needs.structuredOutputs ? ["structured_outputs"] : []),
    knows("reasoning", needs.reasoning ? ["reasoning"] : []),
    knows("parameters", parameters),
    {
      name: "minContextLength",
      holds: ({ context_length: context }) => context >= minContextLength,
      miss: (left) =>
        `has ${Math.max(...left.map((one) => one.context_length))} tokens of context, not ${minContextLength}`,
    },
    ...(maxLatency === undefined
      ? []
      : [fast("maxLatency", (one) => one.latency_last_30m?.[percentile], maxLatency, `ms (${percentile})`)]),
    ...(minThroughput === undefined
      ? []
      : [
          fast(
            "minThroughput",
            (one) => one.throughput_last_30m?.[percentile],
            minThroughput,
            `tokens/s (${percentile})`,
          ),
        ]),
  ];
}

function knows(name: string, wanted: readonly string[]): EndpointRule {
  return {
    name,
    holds: ({ supported_parameters: known }) => wanted.every((one) => known.includes(one)),
    miss: (left) => `does not support ${wanted.join(", ")} at ${left.map(({ tag }) => tag).join(", ")}`,
  };
}

/** An endpoint without measurements counts as too slow. */
function fast(
  name: "maxLatency" | "minThroughput",
  measure: (endpoint: Endpoint) => number | undefined,
  limit: number,
  unit: string,
): EndpointRule {
  const share = (value: number): number => (name === "maxLatency" ? value / limit : limit / value);
  const best = (endpoints: readonly Endpoint[]): number | undefined =>
    endpoints.flatMap((one) => measure(one) ?? []).toSorted((a, b) => share(a) - share(b))[0];
  return {
    name,
    holds: (endpoint) => share(measure(endpoint) ?? NaN) <= 1,
    distance: (left) => share(best(left) ?? NaN) || Infinity,
    miss: (left) => {
      const value = best(left);
      return value === undefined ? "has no measurements, which need an API key" : `has ${value} ${unit}, not ${limit}`;
    },
  };
}
