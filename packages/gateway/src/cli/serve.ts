import { isStartedByNpx, watchParent } from "@patchbay/service/process/parent-process";
import { watchConfig, type ConfigWatcher } from "../config/watch-config.ts";
import { didYouMean } from "../config/yaml/nearest-name.ts";
import { announce } from "./announce.ts";
import { UsageError, type Command } from "./command.ts";
import { loadConfig, serverFlags, sourceFlags, storeFlags } from "./config-flags.ts";
import type { RunningGateway } from "../gateway/start-gateway.ts";
import { logFormats, type LogFormat } from "../operation/log/log-format.ts";

/** Serves the gateway until a signal arrives. */
export const serve: Command = {
  summary: "serve the gateway (default)",
  flags: {
    ...sourceFlags,
    ...storeFlags,
    ...serverFlags,
    log: {
      value: "<kind>",
      help: `log each request to standard error: ${logFormats.join(", ")}`,
      otherwise: "pretty on a terminal, json elsewhere",
      variable: "PATCHBAY_LOG",
    },
  },
  variables: {
    PATCHBAY_ADMIN_KEY: "management key, which opens the dashboard; without it, one is created and printed once",
    PATCHBAY_SECRET:
      "64 hexadecimal characters from which the encryption of provider keys is derived; without it, a file in --data. Required with --database",
  },
  notes: `Standard output has one line when the gateway is ready: the base URL of its API.
SIGTERM lets requests in progress finish; a second signal aborts them. SIGHUP reads the configuration again.`,
  run: async (given, services) => {
    const { config, file, notes, complete } = await loadConfig(given, services);
    const log = toLogFormat(given.get("log"));
    for (const note of notes) services.log(note);
    const gateway = await services.startGateway(config, { log, secret: services.env.PATCHBAY_SECRET });
    announce(gateway, config, services);
    const watcher =
      file === undefined
        ? undefined
        : watchConfig(file, config, {
            env: services.env,
            log: services.log,
            complete,
            onChange: async (changed) => gateway.reload(changed),
          });
    const stopReloading = reloadOnHangup(watcher);
    await waitForEnd(gateway, config.server.drain);
    stopReloading();
    watcher?.close();
    return 0;
  },
};

function toLogFormat(text: string | undefined): LogFormat {
  if (text === undefined) return process.stderr.isTTY ? "pretty" : "json";
  const found = logFormats.find((format) => format === text);
  if (found !== undefined) return found;
  throw new UsageError(
    `--log must be one of ${logFormats.join(", ")}; got ${JSON.stringify(text)}.${didYouMean(text, logFormats)} See --help.`,
  );
}

/** A service reloads on SIGHUP. In a terminal, the signal means that the terminal was closed, and ends the process. */
function reloadOnHangup(watcher: ConfigWatcher | undefined): () => void {
  if (watcher === undefined || process.stdin.isTTY) return () => undefined;
  const reload = (): void => void watcher.reload();
  process.on("SIGHUP", reload);
  return () => process.off("SIGHUP", reload);
}

/** One key press can arrive as two signals within this time: from the terminal and from `npx`. In milliseconds. */
const sameSignal = 250;

/** Resolves when a signal has closed the gateway. */
async function waitForEnd(gateway: RunningGateway, drain: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let first: number | undefined;
  const end = (): void => {
    const now = performance.now();
    if (first !== undefined && now - first < sameSignal) return;
    const isSecond = first !== undefined;
    first ??= now;
    gateway.close({ drain: isSecond ? 0 : drain }).then(resolve, reject);
  };
  process.on("SIGINT", end).on("SIGTERM", end);
  // `npx` does not forward every signal: without this, the gateway would outlive it.
  const stop = isStartedByNpx("patchbay-gateway") ? watchParent(end) : (): void => undefined;
  try {
    await promise;
  } finally {
    stop();
    process.off("SIGINT", end).off("SIGTERM", end);
  }
}
