// Turns slices into numbers, and numbers into the tables and goals of the report.
import { ratio } from "../support/report.mjs";

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

const number = (value, digits = 2) => (Number.isFinite(value) ? value.toFixed(digits) : "–");

/** Adds the table of a case, ratios first. `results` maps the names of targets to numbers. */
export function addTable(report, { name, stream }, results) {
  const direct = results.get("direct");
  const floor = results.get("relay-undici");
  const [kind, p50, p99] = stream ? ["first token", "first50", "first99"] : ["total", "p50", "p99"];
  const columns = [
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
  const rows = [...results].map(([target, result]) => [
    target,
    ratio(result.rate, floor?.rate),
    ratio(result.rate, direct.rate),
    target === "direct" ? "–" : ratio(result.cpu, floor?.cpu),
    number(result[p50] - direct[p50]),
    number(result[p99] - direct[p99]),
    number(result.rate, 0),
    target === "direct" ? "–" : number(result.cpu, 0),
    String(result.responses),
    String(result.errors),
    number(result.foreign),
  ]);
  report.table(name, columns, rows);
}

const peers = ["portkey", "llms-fastify"];

/** Adds the goals of the gateway. `results` has the numbers of targets for each case, in the order of `cases`. */
export function addGoals(report, results, { rss, charges }) {
  const [one, many, long, first, streams, paced] = results;
  const get = (table, target, field) => table.get(target)?.[field] ?? NaN;
  const added = (table, field) => get(table, "ours", field) - get(table, "direct", field);
  const share = (table, field) => get(table, "ours", field) / get(table, "relay-undici", field);
  const peerRates = peers.map((peer) => get(many, peer, "rate")).filter(Number.isFinite);
  const bestPeer = peerRates.length > 0 ? Math.max(...peerRates) : NaN;
  const relayCpu = (table) => `relay-undici: ${number(get(table, "relay-undici", "cpu"), 0)} µs of CPU`;
  const relayAdds = (table, field) =>
    `relay-undici: ${number(get(table, "relay-undici", field) - get(table, "direct", field))} ms`;
  const goals = [
    {
      name: "JSON of 1 KB at 32, rate ÷ relay-undici",
      measured: share(many, "rate"),
      atLeast: 0.35,
      floor: relayCpu(many),
    },
    { name: "JSON of 1 KB at 32, responses/s", measured: get(many, "ours", "rate"), atLeast: 5000 },
    {
      name: "JSON of 1 KB at 32, rate ÷ best peer",
      measured: get(many, "ours", "rate") / bestPeer,
      atLeast: 3,
    },
    {
      name: "JSON at 1, added p50",
      measured: added(one, "p50"),
      atMost: 0.5,
      unit: " ms",
      floor: relayAdds(one, "p50"),
    },
    { name: "JSON at 1, added p99", measured: added(one, "p99"), atMost: 2, unit: " ms", floor: relayAdds(one, "p99") },
    {
      name: "First token, stream at once, added p50",
      measured: added(first, "first50"),
      atMost: 1,
      unit: " ms",
      floor: relayAdds(first, "first50"),
    },
    {
      name: "First token, paced stream, added p50",
      measured: added(paced, "first50"),
      atMost: 1,
      unit: " ms",
      floor: relayAdds(paced, "first50"),
    },
    {
      name: "Streams at 32, rate ÷ relay-undici",
      measured: share(streams, "rate"),
      atLeast: 0.5,
      floor: relayCpu(streams),
    },
    {
      name: "Prompt of 200 kB, CPU",
      measured: get(long, "ours", "cpu"),
      atMost: 1000,
      unit: " µs",
      floor: relayCpu(long),
    },
    {
      name: "RSS after the requests",
      measured: rss?.ours,
      atMost: 200,
      unit: " MB",
      floor: `relay-undici: ${number(rss?.["relay-undici"], 0)} MB`,
    },
    { name: "SQLite ledger at 32, durable charges/s", measured: charges, atLeast: 10_000 },
  ];
  for (const goal of goals) report.goal(goal);
}
