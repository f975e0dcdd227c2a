// Prints the result of each scenario. Usage: node bench/gateway/sim/run.ts [seed]
import { simulate, type Scenario } from "./fleet-sim.ts";
import { allDown, flapping, fourOutages } from "./scenarios.ts";

const seed = Number(process.argv[2] ?? 1);
const scenarios: Readonly<Record<string, Scenario>> = {
  "four outages, 1 gateway": { ...fourOutages, nodes: 1 },
  "four outages, 8 gateways": fourOutages,
  "four outages, 64 gateways": { ...fourOutages, nodes: 64 },
  "four outages, 8 gateways that exchange messages": { ...fourOutages, view: "exchanged" },
  "four outages, 64 gateways that exchange messages": { ...fourOutages, nodes: 64, view: "exchanged" },
  "four outages, 8 separate views": { ...fourOutages, view: "separate" },
  "four outages, Retry-After of a second": { ...fourOutages, retryAfterMs: 1000 },
  flapping,
  "all down": allDown,
};
for (const [name, scenario] of Object.entries(scenarios)) {
  const started = performance.now();
  const result = simulate({ ...scenario, seed });
  const { success, successInOutages, attemptsPerRequest, costToOracle, firstTokenMs, events } = result;
  const percent = (share: number): string => (100 * share).toFixed(3);
  console.log(
    `${name}: success ${percent(success)} % (in outages ${percent(successInOutages)} %), ` +
      `${attemptsPerRequest.toFixed(3)} attempts, cost ${costToOracle.toFixed(2)} × oracle, ` +
      `first token ${firstTokenMs.p50.toFixed()} / ${firstTokenMs.p99.toFixed()} / ${firstTokenMs.p999.toFixed()} ms, ` +
      `to failing providers ${result.firstAttemptsInOutage.map(percent).join(" ")} %, ` +
      `returned after ${result.secondsToReturn.map((one) => one.toFixed(1)).join(" ")} s, ` +
      `${result.refusedEarly} refused within ${result.longestRefusalMs.toFixed()} ms, ` +
      `shares ${Object.entries(result.shares)
        .toSorted()
        .map(([key, share]) => `${key} ${Math.round(100 * share)}`)
        .join(" ")}, ` +
      `${(events / (performance.now() - started) / 1000).toFixed(2)} M events/s`,
  );
}
