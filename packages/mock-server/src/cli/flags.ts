import { providerStates, type ProviderState } from "@patchbay/engine/health/provider-state";
import { defaultJournalBytes, latencies, type MockServerOptions } from "../options/options.ts";
import { defaultReplies } from "../upstreams/default-replies.ts";
import { toChoice, toNumber } from "./flag-values.ts";
import { logFormats } from "./request-log.ts";
import { readCatalogFile, readReplayFile } from "./read-files.ts";

type Options = MockServerOptions | Promise<MockServerOptions>;

/** A flag of the command: its part of the help text, and the server options that it sets. */
export interface Flag {
  /** The placeholder of the value in the help text. A flag without one is a switch. */
  readonly value?: string;
  readonly help: string;
  /** The default value. */
  readonly default?: string;
  /** Whether the flag can be repeated. */
  readonly multiple?: true;
  /** The server options of the given values: one, several for `multiple`, none for a switch. */
  readonly toOptions?: (values: readonly string[], flag: string) => Options;
}

/** A flag whose value is the number of a server option. */
function numberFlag(option: keyof MockServerOptions, value: string, help: string, initial?: number): Flag {
  const toOptions: Flag["toOptions"] = ([text], flag) => ({ [option]: toNumber(flag, text!) });
  return { value, help, ...(initial !== undefined && { default: String(initial) }), toOptions };
}

export type FlagName =
  | "port"
  | "host"
  | "credits"
  | "default-reply"
  | "catalog"
  | "config"
  | "case"
  | "list-cases"
  | "record"
  | "upstream"
  | "replay"
  | "provider"
  | "latency"
  | "token-delay"
  | "control"
  | "allowed-host"
  | "strict-keys"
  | "management-key"
  | "drain"
  | "exit-with-parent"
  | "no-exit-with-parent"
  | "no-validate-history"
  | "journal-size"
  | "journal-bytes"
  | "max-sessions"
  | "write-timeout"
  | "log"
  | "seed"
  | "version"
  | "help";

/** Every flag of the command, in the order of the help text. A flag without `toOptions` is read in `main.ts`. */
export const flags: Readonly<Record<FlagName, Flag>> = {
  port: { value: "<n>", help: "port to listen on, 0 for any free port", default: "4010" },
  host: { value: "<name>", help: "address to listen on", default: "127.0.0.1" },
  credits: numberFlag("credits", "<usd>", "initial credits of each account in USD", 100),
  "default-reply": {
    value: "<kind>",
    help: `what the model replies if no rule applies: ${defaultReplies.join(", ")}`,
    default: "prose",
    toOptions: ([text], flag) => ({ defaultReply: toChoice(flag, text!, defaultReplies) }),
  },
  catalog: {
    value: "<file>",
    help: "models and providers: a JSON file, or a saved response of GET /models",
    toOptions: async ([file]) => ({ catalog: await readCatalogFile(file!) }),
  },
  config: {
    value: "<file>",
    help: "scenario in YAML or JSON (rules, providers, credits, …); reloaded when it changes",
  },
  case: {
    value: "<name>",
    help: "play the server half of a conformance case, such as stream-failures/no-done-is-truncated; a session (/s/NAME/api/v1) plays it from its beginning",
  },
  "list-cases": { help: "print the conformance cases" },
  record: {
    value: "<file>",
    help: "forward every request to --upstream and append the exchange to a file, one per line (JSONL), without keys",
  },
  upstream: { value: "<url>", help: "API that --record calls", default: "https://openrouter.ai/api/v1" },
  replay: {
    value: "<file>",
    help: "answer from a recording, and reject requests that are not in it",
    toOptions: async ([file]) => ({ replay: await readReplayFile(file!) }),
  },
  provider: {
    value: "<name=state>",
    help: `state of a provider: ${providerStates.join(", ")}; can be repeated`,
    multiple: true,
    toOptions: (values) => ({ providers: Object.fromEntries(values.map(toProviderState)) }),
  },
  latency: {
    value: "<kind>",
    help: "realistic streams at the speed of the endpoint, none sends at once",
    default: "none",
    toOptions: ([text], flag) => ({ latency: toChoice(flag, text!, latencies) }),
  },
  "token-delay": numberFlag("tokenDelay", "<ms>", "milliseconds between two tokens of a stream", 0),
  control: {
    help: "allow the control API (/_patchbay/), sessions, /auth and the header x-patchbay-fault on addresses other than loopback, such as --host 0.0.0.0 in a container",
    toOptions: () => ({ control: true }),
  },
  "allowed-host": {
    value: "<name>",
    help: "host name that may use the control API, such as mock in a container network; can be repeated",
    multiple: true,
    toOptions: (values) => ({ allowedHosts: values }),
  },
  "strict-keys": {
    help: "accept only the given management keys, and keys that they created",
    toOptions: () => ({ strictKeys: true }),
  },
  "management-key": {
    value: "<key>",
    help: "key that creates and updates other keys; can be repeated. Use PATCHBAY_MANAGEMENT_KEYS, separated by commas, to hide the keys from other users of the machine",
    multiple: true,
  },
  drain: {
    value: "<ms>",
    help: "milliseconds that responses in progress get after SIGTERM; a second signal aborts them",
    default: "10000",
  },
  "exit-with-parent": {
    help: "exit when the parent process exits or closes the pipe on stdin (default under npx)",
  },
  "no-exit-with-parent": { help: "keep running when the parent process exits" },
  "no-validate-history": {
    help: "accept tool call histories that providers reject",
    toOptions: () => ({ validateHistory: false }),
  },
  "journal-size": numberFlag("journalSize", "<n>", "minimum number of requests in the journal, 0 to disable it", 1000),
  "journal-bytes": numberFlag(
    "journalBytes",
    "<n>",
    "size of the journal in bytes, at least 65536; the oldest bodies are evicted first",
    defaultJournalBytes,
  ),
  "max-sessions": numberFlag(
    "maxSessions",
    "<n>",
    "maximum number of sessions; the least recently used one is evicted",
    1000,
  ),
  "write-timeout": numberFlag(
    "writeTimeout",
    "<ms>",
    "milliseconds after which a client that reads nothing is disconnected",
    60_000,
  ),
  log: {
    value: "<kind>",
    help: `log each request to stderr: ${logFormats.join(", ")} (default: pretty on a terminal, otherwise silent)`,
  },
  seed: numberFlag(
    "seed",
    "<n>",
    "make responses repeatable, including ids and secrets, which can then be guessed; without it, responses are as with 1, and ids and secrets are from a secure source",
  ),
  version: { help: "print the version" },
  help: { help: "print this text" },
};

function toProviderState(text: string): [string, ProviderState] {
  const [slug = "", state] = text.split("=");
  if (state === undefined)
    throw new Error(
      `--provider must be a provider and its state, such as openai=down; got ${JSON.stringify(text)}. See --help.`,
    );
  return [slug, toChoice(`--provider ${slug}`, state, providerStates)];
}
