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

/** What is asked of a model. Everything that is given has to hold, of one endpoint at once. */
export interface ModelRequirements extends ModelFilter {
  /** What decides among those that fit. Default: `price`. */
  readonly prefer?: "price" | "latency" | "throughput" | undefined;
  /** What a call usually takes, by which prices are weighed. Default: 1,000 of each. */
  readonly expectedTokens?: { readonly prompt: number; readonly completion: number } | undefined;
  /** Milliseconds to the first token, at most. */
  readonly maxLatency?: number | undefined;
  /** Tokens a second, at least. */
  readonly minThroughput?: number | undefined;
  /** Of how many requests of the last 30 minutes a speed is measured: half of them, 75 %, … Default: `p50`. */
  readonly percentile?: keyof Percentiles | undefined;
  /** Whether it is served by somebody who keeps nothing. Default: false. */
  readonly zdr?: boolean | undefined;
  /** Ids, or `author/*`. Default: all. */
  readonly allow?: readonly string[] | undefined;
  /** Ids, or `author/*`. Default: none. */
  readonly deny?: readonly string[] | undefined;
  /** What a request to it would have to pass. */
  readonly policy?: Policy | undefined;
}

/** What the catalogue can tell without asking for endpoints. */
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

/** Throws `AgentError` when a need makes no sense. */
export function checkNeeds(needs: ModelRequirements): void {
  checkOptions("a choice of a model", needs, rules);
}

/** The needs that the catalogue can tell of without asking for endpoints. */
export function filterOf(needs: ModelRequirements): ModelFilter {
  return Object.fromEntries(Object.entries(needs).filter(([name]) => Object.hasOwn(filters, name)));
}

/** What an endpoint has to be itself, since what a model can do may be spread over its endpoints. */
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
    miss: (left) => `does not know ${wanted.join(", ")} at ${left.map(({ tag }) => tag).join(", ")}`,
  };
}

/** What is not measured is not fast enough. */
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
      return value === undefined ? "is not measured, which takes a key" : `has ${value} ${unit}, not ${limit}`;
    },
  };
}
