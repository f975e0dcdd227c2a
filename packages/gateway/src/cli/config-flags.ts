import type { GatewayConfig } from "../config/config.ts";
import { discoverConfig, discoverModels, type DiscoverOptions } from "../config/discover.ts";
import { readConfigFile, type ReadConfigResult } from "../config/read-config.ts";
import { formatProblem } from "../config/yaml/problem.ts";
import { UsageError, type Flag, type Invocation, type Services } from "./command.ts";

/** Flags that choose where the configuration is from. */
export const sourceFlags: Readonly<Record<"config", Flag>> = {
  config: { value: "<file>", help: "configuration in YAML; reloaded when it changes", variable: "PATCHBAY_CONFIG" },
};

/** Flags that replace a value of the configuration. */
export const storeFlags: Readonly<Record<"data" | "database", Flag>> = {
  data: {
    value: "<folder>",
    help: "folder of the SQLite files and of the gateway's secret",
    otherwise: "patchbay-data",
    variable: "PATCHBAY_DATA",
  },
  database: {
    value: "<url>",
    help: "postgres://… for the ledger, keys and records of several gateways. With a password, use the variable, which other users of the machine cannot see",
    variable: "PATCHBAY_DATABASE",
  },
};

/** Further flags that replace a value of the configuration. */
export const serverFlags: Readonly<Record<"port" | "host" | "shared", Flag>> = {
  port: { value: "<n>", help: "port to listen on, 0 for any free port", otherwise: "4000", variable: "PATCHBAY_PORT" },
  host: { value: "<name>", help: "address to listen on", otherwise: "127.0.0.1", variable: "PATCHBAY_HOST" },
  shared: { value: "<url>", help: "redis://… for limits and health of several gateways", variable: "PATCHBAY_SHARED" },
};

/** The configuration of a command line, and how to read it again. */
export interface LoadedConfig {
  readonly config: GatewayConfig;
  /** The file; undefined if the configuration was made from the environment. */
  readonly file: string | undefined;
  /** Lines for the operator. */
  readonly notes: readonly string[];
  /** Completes a configuration of the same file. */
  readonly complete: (result: ReadConfigResult) => Promise<GatewayConfig>;
}

/**
 * Loads the configuration: from a file, or from the environment. Flags come before the file. Rejects with a message for the user if
 * there is a mistake, or if no provider was found.
 */
export async function loadConfig(given: Invocation, services: Services): Promise<LoadedConfig> {
  const file = given.get("config");
  const changes = readChanges(given, services.env);
  if (file === undefined) {
    const { config, notes } = await discoverConfig(toDiscovery(services));
    if (Object.keys(config.providers).length === 0) throw new UsageError(noProviders);
    return { config: { ...config, ...merge(config, changes) }, file, notes, complete: async (result) => result.config };
  }
  const result = await readConfigFile(file, { env: services.env });
  const notes: string[] = result.warnings.map(formatProblem);
  const complete = async ({ config }: ReadConfigResult): Promise<GatewayConfig> => {
    const changed = { ...config, ...merge(config, changes) };
    if (config.models.length > 0) return changed;
    const listed = await discoverModels(config.providers, toDiscovery(services));
    notes.push(...listed.notes);
    return { ...changed, models: listed.models };
  };
  return { config: await complete(result), file, notes, complete };
}

function toDiscovery({ env, fetch, listModels, now }: Services): DiscoverOptions {
  return { env, fetch, listModels, now: now() };
}

const noProviders = `No provider was found. Do one of these:
  set OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY, COHERE_API_KEY or OPENROUTER_API_KEY
  start Ollama, or llama.cpp on port 8080
  write a configuration file and pass it: patchbay-gateway --config gateway.yaml`;

interface Changes {
  readonly server: { readonly host?: string; readonly port?: number };
  readonly rest: Partial<Pick<GatewayConfig, "data" | "database" | "shared" | "adminKey">>;
}

function merge(config: GatewayConfig, { server, rest }: Changes): Partial<GatewayConfig> {
  return { server: { ...config.server, ...server }, ...rest };
}

function readChanges(given: Invocation, env: Services["env"]): Changes {
  const port = given.get("port");
  const host = given.get("host");
  const rest = ["data", "database", "shared"].flatMap((name) => {
    const value = given.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const adminKey = env.PATCHBAY_ADMIN_KEY?.trim();
  if (adminKey !== undefined && adminKey !== "" && adminKey.length < 16)
    throw new UsageError(
      `PATCHBAY_ADMIN_KEY has ${adminKey.length} characters, which can be guessed. Use 16 or more, such as the output of \`openssl rand -hex 32\`.`,
    );
  checkURL("--database", given.get("database"), /^postgres(?:ql)?:\/\//, "postgres://gateway@127.0.0.1/gateway");
  checkURL("--shared", given.get("shared"), /^(?:redis|valkey)s?:\/\//, "redis://127.0.0.1:6379");
  return {
    server: { ...(port !== undefined && { port: toPort(port) }), ...(host !== undefined && { host }) },
    rest: { ...Object.fromEntries(rest), ...(adminKey && { adminKey }) },
  };
}

/** The value is not shown, because it can contain a password. */
function checkURL(flag: string, value: string | undefined, form: RegExp, example: string): void {
  if (value === undefined || (form.test(value) && URL.canParse(value))) return;
  throw new UsageError(`${flag} must be a URL such as ${example}. See --help.`);
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new UsageError(`--port must be a number from 0 to 65535, got ${JSON.stringify(text)}. See --help.`);
}
