// How much longer than specified a stream with delays takes.
import { openLoad } from "../support/load.mjs";
import { digits, median } from "../support/report.mjs";
import { isQuick } from "../support/rounds.mjs";
import { servers, start, stop, targetOf } from "./servers.mjs";

const gap = 5;

/** Adds the table of a stream of 200 tokens with a delay of 5 ms, by concurrent connections. */
export async function measurePacing(report) {
  const [, ours] = servers;
  const server = await start(ours, (port) => [...ours.args(port), "--token-delay", String(gap)]);
  const specified = 200 * gap;
  const rows = [];
  for (const connections of [1, 32, 256]) {
    const open = openLoad(targetOf(server, server.port, true), connections);
    await open.warm();
    const { responses } = await open.run({ count: Math.max(connections, isQuick ? 3 : 9) });
    open.close();
    const took = median(responses.map(({ first, total }) => total - first));
    rows.push([String(connections), `${digits(((took - specified) / specified) * 100)} %`, took.toFixed(1)]);
  }
  await stop(server);
  report.table(
    `A stream of 200 tokens with a delay of ${gap} ms, specified ${specified} ms`,
    ["connections", "excess", "from the first event to the end, ms"],
    rows,
  );
}
