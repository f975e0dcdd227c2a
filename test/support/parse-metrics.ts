/** A metric that was read back from the text format of Prometheus. */
export interface ParsedMetric {
  readonly type: string;
  readonly help: string;
  readonly samples: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
}

/** Reads the text format of Prometheus. Throws for a line that it does not allow. Histograms have their samples together. */
export function parseMetrics(text: string): Map<string, ParsedMetric> {
  const metrics = new Map<string, ParsedMetric>();
  let current: string | undefined;
  if (!text.endsWith("\n")) throw new Error("The last line has no line feed.");
  for (const line of text.slice(0, -1).split("\n")) {
    const help = /^# HELP ([a-zA-Z_:][\w:]*) (.*)$/s.exec(line);
    const type = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)$/.exec(line);
    if (help) {
      if (metrics.has(help[1]!)) throw new Error(`Two metrics are named ${help[1]}.`);
      current = help[1]!;
      metrics.set(current, { type: "", help: unescape(help[2]!), samples: [] });
    } else if (type) {
      if (type[1] !== current) throw new Error(`TYPE without HELP: ${line}`);
      metrics.set(current!, { ...metrics.get(current!)!, type: type[2]! });
    } else {
      const sample = parseSample(line);
      if (current === undefined || !sample.name.startsWith(current)) throw new Error(`Sample without TYPE: ${line}`);
      metrics.get(current)!.samples.push(sample);
    }
  }
  return metrics;
}

function parseSample(line: string): ParsedMetric["samples"][number] {
  const [, name, list, number] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/s.exec(line) ?? [];
  if (name === undefined) throw new Error(`Not a sample: ${JSON.stringify(line)}`);
  const labels: Record<string, string> = {};
  let rest = list ?? "";
  while (rest !== "") {
    const [whole, label, value] = /^([a-zA-Z_]\w*)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/s.exec(rest) ?? [];
    if (whole === undefined) throw new Error(`Not a label: ${JSON.stringify(rest)}`);
    labels[label!] = unescape(value!);
    rest = rest.slice(whole.length);
  }
  return { name, labels, value: toNumber(number!) };
}

function toNumber(text: string): number {
  if (text === "NaN") return NaN;
  if (text === "+Inf" || text === "-Inf") return text === "+Inf" ? Infinity : -Infinity;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text)) throw new Error(`Not a number: ${text}`);
  return Number(text);
}

function unescape(text: string): string {
  return text.replaceAll(/\\(["\\n])/g, (_, character: string) => (character === "n" ? "\n" : character));
}

/** The sum of the samples of a name that have the given labels. */
export function valueOf(
  metrics: ReadonlyMap<string, ParsedMetric>,
  name: string,
  labels: Readonly<Record<string, string>>,
): number {
  const all = [...metrics.values()].flatMap(({ samples }) => samples).filter((sample) => sample.name === name);
  if (all.length === 0 && Object.keys(labels).length === 0) throw new Error(`There is no metric ${name}.`);
  const wanted = Object.entries(labels);
  return all
    .filter((sample) => wanted.every(([label, value]) => sample.labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
}
