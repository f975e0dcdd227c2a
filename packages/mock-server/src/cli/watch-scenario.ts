import { watch, type FSWatcher } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { MockServer } from "../server.ts";
import { readScenarioFile } from "./read-files.ts";

/** Loads a scenario again when its file changes. An invalid file is reported, and the last valid scenario stays active. */
export function watchScenario(file: string, server: MockServer): FSWatcher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Editors replace a file rather than write to it, so the folder is watched.
  return watch(dirname(resolve(file)), (_, name) => {
    if (name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void reload(file, server);
    }, 50);
  });
}

async function reload(file: string, server: MockServer): Promise<void> {
  try {
    server.load(await readScenarioFile(file));
    console.error(`patchbay-mock: ${file} was reloaded.`);
  } catch (error) {
    console.error(`patchbay-mock: ${(error as Error).message}\nThe last valid scenario stays active.`);
  }
}
