import type { Family, WrittenSample } from "./metric.ts";

/** The content type of the text format of Prometheus. */
export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

/** Writes metrics in the text format of Prometheus. */
export function writeMetrics(families: Iterable<Family>): string {
  let text = "";
  for (const family of families) {
    const { name, help, type, samples } = family;
    text += `# HELP ${name} ${escapeHelp(help)}\n# TYPE ${name} ${type}\n`;
    for (const sample of samples.call(family)) text += writeSample(family, sample);
  }
  return text;
}

function writeSample({ name, labelNames }: Family, { labels, value, suffix = "", more }: WrittenSample): string {
  const pairs = labelNames.map((label, at) => `${label}="${escapeLabel(labels[at] ?? "")}"`);
  if (more) pairs.push(`${more[0]}="${escapeLabel(more[1])}"`);
  const written = pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
  return `${name}${suffix}${written} ${formatNumber(value)}\n`;
}

function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (Number.isFinite(value)) return String(value);
  return value > 0 ? "+Inf" : "-Inf";
}

function escapeHelp(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

function escapeLabel(text: string): string {
  return escapeHelp(text).replaceAll('"', '\\"');
}
