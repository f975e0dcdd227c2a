// Processor time of this process for each call, chunk, long event and stream.
import { digits, ratio } from "../support/report.mjs";
import { isQuick, mediansInTurn } from "../support/rounds.mjs";
import { peers } from "./peers.mjs";

const blocks = Number(process.env.BLOCKS ?? (isQuick ? 6 : 30));
const chunks = Number(process.env.CHUNKS ?? 20_000);
const streams = 150;

/** Microseconds of processor time for a unit of work. */
async function cpuOf(work, units) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / units;
}

async function times(count, width, ask) {
  let left = count;
  const work = async () => {
    while (left-- > 0) await ask();
  };
  await Promise.all(Array.from({ length: width }, work));
}

/** All clients for a base URL that have an operation, by name. */
async function clientsWith(operation, baseURL) {
  const made = await Promise.all(Object.entries(peers).map(async ([name, make]) => [name, await make(baseURL)]));
  return Object.fromEntries(made.filter(([, client]) => client[operation]));
}

export async function compareCalls(baseURL, report) {
  const clients = await clientsWith("ask", baseURL);
  const names = Object.keys(clients);
  for (const name of names) await times(isQuick ? 400 : 1500, 8, clients[name].ask);
  const one = await mediansInTurn(names, blocks, (name) => cpuOf(() => times(100, 1, clients[name].ask), 100));
  const many = await mediansInTurn(names, blocks, (name) => cpuOf(() => times(320, 32, clients[name].ask), 320));
  const [oneKy, manyKy] = [one["bare ky"], many["bare ky"]];
  report.table(
    "CPU of a completion of a kilobyte, relative to bare ky",
    ["client", "sequential", "32 at once", "sequential, µs", "32 at once, µs"],
    names.map((name) => [
      name,
      ratio(one[name], oneKy),
      ratio(many[name], manyKy),
      digits(one[name]),
      digits(many[name]),
    ]),
  );
  report.goal({ name: "CPU of a call, of bare ky", measured: one.ours / oneKy, atMost: 1.1, unit: "×" });
}

export async function compareChunks(baseURL, report) {
  const clients = await clientsWith("read", baseURL);
  const names = Object.keys(clients);
  for (const name of names) {
    const pieces = await clients[name].read();
    if (pieces < chunks) throw new Error(`${name} read ${pieces} of ${chunks} chunks with text.`);
  }
  const cpu = await mediansInTurn(names, isQuick ? 3 : 11, (name) => cpuOf(clients[name].read, chunks));
  const floor = cpu["bare fetch"];
  report.table(
    `CPU of a chunk in a stream of ${chunks.toLocaleString("en-US")}, relative to fetch and a minimal parser`,
    ["client", "CPU", "µs"],
    names.map((name) => [name, ratio(cpu[name], floor), cpu[name].toFixed(2)]),
  );
  report.goal({ name: "CPU of a chunk, of the minimal parser", measured: cpu.ours / floor, atMost: 1.25, unit: "×" });
}

/** One event with much text: the processor time for each megabyte is the same if it is linear. */
export async function compareLargeEvents(baseURL, report) {
  const sizes = [1, 4, 16];
  const names = ["ours", "ours, events()", "openai", "@openrouter/sdk", "ai + openrouter"];
  const cpu = {};
  for (const size of sizes) {
    const clients = await clientsWith("read", `${baseURL}/large/${size}`);
    for (const name of names) await clients[name].read();
    cpu[size] = await mediansInTurn(names, isQuick ? 1 : 5, (name) => cpuOf(clients[name].read, size));
  }
  report.table(
    "CPU of a megabyte in one event of 1, 4 and 16 MB",
    ["client", "16 MB relative to 1 MB", ...sizes.map((size) => `${size} MB, ms/MB`)],
    names.map((name) => [
      name,
      ratio(cpu[16][name], cpu[1][name]),
      ...sizes.map((size) => digits(cpu[size][name] / 1000)),
    ]),
  );
  const measured = cpu[16].ours / cpu[1].ours;
  report.goal({ name: "CPU of a megabyte in an event of 16 MB, of that in 1 MB", measured, atMost: 1.5, unit: "×" });
}

/** The end of a response behind a proxy comes after its last event. A client that does not read it loses the connection. */
export async function compareConnections(baseURL, report) {
  const clients = await clientsWith("read", `${baseURL}/late`);
  const count = async () => Number(await (await fetch(baseURL)).text());
  const found = {};
  for (const name of ["bare fetch", "ours", "openai", "@openrouter/sdk", "ai + openrouter"]) {
    await clients[name].read();
    const before = await count();
    const cpu = await cpuOf(() => times(streams, 1, clients[name].read), streams);
    found[name] = { connections: (await count()) - before, cpu };
  }
  report.table(
    `${streams} streams, one after the other, whose responses end 5 ms after [DONE]`,
    ["client", "new connections", "CPU of a stream, relative to fetch", "µs"],
    Object.entries(found).map(([name, { connections, cpu }]) => [
      name,
      String(connections),
      ratio(cpu, found["bare fetch"].cpu),
      digits(cpu),
    ]),
  );
  const measured = found.ours.connections;
  report.goal({ name: `new connections for ${streams} streams`, measured, atMost: 2 });
}

/** Memory while a long stream is read. */
export async function measureHeap(baseURL, report) {
  const { Patchbay } = await import("@patchbay/client");
  const total = isQuick ? 200_000 : 1_000_000;
  const client = new Patchbay({ apiKey: "k", baseURL: `${baseURL}/chunks/${total}` });
  const heap = [];
  let seen = 0;
  for await (const _ of client.chat.completions.stream({ model: "m", messages: [{ role: "user", content: "hi" }] }))
    if (++seen % (total / 4) === 0) {
      globalThis.gc?.();
      heap.push((process.memoryUsage().heapUsed / 1e6).toFixed(1));
    }
  const quarters = ["a quarter", "half", "three quarters", "all"].map((share) => `after ${share}`);
  const title = `Heap while a stream of ${total.toLocaleString("en-US")} chunks is read, MB`;
  report.table(title, ["client", ...quarters], [["ours", ...heap]]);
}
