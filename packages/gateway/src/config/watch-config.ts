import { watch, type FSWatcher } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { GatewayConfig } from "./config.ts";
import { describeChange } from "./describe-change.ts";
import { readConfigFile, type ReadConfigOptions, type ReadConfigResult } from "./read-config.ts";
import { formatProblem } from "./yaml/problem.ts";

export interface WatchConfigOptions extends Omit<ReadConfigOptions, "file"> {
  /** Called with a changed configuration that can be used, and what changed. If it rejects, the last one stays. */
  readonly onChange: (config: GatewayConfig, changes: readonly string[]) => Promise<void> | void;
  /** Called with each line for the operator. */
  readonly log: (line: string) => void;
  /** Completes what was read, for example with the models that providers list. Default: nothing. */
  readonly complete?: (result: ReadConfigResult) => Promise<GatewayConfig>;
  /** Milliseconds without further events before the file is read: editors write in several steps. Default: 100. */
  readonly settle?: number;
}

export interface ConfigWatcher {
  /** Reads the file now, whether it changed or not. */
  readonly reload: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Watches a configuration file and reads it again when it changes. A file with mistakes is logged, and the last good
 * configuration stays. Reads never overlap, and the last state of the file is always read.
 */
export function watchConfig(file: string, initial: GatewayConfig, options: WatchConfigOptions): ConfigWatcher {
  const { log, settle = 100 } = options;
  let current = initial;
  let running: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  const reloadAfter = async (earlier: Promise<void>): Promise<void> => {
    await earlier;
    if (!isClosed) current = await readChange(file, current, options);
  };
  const reload = (): Promise<void> => {
    running = reloadAfter(running);
    return running;
  };
  let pendingSince: number | undefined;
  const later = (): void => {
    pendingSince ??= performance.now();
    // A file that is written without a pause must not postpone the reading indefinitely.
    if (performance.now() - pendingSince > mostPostponements * settle) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      pendingSince = undefined;
      void reload();
    }, settle);
  };
  const watcher = watchFolder(file, later, log);
  return {
    reload,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

const mostPostponements = 10;

/** Editors and orchestrators replace a file rather than write to it, so its folder is watched. */
function watchFolder(file: string, onEvent: () => void, log: (line: string) => void): FSWatcher | undefined {
  try {
    const watcher = watch(dirname(resolve(file)), (_, name) => {
      // Kubernetes mounts a file as a link into a folder `..data` that is exchanged. Some systems give no name.
      if (name === null || name === basename(file) || name.startsWith("..")) onEvent();
    });
    return watcher.on("error", (error) =>
      log(`${file} is not watched any longer: ${error.message}. Restart to apply changes.`),
    );
  } catch (error) {
    log(`${file} cannot be watched: ${(error as Error).message}. Restart the gateway to apply changes.`);
    return undefined;
  }
}

/** Reads the file and returns the configuration that is current from now on. */
async function readChange(
  file: string,
  current: GatewayConfig,
  { onChange, log, complete = async ({ config }) => config, ...options }: WatchConfigOptions,
): Promise<GatewayConfig> {
  try {
    const result = await readConfigFile(file, options);
    const config = await complete(result);
    const changes = describeChange(current, config);
    if (changes.length === 0) return current;
    for (const warning of result.warnings) log(formatProblem(warning));
    await onChange(config, changes);
    log(`${file} was reloaded: ${changes.join("; ")}.`);
    return config;
  } catch (error) {
    // A file that is missing for a moment is read when it appears again.
    log(`${(error as Error).message}\nThe last valid configuration stays active.`);
    return current;
  }
}
