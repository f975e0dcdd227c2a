// What is measured. `start` gives the arguments of node and where to send chats.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../", import.meta.url).pathname;
const portkey = new URL("node_modules/@portkey-ai/gateway/build/start-server.js", import.meta.url).pathname;
const chats = (port, prefix = "") => `http://127.0.0.1:${port}${prefix}/v1/chat/completions`;
const ourKey = "sk-or-v1-bench-0123456789abcdef0123456789abcdef";

// Authentication, rate limits, a budget, routing over one endpoint and the ledger are on.
function startOurs(checkout, port, upstream) {
  const folder = mkdtempSync(join(tmpdir(), "bench-gateway-"));
  const config = join(folder, "gateway.yaml");
  const endpoint = (model) => ({
    provider: "upstream",
    model,
    context: 200_000,
    price: { prompt: 0.2, completion: 0.8 },
  });
  const settings = {
    providers: { upstream: { kind: "openai-compatible", baseURL: `${upstream}/v1`, apiKey: "$UPSTREAM_KEY" } },
    models: ["instant", "paced"].map((model) => ({ id: `bench/${model}`, endpoints: [endpoint(model)] })),
    keys: [
      {
        name: "bench",
        secret: "$BENCH_KEY",
        budgets: [{ usd: 1_000_000, per: "month" }],
        limits: { requestsPerMinute: 100_000_000, concurrency: 1000 },
      },
    ],
  };
  // JSON is YAML.
  writeFileSync(config, JSON.stringify(settings));
  return {
    args: [
      join(checkout, "packages/gateway/dist/cli.js"),
      "--config",
      config,
      "--data",
      join(folder, "data"),
      "--port",
      String(port),
    ],
    env: { UPSTREAM_KEY: "upstream-key", BENCH_KEY: ourKey, PATCHBAY_ADMIN_KEY: "sk-or-mgmt-bench-0123456789abcdef" },
    url: chats(port, "/api"),
    headers: { authorization: `Bearer ${ourKey}` },
    model: (name) => `bench/${name}`,
  };
}

/** Another build of the gateway, in the checkout of `--ours-old=DIR`. */
const oldCheckout = process.argv.find((argument) => argument.startsWith("--ours-old="))?.slice("--ours-old=".length);

/** The columns: two relays, which do as little as possible, the gateway, and other gateways on Node.js. */
export const targets = [
  { name: "direct", start: (_port, upstream) => ({ url: `${upstream}/v1/chat/completions` }) },
  {
    name: "relay-undici",
    start: (port, upstream) => ({ args: ["relay-undici.mjs", String(port), upstream], url: chats(port) }),
  },
  { name: "relay", start: (port, upstream) => ({ args: ["relay.mjs", String(port), upstream], url: chats(port) }) },
  { name: "ours", start: (port, upstream) => startOurs(root, port, upstream) },
  ...(oldCheckout === undefined
    ? []
    : [{ name: "ours-old", start: (port, upstream) => startOurs(oldCheckout, port, upstream) }]),
  {
    name: "portkey",
    start: (port, upstream) => ({
      args: [portkey, `--port=${port}`, "--headless"],
      env: { NODE_ENV: "production" },
      url: chats(port),
      headers: {
        authorization: "Bearer key",
        "x-portkey-provider": "openai",
        "x-portkey-custom-host": `${upstream}/v1`,
      },
    }),
  },
  {
    name: "llms-fastify",
    start: (port, upstream) => ({
      args: ["start-llms.cjs", String(port), upstream],
      url: chats(port),
      model: (name) => `upstream,${name}`,
    }),
  },
];

const prompt = (length) =>
  "The quick brown fox jumps over the lazy dog. ".repeat(Math.ceil(length / 45)).slice(0, length);

/** The rows. `ms` is the length of a slice. */
export const cases = [
  { name: "JSON of 1 KB, concurrency 1", model: "instant", prompt: prompt(800), concurrency: 1, ms: 400 },
  { name: "JSON of 1 KB, concurrency 32", model: "instant", prompt: prompt(800), concurrency: 32, ms: 600 },
  { name: "JSON, prompt of 200 kB, concurrency 4", model: "instant", prompt: prompt(200_000), concurrency: 4, ms: 500 },
  {
    name: "stream at once, concurrency 1",
    model: "instant",
    prompt: prompt(800),
    concurrency: 1,
    ms: 400,
    stream: true,
  },
  {
    name: "stream at once, concurrency 32",
    model: "instant",
    prompt: prompt(800),
    concurrency: 32,
    ms: 600,
    stream: true,
  },
  {
    name: "stream of 20 ms a token, concurrency 8",
    model: "paced",
    prompt: prompt(800),
    concurrency: 8,
    ms: 10,
    stream: true,
  },
];
