import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServerProcess } from "./server-process.ts";

const cli = new URL("../../packages/gateway/src/cli.ts", import.meta.url).pathname;

/** How to start a gateway. */
export interface GatewayOptions {
  /** The text of `gateway.yaml`, or the same as an object. */
  readonly config: string | object;
  /** Default: a new folder, which `stop` and `kill` delete. Name one to start a gateway again on the same data. */
  readonly dataDir?: string;
  /** Additional environment variables, such as the secrets that the configuration refers to. */
  readonly env?: Readonly<Record<string, string>>;
  /** Additional arguments of the command. */
  readonly args?: readonly string[];
}

/** A gateway in a process of its own. */
export interface RunningGateway {
  /** For example `http://127.0.0.1:8080`. */
  readonly url: string;
  /** For clients: `url` and `/api/v1`. */
  readonly baseURL: string;
  /** An API key of the account `default`. */
  readonly key: string;
  readonly adminKey: string;
  readonly pid: number;
  /** Its exit code, `null` after a signal. */
  readonly ended: Promise<number | null>;
  /** What it has written to both of its streams. */
  readonly output: () => string;
  /** Drains and ends. */
  readonly stop: () => Promise<void>;
  /** Ends with SIGKILL, as by a crash. */
  readonly kill: () => Promise<void>;
}

const adminKey = "sk-or-mgmt-test-0123456789abcdef0123456789abcdef";

/** Starts the command from its sources on a free port, and creates an API key over HTTP. */
export async function startGateway({ config, dataDir, env = {}, args = [] }: GatewayOptions): Promise<RunningGateway> {
  const folder = await mkdtemp(join(tmpdir(), "gateway-"));
  const file = join(folder, "gateway.yaml");
  // JSON is YAML.
  await writeFile(file, typeof config === "string" ? config : JSON.stringify(config));
  const options = ["--config", file, "--data", dataDir ?? join(folder, "data"), "--port", "0"];
  const server = await startServerProcess({
    command: process.execPath,
    args: ["--conditions=@patchbay/source", "--no-warnings", cli, ...options, ...args],
    env: { ...process.env, PATCHBAY_ADMIN_KEY: adminKey, ...env },
    // The command writes one line to its standard output.
    ready: /^(http:\/\/\S+)$/m,
  });
  const url = new URL(server.match[1]!).origin;
  const baseURL = `${url}/api/v1`;
  const cleanUp = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return {
    url,
    baseURL,
    key: await createKey(baseURL),
    adminKey,
    pid: server.pid,
    ended: server.ended,
    output: server.output,
    stop: () => server.stop().then(cleanUp),
    kill: () => server.kill().then(cleanUp),
  };
}

async function createKey(baseURL: string): Promise<string> {
  const response = await fetch(`${baseURL}/keys`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/json" },
    body: JSON.stringify({ name: "test" }),
  });
  const { key } = (await response.json()) as { key?: string };
  if (key === undefined) throw new Error(`The gateway created no API key: HTTP ${response.status}.`);
  return key;
}
