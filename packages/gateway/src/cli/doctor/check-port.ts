import { createServer } from "node:net";
import type { GatewayConfig } from "../../config/config.ts";
import type { Services } from "../command.ts";
import type { CheckResult } from "./check-result.ts";

type Address = GatewayConfig["server"];

/** Checks that the port is free, or that the gateway that has it is ready. */
export function checkPort({ host, port }: Address, { fetch }: Pick<Services, "fetch">): Promise<CheckResult> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<CheckResult>();
  server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EADDRINUSE") return resolve(checkRunning({ host, port }, fetch));
    resolve({
      state: "failed",
      detail: `${host}:${port} is not free (${code ?? message})`,
      advice: "Choose another one with --host and --port.",
    });
  });
  server.listen({ host, port, exclusive: true }, () =>
    server.close(() => resolve({ state: "ok", detail: `${host}:${port} is free` })),
  );
  return promise;
}

/** Milliseconds for the response of a running gateway. */
const timeout = 3000;

/** What the gateway on the port reports of itself at `/ready`. */
async function checkRunning(
  { host, port }: Pick<Address, "host" | "port">,
  fetch: Services["fetch"],
): Promise<CheckResult> {
  const name = host.includes(":") ? `[${host}]` : host;
  const address = `${host}:${port}`;
  const ready = await readReady(`http://${name}:${port}/ready`, fetch);
  if (ready?.status === "ready") return { state: "ok", detail: `a gateway runs on ${address} and is ready` };
  if (ready?.status === "not ready")
    return {
      state: "failed",
      detail: `the gateway on ${address} is not ready: ${ready.reason}`,
      advice: "See its log.",
    };
  return {
    state: "warning",
    detail: `${address} is not free (EADDRINUSE); another program has it`,
    advice: "Stop that program, or choose another port with --port.",
  };
}

interface Ready {
  readonly status?: unknown;
  readonly reason?: string;
}

async function readReady(url: string, fetch: Services["fetch"]): Promise<Ready | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    return (await response.json()) as Ready;
  } catch {
    // The program on the port is not a gateway.
    return undefined;
  }
}
