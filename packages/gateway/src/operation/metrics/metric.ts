/** One value of a metric with its labels, in the order of their names. */
export interface Sample {
  readonly labels: readonly string[];
  readonly value: number;
}

/** A metric with its written samples: `suffix` and `more` are those of the parts of a histogram. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly labelNames: readonly string[];
  readonly samples: () => Iterable<WrittenSample>;
}

export interface WrittenSample extends Sample {
  /** Follows the name, such as `_bucket`. Default: none. */
  readonly suffix?: string;
  /** A label after the others, such as `le`. */
  readonly more?: readonly [name: string, value: string];
}

export interface MetricOptions {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  /** Factor of every value when it is written, such as 1e-9 for nano-USD. Default: 1. */
  readonly scale?: number;
}

/** Most combinations of labels of a metric. Further ones are counted together, with `other` as every label. */
const mostSeries = 2000;

/** Values by their labels. */
export class SeriesMap<Value> {
  readonly #values = new Map<string, { readonly labels: readonly string[]; readonly value: Value }>();
  readonly #create: () => Value;

  constructor(create: () => Value) {
    this.#create = create;
  }

  get(labels: readonly string[]): Value {
    const key = labels.join("\u0000");
    const known = this.#values.get(key);
    if (known) return known.value;
    const other = labels.map(() => "other");
    if (this.#values.size >= mostSeries && key !== other.join("\u0000")) return this.get(other);
    const value = this.#create();
    this.#values.set(key, { labels, value });
    return value;
  }

  entries(): Iterable<{ readonly labels: readonly string[]; readonly value: Value }> {
    return this.#values.values();
  }
}

/** A number that only grows. */
export class Counter implements Family {
  readonly type = "counter";
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  readonly #scale: number;
  readonly #series = new SeriesMap(() => ({ count: 0 }));

  constructor({ name, help, labels = [], scale = 1 }: MetricOptions) {
    this.name = name;
    this.help = help;
    this.labelNames = labels;
    this.#scale = scale;
    // A counter without labels exists from the start, so that its first increase is seen.
    if (labels.length === 0) this.#series.get([]);
  }

  add(labels: readonly string[], count = 1): void {
    this.#series.get(labels).count += count;
  }

  *samples(): Iterable<WrittenSample> {
    for (const { labels, value } of this.#series.entries()) yield { labels, value: value.count * this.#scale };
  }
}

/** Counts of values up to each bound. */
export class Histogram implements Family {
  readonly type = "histogram";
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  readonly #bounds: readonly number[];
  readonly #series: SeriesMap<{ readonly counts: number[]; sum: number; count: number }>;

  constructor({ name, help, labels = [] }: MetricOptions, bounds: readonly number[]) {
    this.name = name;
    this.help = help;
    this.labelNames = labels;
    this.#bounds = bounds;
    this.#series = new SeriesMap(() => ({ counts: bounds.map(() => 0), sum: 0, count: 0 }));
  }

  observe(labels: readonly string[], value: number): void {
    const series = this.#series.get(labels);
    series.sum += value;
    series.count++;
    const at = this.#bounds.findIndex((bound) => value <= bound);
    if (at >= 0) series.counts[at]!++;
  }

  *samples(): Iterable<WrittenSample> {
    for (const { labels, value } of this.#series.entries()) {
      let below = 0;
      for (const [at, bound] of this.#bounds.entries()) {
        below += value.counts[at]!;
        yield { labels, value: below, suffix: "_bucket", more: ["le", String(bound)] };
      }
      yield { labels, value: value.count, suffix: "_bucket", more: ["le", "+Inf"] };
      yield { labels, value: value.sum, suffix: "_sum" };
      yield { labels, value: value.count, suffix: "_count" };
    }
  }
}

/** A value that is read when the metrics are. */
export function gauge(options: MetricOptions, read: () => Iterable<Sample> | number): Family {
  const { name, help, labels = [] } = options;
  return {
    name,
    help,
    type: "gauge",
    labelNames: labels,
    samples: () => {
      const value = read();
      return typeof value === "number" ? [{ labels: [], value }] : value;
    },
  };
}

/** A counter that something else keeps. */
export function counterOf(options: MetricOptions, read: () => Iterable<Sample> | number): Family {
  return { ...gauge(options, read), type: "counter" };
}
