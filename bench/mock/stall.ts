// The longest stall of the server's event loop for each kind of expensive request near the body limit. See README.md.
import { fork } from "node:child_process";
import { once } from "node:events";
import { chatPath, kinds, megabyte, property, say, tool, type Sent } from "./stall-requests.ts";

/** The goal in milliseconds on an idle machine. */
const goal = 250;
const cli = new URL("../../packages/mock-server/dist/cli.js", import.meta.url).pathname;
const monitor = new URL("stall-monitor.mjs", import.meta.url).href;
const port = 4790;

const wanted = process.argv.slice(2);
const server = fork(cli, ["--port", String(port), "--credits", "1000000"], {
  execArgv: ["--import", monitor],
  silent: true,
});
await once(server.stdout!, "data");

interface Seen {
  readonly wall: number;
  readonly cpu: number;
  readonly rss: number;
}

async function readMonitor(): Promise<Seen> {
  const answered = once(server, "message");
  server.send("read");
  return ((await answered) as [Seen])[0];
}

async function send({ path = chatPath, body, headers = {} }: Sent): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-bench", "content-type": "application/json", ...headers },
      body,
      signal: AbortSignal.timeout(120_000),
    });
    const text = await response.text();
    return `${response.status}${response.status < 400 ? "" : ` ${text.slice(28, 90)}`}`;
  } catch (error) {
    return String(error).slice(0, 60);
  }
}

// The first request loads lazy modules.
await send(say("Hi"));
await send(tool(property({ type: "string" })));
await send({ body: "{}" });
let worst = 0;
console.log("stall ms | cpu ms | took ms | rss MB | request, response");
for (const [name, make] of Object.entries(kinds)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const sent = make();
  await readMonitor();
  const began = performance.now();
  const answer = await send(sent);
  const took = performance.now() - began;
  const { wall, cpu, rss } = await readMonitor();
  // A stall without processor time is caused by other processes.
  const stall = Math.min(wall, cpu + 5);
  worst = Math.max(worst, stall);
  const columns = [wall, cpu, took, rss / megabyte].map((figure) => String(Math.round(figure)).padStart(7));
  console.log(`${columns.join(" |")} | ${stall > goal ? "ABOVE THE GOAL: " : ""}${name}: ${answer}`);
}
console.log(`Longest stall: ${Math.round(worst)} ms of processor time. Goal: ${goal} ms.`);
server.kill();
