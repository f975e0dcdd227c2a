#!/usr/bin/env node
import { parseArgs } from "node:util";
import { watch, type FSWatcher } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { endOnSignals } from "./process/command-end.ts";
import { providerStates, type ProviderState } from "./engine/health/provider-state.ts";
import { defaultJournalBytes, type MockServerOptions } from "./options/options.ts";
import type { RecordOptions } from "./recording/recorder.ts";
import type { ReplayOptions } from "./recording/replayer.ts";
import { readRecording } from "./recording/read-recording.ts";
import { parseScenario, type ScenarioFile } from "./options/parse-scenario.ts";
import { openRecordFile, type RecordFile } from "./process/record-file.ts";
import { createMockServer, type MockServer } from "./server.ts";
import { findRenamed } from "./validation/renamed-names.ts";

const defaultReplies = ["prose", "echo", "tool_calls"] as const;
const logs = ["pretty", "json", "silent"] as const;
const latencies = ["none", "realistic"] as const;

const help = `patchbay-mock: a reference server of the unified AI API, offline

  npx patchbay-mock --port 4010

Options
  --port <n>             port to listen on, 0 for any free one (default 4010)
  --host <name>          address to listen on (default 127.0.0.1)
  --credits <usd>        credits of each account (default 100)
  --default-reply <kind> what the model replies when no rule applies: ${defaultReplies.join(", ")} (default prose)
  --catalog <file>       models and providers: a JSON file, or a saved answer of GET /models
  --config <file>        a scenario in YAML or JSON: rules, providers, credits, …; read again when it changes
  --record <file>        pass everything on to --upstream and append it to a file, one exchange a line (JSONL), without keys
  --upstream <url>       the service that --record calls (default https://openrouter.ai/api/v1)
  --replay <file>        answer by a recording, and refuse what is not in it
  --provider <name=state> ${providerStates.join(", ")}; may be repeated
  --latency <kind>       realistic paces streams as the endpoint would, none sends at once (default none)
  --token-delay <ms>     milliseconds between two tokens of a stream (default 0)
  --control              open the control API (/_patchbay/), sessions, /auth and the header x-patchbay-fault on addresses beyond
                         the loopback, such as --host 0.0.0.0 in a container
  --allowed-host <name>  host name that may use the control API, such as mock in a container network; may be repeated
  --strict-keys          accept only management keys that are given here, and keys that they made
  --management-key <key> a key that makes and changes other keys; may be repeated, or stand in PATCHBAY_MANAGEMENT_KEYS
                         with commas between them, where other users of the machine do not see it
  --drain <ms>           milliseconds that answers under way get after SIGTERM; a second signal cuts them (default 10000)
  --exit-with-parent     end when the process that started this one has ended, or its pipe on stdin (default under npx)
  --no-exit-with-parent  go on when that process has ended
  --no-validate-history  accept histories of tool calls that providers refuse
  --journal-size <n>     requests that the journal holds at least, 0 for none (default 1000)
  --journal-bytes <n>    bytes of the journal, 65536 or more; the oldest bodies are forgotten first (default 67108864)
  --max-sessions <n>     sessions at most; the one that was used longest ago is evicted (default 1000)
  --write-timeout <ms>   milliseconds after which a caller that reads nothing is disconnected (default 60000)
  --log <kind>           pretty or json writes a line for each request to stderr, silent none (default: pretty on a terminal)
  --seed <n>             makes answers repeatable, and ids and secrets too, which can then be guessed (default: answers as with
                         1, ids and secrets from a secure source)
  --version              the version of this command
  --help                 this text

Any key works, with a purse of its own: send "Authorization: Bearer sk-or-v1-test". sk-or-mgmt-test manages its account:
  curl http://127.0.0.1:4010/api/v1/credits -H "Authorization: Bearer sk-or-mgmt-test"
Any OpenAI client works too: set its base URL to http://127.0.0.1:4010/api/v1.
Watch the requests in a browser: http://127.0.0.1:4010/_patchbay/`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`patchbay-mock: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  checkNode(process.versions.node);
  for (const flag of args.map((arg) => arg.split("=", 1)[0]!)) {
    const today = flag.startsWith("--") ? findRenamed(flag) : undefined;
    if (today !== undefined) throw new Error(`${flag} was renamed to ${today}. See --help.`);
  }
  const { values } = parseArgs({
    args,
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      credits: { type: "string", default: "100" },
      "default-reply": { type: "string", default: "prose" },
      catalog: { type: "string" },
      config: { type: "string" },
      record: { type: "string" },
      upstream: { type: "string" },
      replay: { type: "string" },
      provider: { type: "string", multiple: true, default: [] },
      latency: { type: "string", default: "none" },
      "journal-size": { type: "string", default: "1000" },
      "journal-bytes": { type: "string", default: String(defaultJournalBytes) },
      "max-sessions": { type: "string", default: "1000" },
      "write-timeout": { type: "string", default: "60000" },
      log: { type: "string", default: process.stderr.isTTY ? "pretty" : "silent" },
      "token-delay": { type: "string", default: "0" },
      drain: { type: "string", default: "10000" },
      "exit-with-parent": { type: "boolean" },
      "no-exit-with-parent": { type: "boolean", default: false },
      control: { type: "boolean", default: false },
      "allowed-host": { type: "string", multiple: true, default: [] },
      "strict-keys": { type: "boolean", default: false },
      "management-key": { type: "string", multiple: true, default: [] },
      "no-validate-history": { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
      version: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  if (values.version) return console.log(await readVersion());
  if (values.upstream !== undefined && values.record === undefined)
    throw new Error("--upstream needs --record, which names the file to record into. See --help.");
  const scenario = values.config === undefined ? {} : await readScenarioFile(values.config);
  const report = (message: string): void => console.error(`patchbay-mock: ${message}`);
  const recorded = values.record === undefined ? undefined : openRecordFile(values.record, report);
  const server = createMockServer({
    ...scenario,
    ...(recorded && { record: recordInto(recorded, values.upstream ?? "https://openrouter.ai/api/v1") }),
    ...(values.replay !== undefined && { replay: await readReplay(values.replay) }),
    ...(given(args, "--credits") && { credits: toNumber("--credits", values.credits) }),
    ...(given(args, "--default-reply") && {
      defaultReply: toChoice("--default-reply", values["default-reply"], defaultReplies),
    }),
    ...logTo(toChoice("--log", values.log, logs)),
    latency: toChoice("--latency", values.latency, latencies),
    ...lockOf(values["strict-keys"], values["management-key"]),
    validateHistory: !values["no-validate-history"],
    providers: { ...scenario.providers, ...Object.fromEntries(values.provider.map(toState)) },
    ...(values.catalog !== undefined && { catalog: await readCatalogFile(values.catalog) }),
    ...(values.control && { control: true }),
    ...(given(args, "--allowed-host") && { allowedHosts: values["allowed-host"] }),
    ...(given(args, "--token-delay") && { tokenDelay: toNumber("--token-delay", values["token-delay"]) }),
    ...(given(args, "--journal-size") && { journalSize: toNumber("--journal-size", values["journal-size"]) }),
    ...(given(args, "--journal-bytes") && { journalBytes: toNumber("--journal-bytes", values["journal-bytes"]) }),
    ...(given(args, "--max-sessions") && { maxSessions: toNumber("--max-sessions", values["max-sessions"]) }),
    ...(given(args, "--write-timeout") && { writeTimeout: toNumber("--write-timeout", values["write-timeout"]) }),
    ...(given(args, "--seed") && { seed: toNumber("--seed", values.seed) }),
  });
  const drain = toNumber("--drain", values.drain);
  const listening = await server.listen({ port: toNumber("--port", values.port, 65_535), host: values.host });
  const watcher = values.config === undefined ? undefined : follow(values.config, server);
  endOnSignals(listening, {
    drain,
    withParent: values["no-exit-with-parent"] ? false : values["exit-with-parent"],
    async finish() {
      watcher?.close();
      await recorded?.flush();
    },
  });
  console.log(listening.baseURL);
}

/** The package runs on Node 22 and later. An older one would fail later, at a function that it does not have. */
function checkNode(version: string): void {
  if (Number.parseInt(version, 10) < 22) throw new Error(`Node ${version} is too old. Use Node 22 or newer.`);
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

function toNumber(name: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= 0 && number <= most))
    throw new Error(
      `${name} is ${JSON.stringify(text)}; it is a number from 0${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ""}. See --help.`,
    );
  return number;
}

/** The keys that are accepted. A server that no key can use does not start. */
function lockOf(
  strictKeys: boolean,
  flags: readonly string[],
): Pick<MockServerOptions, "strictKeys" | "managementKeys"> {
  const named = (process.env.PATCHBAY_MANAGEMENT_KEYS ?? "").split(",").map((key) => key.trim());
  const managementKeys = [...new Set([...flags, ...named.filter((key) => key !== "")])];
  if (strictKeys && managementKeys.length === 0)
    throw new Error(
      "--strict-keys needs a management key, since no other key is known at the start. Set PATCHBAY_MANAGEMENT_KEYS or --management-key to a secret, such as sk-or-mgmt- and the output of `openssl rand -hex 32`.",
    );
  return { strictKeys, managementKeys };
}

function toChoice<Choice extends string>(name: string, text: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen) return chosen;
  const today = findRenamed(text, choices);
  if (today !== undefined) throw new Error(`${name} ${text} was renamed to ${name} ${today}. See --help.`);
  throw new Error(`${name} is ${JSON.stringify(text)}; it is one of ${choices.join(", ")}. See --help.`);
}

function toState(text: string): [string, ProviderState] {
  const [slug = "", state] = text.split("=");
  if (state === undefined)
    throw new Error(
      `--provider is ${JSON.stringify(text)}; it is a provider and its state, such as openai=down. See --help.`,
    );
  return [slug, toChoice(`--provider ${slug}`, state, providerStates)];
}

async function readCatalogFile(file: string): Promise<NonNullable<MockServerOptions["catalog"]>> {
  const { readCatalog } = await import("./catalog/read.ts");
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`The catalog ${file} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  return readCatalog(text, file);
}

