import { count } from "../../config/count.ts";
import type { Command, Services } from "../command.ts";
import { loadConfig, serverFlags, sourceFlags, storeFlags, type LoadedConfig } from "../config-flags.ts";
import type { Invocation } from "../command.ts";
import type { CheckResult } from "./check-result.ts";
import { checksOf } from "./checks.ts";

/** Checks everything that a gateway needs to run. */
export const doctor: Command = {
  summary: "check everything that a gateway needs, and say what to do; the exit code is 1 if a check fails",
  flags: { ...sourceFlags, ...storeFlags, ...serverFlags },
  run: async (given, services) => {
    print("Node.js", { state: "ok", detail: process.versions.node }, services);
    const loaded = await load(given, services);
    if (loaded === undefined) return 1;
    const results = await Promise.all(
      checksOf(loaded.config, services).map(async ([name, run]) => [name, await run()] as const),
    );
    for (const [name, result] of results) print(name, result, services);
    return results.some(([, { state }]) => state === "failed") ? 1 : 0;
  },
};

async function load(given: Invocation, services: Services): Promise<LoadedConfig | undefined> {
  const name = "configuration";
  try {
    const loaded = await loadConfig(given, services);
    const { file = "from the environment", config, notes } = loaded;
    for (const note of notes) services.log(note);
    print(name, { state: "ok", detail: `${file}, ${count(config.models.length, "model")}` }, services);
    return loaded;
  } catch (error) {
    print(
      name,
      { state: "failed", detail: (error as Error).message, advice: "Correct this, then run doctor again." },
      services,
    );
    return undefined;
  }
}

const marks = { ok: "ok     ", warning: "warning", failed: "FAILED " } as const;

function print(name: string, { state, detail, advice }: CheckResult, { write }: Services): void {
  write(`${marks[state]}  ${name}: ${detail}`);
  if (advice !== undefined) write(`         ${advice}`);
}
