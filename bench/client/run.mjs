// The client compared with its peers; see README.md. Ratios of medians in one run.
import { spawn, spawnSync } from "node:child_process";
import { peers } from "./peers.mjs";
import { sizes } from "./size.mjs";

process.env.AI_SDK_LOG_WARNINGS = "false";
globalThis.AI_SDK_LOG_WARNINGS = false;
const blocks = Number(process.env.BLOCKS ?? 30);
const chunks = 20_000;
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const file = (name) => new URL(name, import.meta.url).pathname;

const server = spawn(process.execPath, [file("server.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(Number(data))));
const baseURL = `http://127.0.0.1:${port}`;

/** CPU microseconds per unit of work. */
async function cpuOf(work, units) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / units;
}

async function times(count, width, ask) {
  let left = count;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (left-- > 0) await ask();
    }),
  );
}

function table(title, rows) {
  console.log(`\n${title}`);
  for (const cells of rows)
    console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(16))).join(""));
}

/** Each client in turn in small blocks, so that other load on the machine affects all equally. */
async function alternate(names, rounds, measure) {
  const found = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of round % 2 ? names.toReversed() : names) found[name].push(await measure(name));
  return Object.fromEntries(names.map((name) => [name, median(found[name])]));
}

console.log(`node ${process.version}`);
table("one chat completion in a browser, KB", [
  ["", "minified", "gzip", "zod"],
  ...(await sizes()).map(({ name, min, gzip, zod }) => [name, min.toFixed(1), gzip.toFixed(1), zod ? "yes" : "no"]),
]);

const specifiers = {
  ky: "ky",
  ours: "@patchbay/client",
  "ours, functions": "@patchbay/client/functions",
  openai: "openai",
  "@openrouter/sdk": "@openrouter/sdk",
  ai: "ai",
};
const timed = (specifier) =>
  Number(
    spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const began = performance.now(); await import("${specifier}"); console.log(performance.now() - began);`,
      ],
      { cwd: import.meta.dirname, encoding: "utf8" },
    ).stdout,
  );
const imports = await alternate(Object.keys(specifiers), 11, (name) => timed(specifiers[name]));
table("import in a fresh process", [
  ["", "ms", "of openai"],
  ...Object.entries(imports).map(([name, ms]) => [name, ms.toFixed(0), `${(ms / imports.openai).toFixed(2)}×`]),
]);

const clients = Object.fromEntries(
  await Promise.all(Object.entries(peers).map(async ([name, make]) => [name, await make(baseURL)])),
);
const asking = Object.keys(clients).filter((name) => clients[name].ask);
for (const name of asking) await times(400, 8, clients[name].ask);
const one = await alternate(asking, blocks, (name) => cpuOf(() => times(100, 1, clients[name].ask), 100));
const many = await alternate(asking, blocks, (name) => cpuOf(() => times(320, 32, clients[name].ask), 320));
table("CPU per completion of a kilobyte", [
  ["", "one by one, µs", "of bare ky", "32 at once, µs", "of bare ky"],
  ...asking.map((name) => [
    name,
    one[name].toFixed(0),
    `${(one[name] / one["bare ky"]).toFixed(2)}×`,
    many[name].toFixed(0),
    `${(many[name] / many["bare ky"]).toFixed(2)}×`,
  ]),
]);

const reading = Object.keys(clients).filter((name) => clients[name].read);
for (const name of reading)
  if ((await clients[name].read()) < chunks) throw new Error(`${name} lost pieces of the stream.`);
const stream = await alternate(reading, 9, (name) => cpuOf(clients[name].read, chunks));
table(`CPU per chunk of a stream of ${chunks}`, [
  ["", "µs", "of bare fetch"],
  ...reading.map((name) => [name, stream[name].toFixed(2), `${(stream[name] / stream["bare fetch"]).toFixed(2)}×`]),
]);

const { Patchbay } = await import("@patchbay/client");
const long = new Patchbay({ apiKey: "k", baseURL, headers: { "x-chunks": "1000000" } });
const memory = [];
let seen = 0;
for await (const _ of long.chat.completions.stream({ model: "m", messages: [{ role: "user", content: "hi" }] }))
  if (++seen % 250_000 === 0) {
    globalThis.gc?.();
    memory.push(process.memoryUsage().heapUsed / 1e6);
  }
console.log(
  `\nheap in MB while a stream of ${seen} chunks is read, at each quarter: ${memory.map((mb) => mb.toFixed(1)).join(", ")}`,
);
server.kill();