/** Whether an option stands on the command line, and so goes before what a file says. */
function given(args: readonly string[], name: string): boolean {
  return args.some((arg) => arg === name || arg.startsWith(`${name}=`));
}

async function readScenarioFile(file: string): Promise<ScenarioFile> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`The scenario ${file} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  return parseScenario(text, file);
}

/** Reads a scenario again when its file changes; one with a mistake is told, and the last good one stays. */
function follow(file: string, server: MockServer): FSWatcher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Editors replace a file rather than write to it, so its folder is watched.
  return watch(dirname(resolve(file)), (_, name) => {
    if (name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void readAgain(file, server);
    }, 50);
  });
}

async function readAgain(file: string, server: MockServer): Promise<void> {
  try {
    server.load(await readScenarioFile(file));
    console.error(`patchbay-mock: ${file} was read again.`);
  } catch (error) {
    console.error(`patchbay-mock: ${(error as Error).message}\nThe last good scenario stays.`);
  }
}

function recordInto(recorded: RecordFile, baseURL: string): RecordOptions {
  if (!URL.canParse(baseURL)) throw new Error(`--upstream is ${JSON.stringify(baseURL)}; it is a URL. See --help.`);
  return { baseURL, keep: false, onExchange: (_, exchange) => recorded.append(exchange) };
}

async function readReplay(file: string): Promise<ReplayOptions> {
  const text = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`The recording ${file} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  const recording = readRecording(text, file);
  for (const line of recording.cut)
    console.error(`patchbay-mock: ${file}:${line} was cut while it was written, and is left out.`);
  return { recording };
}

function logTo(kind: (typeof logs)[number]): Pick<MockServerOptions, "onRequest"> {
  if (kind === "silent") return {};
  if (kind === "json")
    return {
      onRequest: ({ response: _, input: __, body: ___, headers: ____, ...entry }) =>
        console.error(JSON.stringify(entry)),
    };
  return {
    onRequest({ method, path, status, input, attempts, cost, durationMs, rule, nearMisses }) {
      const tried = attempts.map((attempt) => `${attempt.provider} ${attempt.status}`).join(" → ");
      const missed = nearMisses.length > 0 ? `no rule fits; ${nearMisses[0]!.rule} came closest` : "";
      const parts = [
        status || "broken",
        method,
        path,
        input.model,
        tried,
        rule,
        missed,
        cost ? `$${cost}` : "",
        `${durationMs.toFixed(1)} ms`,
      ];
      console.error(parts.filter(Boolean).join("  "));
    },
  };
}
