// Turns slices into numbers, and numbers into tables.

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;

/** The numbers of a target in a case, over its slices. */
export function summarize(slices) {
  const responses = slices.flatMap((slice) => slice.responses);
  const good = responses.filter(({ isGood }) => isGood);
  const sum = (read) => slices.reduce((total, slice) => total + read(slice), 0);
  const sorted = (read) => good.map(read).toSorted((a, b) => a - b);
  const totals = sorted(({ total }) => total);
  const firsts = sorted(({ first }) => first);
  return {
    responses: good.length,
    errors: responses.length - good.length,
    rate: (good.length / sum(({ duration }) => duration)) * 1000,
    p50: quantile(totals, 0.5),
    p99: quantile(totals, 0.99),
    first50: quantile(firsts, 0.5),
    first99: quantile(firsts, 0.99),
    /** Microseconds of the gateway's processor time per response. */
    cpu: (sum(({ cpu }) => cpu) * 1000) / sum(({ all }) => all),
    foreign: sum(({ foreign }) => foreign) / slices.length,
  };
}

const ratio = (value, base) => (Number.isFinite(value / base) ? `${(value / base).toFixed(2)}×` : "–");
const number = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : "–");
const row = (cells) => `| ${cells.join(" | ")} |`;

/** The table of a case, ratios first. `results` maps the names of targets to numbers. */
export function tableOf({ name, stream }, results) {
  const direct = results.get("direct");
  const floor = results.get("relay-undici");
  const [kind, p50, p99] = stream ? ["first token", "first50", "first99"] : ["total", "p50", "p99"];
  const titles = [
    "target",
    "rate ÷ relay-undici",
    "rate ÷ direct",
    "CPU ÷ relay-undici",
    `added ${kind} p50, ms`,
    "added p99, ms",
    "responses/s",
    "CPU, µs",
    "responses",
    "errors",
    "foreign cores",
  ];
  const lines = [...results].map(([target, result]) =>
    row([
      target,
      ratio(result.rate, floor?.rate),
      ratio(result.rate, direct.rate),
      target === "direct" ? "–" : ratio(result.cpu, floor?.cpu),
      number(result[p50] - direct[p50]),
      number(result[p99] - direct[p99]),
      number(result.rate, 0),
      target === "direct" ? "–" : number(result.cpu, 0),
      result.responses,
      result.errors,
      number(result.foreign),
    ]),
  );
  return [`\n### ${name}\n`, row(titles), row(titles.map(() => "---")), ...lines].join("\n");
}

const peers = ["portkey", "llms-fastify"];

/** The goals of the gateway and whether this run meets them. `results` maps cases to targets to numbers. */
export function goalsOf(results, memory) {
  const at = (number_) => [...results.values()][number_];
  const [one, many, long, first, , paced] = [0, 1, 2, 3, 4, 5].map(at);
  const streams = at(4);
  const get = (table, target, field) => table?.get(target)?.[field] ?? NaN;
  const added = (table, field) => get(table, "ours", field) - get(table, "direct", field);
  const peerRates = peers.map((peer) => get(many, peer, "rate")).filter(Number.isFinite);
  const bestPeer = peerRates.length > 0 ? Math.max(...peerRates) : NaN;
  const share = get(many, "ours", "rate") / get(many, "relay-undici", "rate");
  const goals = [
    [
      "0.35 × the rate of relay-undici, or 5,000 responses/s",
      share,
      share >= 0.35 || get(many, "ours", "rate") >= 5000,
    ],
    ["3 × the rate of the best peer", get(many, "ours", "rate") / bestPeer, get(many, "ours", "rate") >= 3 * bestPeer],
    ["added p50 ≤ 0.5 ms at concurrency 1", added(one, "p50"), added(one, "p50") <= 0.5],
    ["added p99 ≤ 2 ms at concurrency 1", added(one, "p99"), added(one, "p99") <= 2],
    ["first token ≤ 1 ms later, at once", added(first, "first50"), added(first, "first50") <= 1],
    ["first token ≤ 1 ms later, paced", added(paced, "first50"), added(paced, "first50") <= 1],
    [
      "0.5 × the streams of relay-undici",
      get(streams, "ours", "rate") / get(streams, "relay-undici", "rate"),
      get(streams, "ours", "rate") >= 0.5 * get(streams, "relay-undici", "rate"),
    ],
    ["≤ 1,000 µs of CPU for a prompt of 200 kB", get(long, "ours", "cpu"), get(long, "ours", "cpu") <= 1000],
    ["RSS < 200 MB after the requests", memory ?? NaN, memory < 200],
  ];
  const lines = goals.map(([goal, value, isMet]) =>
    row([goal, number(value), Number.isFinite(value) ? (isMet ? "yes" : "**no**") : "not measured"]),
  );
  return ["\n### Goals\n", row(["goal", "measured", "met"]), row(["---", "---", "---"]), ...lines].join("\n");
}
