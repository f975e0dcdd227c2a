// The mock server compared with its peers; see README.md.
// Usage: node run.mjs [--quick] [--json=FILE] [--only=cpu,start,resident,installed,pacing] [--before=CHECKOUT] [NAME ...]
import { pin } from "../support/processes.mjs";
import { createReport } from "../support/report.mjs";
import { names, optionOf } from "../support/rounds.mjs";
import { compareCpu } from "./cpu.mjs";
import { compareInstalled } from "./installed.mjs";
import { measurePacing } from "./pacing.mjs";
import { measureResident } from "./resident.mjs";
import { loadCore, servers, start, stop } from "./servers.mjs";
import { compareStarts } from "./start-up.mjs";

const report = createReport("mock");
const only = optionOf("only")?.split(",");
pin(loadCore);

/** Starts the servers named on the command line, by the beginning of their names, after the baseline. All by default. */
async function startWanted() {
  const running = [];
  for (const server of servers) {
    const isNamed = names.length === 0 || names.some((beginning) => server.name.startsWith(beginning));
    if (server.name !== "bare" && server.name !== "before" && !isNamed) continue;
    try {
      running.push(await start(server));
      if (server.packageName) report.version(server.packageName, import.meta.dirname);
    } catch (error) {
      report.note(`${server.name} is skipped: ${error.message}`);
    }
  }
  return running;
}

const running = await startWanted();
const parts = {
  cpu: () => compareCpu(running, report),
  start: () => compareStarts(running, report),
  resident: () => measureResident(report),
  installed: () => compareInstalled(running, report),
  pacing: () => measurePacing(report),
};
for (const [name, measure] of Object.entries(parts)) {
  if (only?.includes(name) ?? true) await measure();
  // The other parts start servers of their own.
  if (name === "cpu") await Promise.all(running.map(stop));
}
report.finish();
process.exit();
