// The agent SDK compared with its peers; see README.md.
import { build } from "esbuild";
import { spawn, spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";

const peers = [
  "fetch",
  "fetch-stream",
  "ours",
  "ours-stream",
  "ai",
  "ai-stream",
  "openai-agents",
  "openai-agents-stream",
  "openrouter-agent",
];
const rounds = Number(process.env.ROUNDS ?? 4);
const here = import.meta.dirname;

async function serve(steps) {
  const child = spawn(process.execPath, ["server.mjs"], {
    cwd: here,
    env: { ...process.env, STEPS: String(steps) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise((resolve) => child.stdout.once("data", (data) => resolve(Number(data))));
  return { baseURL: `http://127.0.0.1:${port}/v1`, stop: () => child.kill() };
}

/** The best of several rounds, each with all peers in turn. */
async function measure(steps) {
  const { baseURL, stop } = await serve(steps);
  const best = {};
  for (let round = 0; round < rounds; round++)
    for (const peer of round % 2 ? peers.toReversed() : peers) {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ["--no-warnings", "worker.mjs", peer, baseURL, String(steps)],
        { cwd: here, encoding: "utf8" },
      );
      if (status !== 0) throw new Error(`${peer}: ${stderr.slice(-500)}`);
      const { imported, cpu } = JSON.parse(stdout.trim().split("\n").at(-1));
      const known = best[peer] ?? { imported: Infinity, cpu: Infinity };
      best[peer] = { imported: Math.min(known.imported, imported), cpu: Math.min(known.cpu, cpu) };
    }
  stop();
  return best;
}

async function sizeOf(peer) {
  const { outputFiles } = await build({
    entryPoints: [`${here}/peers/${peer}.mjs`],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "es2024",
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length / 1024;
}

const [ten, forty] = [await measure(10), await measure(40)];
console.log(`node ${process.version}; CPU ms for each request of a loop, above fetch in brackets`);
console.log("                              10 steps            40 steps      import ms    gzip KB");
for (const peer of peers) {
  const floor = peer.endsWith("-stream") || peer === "openrouter-agent" ? "fetch-stream" : "fetch";
  const cell = (found) =>
    `${found[peer].cpu.toFixed(2)} (${(found[peer].cpu - found[floor].cpu).toFixed(2)})`.padStart(20);
  console.log(
    `${peer.padEnd(22)}${cell(ten)}${cell(forty)}${ten[peer].imported.toFixed(0).padStart(14)}${(await sizeOf(peer)).toFixed(1).padStart(11)}`,
  );
}
