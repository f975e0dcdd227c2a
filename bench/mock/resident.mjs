// Resident memory over many requests.
import { openLoad } from "../support/load.mjs";
import { memoryOf } from "../support/processes.mjs";
import { isQuick } from "../support/rounds.mjs";
import { servers, start, stop, targetOf } from "./servers.mjs";

const total = isQuick ? 20_000 : 100_000;
const shares = [0.01, 0.1, 0.25, 0.5, 0.75, 1];

/** Sends JSON chats to bare and to ours, and adds the table of the resident memory after each part of them, and the goals. */
export async function measureResident(report) {
  const rows = [];
  let ours;
  for (const server of servers.slice(0, 2)) {
    const running = await start(server);
    const open = openLoad(targetOf(server, running.port, false), 32);
    const resident = [];
    let sent = 0;
    for (const share of shares) {
      await open.run({ count: total * share - sent });
      sent = total * share;
      resident.push(memoryOf(running.child.pid, "VmRSS"));
    }
    open.close();
    rows.push([server.name, ...[...resident, memoryOf(running.child.pid, "VmHWM")].map((mb) => mb.toFixed(0))]);
    if (server.name === "ours") ours = resident;
    await stop(running);
  }
  const columns = shares.map((share) => `after ${(total * share).toLocaleString("en-US")}`);
  report.table("Resident memory by the number of requests, MB", ["server", ...columns, "peak"], rows);
  const requests = `${total.toLocaleString("en-US")} requests`;
  report.goal({ name: `RSS after ${requests}`, measured: ours.at(-1), atMost: 200, unit: " MB" });
  report.goal({
    name: `RSS after ${requests}, of that after half`,
    measured: ours.at(-1) / ours[3],
    atMost: 1.1,
    unit: "×",
  });
}
