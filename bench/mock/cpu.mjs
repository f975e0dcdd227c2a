// The processor time of each server for a response, in short blocks in turn.
import { openLoad } from "../support/load.mjs";
import { cpuOf, memoryOf, ticksOf } from "../support/processes.mjs";
import { digits, median, ratio } from "../support/report.mjs";
import { inTurn, isQuick } from "../support/rounds.mjs";
import { targetOf } from "./servers.mjs";

const concurrency = 32;
/** Milliseconds of processor time in a block. Programs whose processor time comes in steps of 10 ms get longer ones. */
const [blockMs, tickBlockMs] = [80, 400];
const rounds = isQuick ? 7 : 25;
/** Responses until the code of a server is compiled, and milliseconds after which it must be. */
const [warmUp, warmUpMs] = isQuick ? [2000, 4000] : [6000, 10_000];

/** One block: microseconds of processor time for a response, and responses per second. */
async function block({ program, child, open }, limits) {
  const cpu = program ? ticksOf : cpuOf;
  await open.warm();
  const before = cpu(child.pid);
  const { responses, duration } = await open.run(limits);
  const used = cpu(child.pid) - before;
  const bad = responses.find(({ isGood }) => !isGood);
  if (bad) throw new Error(`status ${bad.status} under load`);
  return { cpu: (used * 1000) / responses.length, rate: (responses.length * 1000) / duration };
}

/**
 * The medians of all servers for JSON or for streams, by name: `cpu` in microseconds for a response, `rate` in responses per second.
 * A server that fails is left out, with the reason in a note.
 */
async function measureCpu(running, stream, report) {
  const byName = new Map();
  for (const server of running.filter(({ stream: isStreaming = true }) => isStreaming || !stream)) {
    const open = openLoad(targetOf(server, server.port, stream), concurrency);
    await block({ ...server, open }, { count: warmUp, ms: warmUpMs });
    const { cpu } = await block({ ...server, open }, { count: 500 });
    const count = Math.ceil(((server.program ? tickBlockMs : blockMs) * 1000) / cpu);
    byName.set(server.name, { ...server, open, count });
  }
  const failed = new Map();
  const measure = async (name) => {
    if (failed.has(name)) return undefined;
    return block(byName.get(name), byName.get(name)).catch((error) => void failed.set(name, error.message));
  };
  const found = await inTurn([...byName.keys()], rounds, measure);
  for (const [name, reason] of failed) report.note(`${name} is left out of ${stream ? "streams" : "JSON"}: ${reason}`);
  for (const { open } of byName.values()) open.close();
  const kept = Object.entries(found).filter(([name]) => !failed.has(name));
  return Object.fromEntries(
    kept.map(([name, blocks]) => [
      name,
      { cpu: median(blocks.map(({ cpu }) => cpu)), rate: median(blocks.map(({ rate }) => rate)) },
    ]),
  );
}

/** The number of events in a stream of a server. */
async function countEvents({ port, path, ...server }) {
  const { bytes } = targetOf({ path, ...server }, port, true);
  const [head, body] = bytes.toString().split("\r\n\r\n");
  const lines = head.split("\r\n").slice(1);
  const headers = Object.fromEntries(lines.map((line) => line.split(": ")).filter(([name]) => name !== "host"));
  delete headers["content-length"];
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body });
  return (await response.text()).split("data: ").length - 1;
}

/** Compares all running servers, and adds the table and the goals. */
export async function compareCpu(running, report) {
  const json = await measureCpu(running, false, report);
  const streams = await measureCpu(running, true, report);
  const rows = [];
  const perEvent = {};
  for (const server of running) {
    const { name } = server;
    if (!json[name]) continue;
    const events = streams[name] ? await countEvents(server) : 0;
    perEvent[name] = streams[name]?.cpu / events;
    rows.push([
      name,
      ratio(json.bare.cpu, json[name].cpu),
      ratio(perEvent.bare, perEvent[name]),
      digits(json[name].cpu),
      streams[name] ? digits(streams[name].cpu) : "–",
      events > 0 ? String(events) : "–",
      json[name].rate.toFixed(0),
      streams[name]?.rate.toFixed(0) ?? "–",
      memoryOf(server.child.pid, "VmRSS").toFixed(0),
    ]);
  }
  report.table(
    "Work per CPU second, relative to bare `node:http`",
    [
      "server",
      "JSON responses",
      "stream events",
      "CPU of a JSON response, µs",
      "CPU of a stream, µs",
      "events of a stream",
      "JSON responses/s",
      "streams/s",
      "RSS, MB",
    ],
    rows,
  );
  if (!json.ours || !streams.ours) return;
  const floor = (cpu) => `bare: ${digits(cpu)} µs`;
  report.goal({
    name: "JSON, of bare node:http",
    measured: json.bare.cpu / json.ours.cpu,
    atLeast: 0.45,
    unit: "×",
    floor: floor(json.bare.cpu),
  });
  report.goal({
    name: "streams, of bare node:http",
    measured: perEvent.bare / perEvent.ours,
    atLeast: 1.2,
    unit: "×",
    floor: floor(streams.bare.cpu),
  });
}
