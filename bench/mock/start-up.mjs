// The time from the start of a process to its first answer to a chat.
import { digits, median, ratio } from "../support/report.mjs";
import { inTurn, isQuick } from "../support/rounds.mjs";
import { start, stop } from "./servers.mjs";

const rounds = isQuick ? 3 : 9;

/** Compares cold starts in turn, and adds the table and the goal. `wanted` are servers that start. */
export async function compareStarts(wanted, report) {
  // The dialects of ours are the same process.
  const starting = wanted.filter(({ name }) => !name.startsWith("ours,"));
  const byName = new Map(starting.map((server) => [server.name, server]));
  const found = await inTurn([...byName.keys()], rounds, async (name) => {
    const server = byName.get(name);
    const running = await start(server, server.coldArgs ?? server.args);
    await stop(running);
    return running.firstAnswerMs;
  });
  const medians = new Map(Object.entries(found).map(([name, times]) => [name, median(times)]));
  const bare = medians.get("bare");
  report.table(
    `First answer after the start of the process, median of ${rounds}`,
    ["server", "relative to bare", "above bare, ms", "ms"],
    [...medians].map(([name, ms]) => [name, ratio(ms, bare), (ms - bare).toFixed(0), digits(ms)]),
  );
  if (!medians.has("ours")) return;
  const measured = medians.get("ours") - bare;
  report.goal({
    name: "first answer, above bare",
    measured,
    atMost: 120,
    unit: " ms",
    floor: `bare: ${digits(bare)} ms`,
  });
}
