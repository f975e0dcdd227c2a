import type { Attributes, Meter } from "@opentelemetry/api";
import type { SpanStart, SpanEnd } from "../report/observers.ts";
import { pick } from "./attributes.ts";

/** A span that has ended. */
export interface Measured {
  readonly type: SpanStart["type"];
  readonly seconds: number;
  readonly end: SpanEnd;
  /** The attributes of its span. Metrics use those with a low cardinality. */
  readonly attributes: Attributes;
}

const modelNames = [
  "gen_ai.operation.name",
  "gen_ai.provider.name",
  "gen_ai.request.model",
  "gen_ai.response.model",
] as const;

/** Span type → its duration metric: the name, the smallest bucket, the number of buckets, and the attributes. */
const durations = {
  run: ["gen_ai.invoke_agent.duration", 0.1, 13, ["gen_ai.agent.name", "gen_ai.request.model", "error.type"]],
  attempt: ["gen_ai.client.operation.duration", 0.01, 14, [...modelNames, "error.type"]],
  tool: ["gen_ai.execute_tool.duration", 0.01, 14, ["gen_ai.tool.name", "gen_ai.agent.name", "error.type"]],
} as const;

/** The metrics of the GenAI conventions, and `patchbay.client.cost`. */
export class Metrics {
  readonly #durations;
  readonly #tokens;
  readonly #cost;

  constructor(meter: Meter) {
    this.#durations = new Map<SpanStart["type"], (seconds: number, attributes: Attributes) => void>(
      Object.entries(durations).map(([type, [name, first, count, names]]) => {
        const advice = { explicitBucketBoundaries: Array.from({ length: count }, (_, at) => first * 2 ** at) };
        const histogram = meter.createHistogram(name, { unit: "s", advice });
        return [type as SpanStart["type"], (seconds, all) => histogram.record(seconds, pick(all, names))];
      }),
    );
    this.#tokens = meter.createHistogram("gen_ai.client.token.usage", {
      unit: "{token}",
      advice: { explicitBucketBoundaries: Array.from({ length: 14 }, (_, at) => 4 ** at) },
    });
    this.#cost = meter.createCounter("patchbay.client.cost", { unit: "{USD}", description: "Cost of model requests." });
  }

  /** Records the cost of a model request. */
  spend({ end: { cost }, attributes }: Measured): void {
    if (cost !== undefined) this.#cost.add(cost, pick(attributes, [...modelNames, "gen_ai.agent.name"]));
  }

  /** Records the duration and the tokens. */
  record({ type, seconds, end, attributes }: Measured): void {
    // Tool names that a model made up have an unbounded cardinality.
    const isMadeUp = end.failureKind === "unknown_tool";
    this.#durations.get(type)?.(seconds, isMadeUp ? { ...attributes, "gen_ai.tool.name": "_OTHER" } : attributes);
    const { usage } = end;
    if (!usage) return;
    const common = pick(attributes, modelNames);
    this.#tokens.record(usage.prompt_tokens, { ...common, "gen_ai.token.type": "input" });
    this.#tokens.record(usage.completion_tokens, { ...common, "gen_ai.token.type": "output" });
  }
}
