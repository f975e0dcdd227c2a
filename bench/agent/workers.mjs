// A process for each peer, and their processor time in turn.
import { fork } from "node:child_process";
import { isQuick, mediansInTurn } from "../support/rounds.mjs";

/**
 * The processor time of one run of each peer, in microseconds by peer: medians of blocks of `times` runs in turn, after `warmUp` runs.
 * Each peer has a process of its own.
 */
export async function measureCpu(peers, baseURL, { times, warmUp, rounds = isQuick ? 5 : 21 }) {
  const workers = new Map();
  try {
    for (const peer of peers) workers.set(peer, await startWorker(peer));
    for (const peer of peers) await run(workers.get(peer), { baseURL, times: warmUp });
    return await mediansInTurn(
      peers,
      rounds,
      async (peer) => (await run(workers.get(peer), { baseURL, times })) / times,
    );
  } finally {
    for (const child of workers.values()) child.kill();
  }
}

async function startWorker(peer) {
  const child = fork("worker.mjs", [peer], { cwd: import.meta.dirname, execArgv: ["--no-warnings"] });
  await next(child);
  return child;
}

function run(child, command) {
  child.send(command);
  return next(child);
}

/** The next message of a worker. */
function next(child) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`${child.spawnargs.slice(-2).join(" ")} has ended.`));
    child.once("exit", fail);
    child.once("message", (message) => {
      child.off("exit", fail);
      resolve(message);
    });
  });
}
