import { findFreePort, type ServerProcess, startServerProcess } from "./server-process.ts";

const script = new URL("valkey/serve.mjs", import.meta.url).pathname;

/** A private, empty Valkey. Its port stays the same when it is started again. It keeps nothing on disk. */
export interface ValkeyServer {
  readonly port: number;
  /** For example `redis://127.0.0.1:6379`. */
  readonly url: string;
  /** Ends the server. Its data is gone. */
  readonly stop: () => Promise<void>;
  /** Starts the server again after `stop`, empty. */
  readonly start: () => Promise<void>;
  /** Stops the process: clients can connect, and get no answer. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Starts Valkey on a free port of loopback. Takes about half a second. */
export async function startValkey(): Promise<ValkeyServer> {
  const port = await findFreePort();
  const start = (): Promise<ServerProcess> =>
    startServerProcess({
      command: process.execPath,
      args: ["--no-warnings", script, String(port)],
      ready: /Valkey answers/,
    });
  let server = await start();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    stop: () => server.kill(),
    start: async () => {
      server = await start();
    },
    pause: () => server.pause(),
    resume: () => server.resume(),
  };
}
