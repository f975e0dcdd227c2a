import { writeFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GatewayConfig } from "../../packages/gateway/src/config/config.ts";
import { describeChange } from "../../packages/gateway/src/config/describe-change.ts";
import { readConfig } from "../../packages/gateway/src/config/read-config.ts";
import { watchConfig, type ConfigWatcher } from "../../packages/gateway/src/config/watch-config.ts";

const source = (models: readonly string[]): string =>
  `providers: { local: { kind: ollama } }
models: [${models.map((id) => `{ id: ${id}, endpoints: [{ provider: local, model: m, price: free }] }`).join(", ")}]`;

let folder: string;
// The tests write with `writeFileSync`: the watcher cannot read between the two steps, when the file is empty.
let file: string;
let watcher: ConfigWatcher | undefined;
const lines: string[] = [];
const applied: (readonly string[])[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "patchbay-config-"));
  file = join(folder, "gateway.yaml");
  lines.length = 0;
  applied.length = 0;
});

afterEach(async () => {
  watcher?.close();
  await rm(folder, { recursive: true });
});

async function start(onChange: (config: GatewayConfig) => void = () => undefined): Promise<void> {
  writeFileSync(file, source(["a/one"]));
  watcher = watchConfig(file, readConfig(source(["a/one"])).config, {
    settle: 20,
    log: (line) => lines.push(line),
    onChange(config) {
      onChange(config);
      applied.push(config.models.map(({ id }) => id));
    },
  });
}

test("a changed file is applied, and what changed is logged", async () => {
  await start();
  writeFileSync(file, source(["a/one", "a/two"]));
  await expect.poll(() => applied).toEqual([["a/one", "a/two"]]);
  await expect.poll(() => lines).toEqual([`${file} was reloaded: models: added a/two.`]);
});

test("a file that is replaced by a rename is applied, and one that is missing for a moment changes nothing", async () => {
  await start();
  await rm(file);
  await expect.poll(() => lines.at(-1)).toContain("cannot be read (ENOENT)");
  writeFileSync(`${file}.new`, source(["a/two"]));
  await rename(`${file}.new`, file);
  await expect.poll(() => applied).toEqual([["a/two"]]);
});

test("a file with a mistake keeps the last good configuration, and the next good one is applied", async () => {
  await start();
  writeFileSync(file, "providers: { local: { kind: olama } }");
  await expect.poll(() => lines.at(-1)).toContain('Did you mean "ollama"?\nThe last valid configuration stays active.');
  expect(applied).toEqual([]);
  writeFileSync(file, source(["a/three"]));
  await expect.poll(() => applied).toEqual([["a/three"]]);
});

test("several writes in a row are read once they have settled, and the same content changes nothing", async () => {
  await start();
  for (const id of ["a/x", "a/y", "a/z"]) writeFileSync(file, source([id]));
  await expect.poll(() => applied.at(-1)).toEqual(["a/z"]);
  const count = applied.length;
  await watcher!.reload();
  expect(applied).toHaveLength(count);
});

test("a configuration that cannot be applied is not current: the same file is tried again", async () => {
  let fails = true;
  await start(() => {
    if (fails) throw new Error("no pool");
  });
  writeFileSync(file, source(["a/two"]));
  await watcher!.reload();
  expect(lines.at(-1)).toContain("no pool");
  fails = false;
  await watcher!.reload();
  expect(applied.at(-1)).toEqual(["a/two"]);
});

test("a change is described without values, and sections that need a restart say so", () => {
  const read = (yaml: string): GatewayConfig =>
    readConfig(yaml, { env: { OLD: "secret-old", NEW: "secret-new" } }).config;
  const before = read("providers: { a: { kind: gemini, apiKey: $OLD }, b: { kind: ollama } }");
  const after = read(
    "providers: { a: { kind: gemini, apiKey: $NEW }, c: { kind: ollama } }\nserver: { port: 1 }\nbudgets: [{ usd: 1 }]\nrouting: { attempts: 2 }",
  );
  expect(describeChange(before, after)).toEqual([
    "providers: added c; removed b; changed a",
    "budgets: changed",
    "routing: changed attempts",
    "server: changed; restart the gateway to apply it",
  ]);
  expect(describeChange(after, after)).toEqual([]);
});
