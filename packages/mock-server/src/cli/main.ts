import { readFile } from "node:fs/promises";
import { loadTokenizer } from "@patchbay/service/messages/tokenizer";
import { limitHeap } from "@patchbay/service/process/limit-heap";
import type { MockServerOptions } from "../options/options.ts";
import type { ScenarioFile } from "../options/parse-scenario.ts";
import { endOnSignals } from "../process/command-end.ts";
import { openRecordFile, type RecordFile } from "../process/record-file.ts";
import { createMockServer } from "../server.ts";
import { toChoice, toNumber } from "./flag-values.ts";
import { helpText } from "./help.ts";
import { parseFlags, type ParsedFlags } from "./parse-flags.ts";
import { listCases, readCase } from "./read-cases.ts";
import { readScenarioFile } from "./read-files.ts";
import { logFormats, requestLogs } from "./request-log.ts";
import { watchScenario } from "./watch-scenario.ts";

/**
 * With them, the process takes 175 MB after 30,000 chats, for about 6 % more CPU; without, it takes 320 MB. With a new space of 8 MB,
 * that alone would cost 15 %.
 */
const heapLimits = { newSpace: 16 * 1024 * 1024, growthPercent: 50 };

/** Where a command writes. */
interface CommandOutput {
  /** Writes a line. Default: to stdout. */
  readonly write?: (line: string) => void;
  /** Environment variables. Default: those of the process. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs the command: starts a server on a port, and prints its base URL. Rejects for invalid flags and unreadable files, before
 * the server starts. Once it runs, signals end the process.
 */
export async function main(
  args: readonly string[],
  { write = console.log, env = process.env }: CommandOutput = {},
): Promise<void> {
  checkNode(process.versions.node);
  const given = parseFlags(args);
  if (given.has("help")) return write(helpText());
  if (given.has("version")) return write(await readVersion());
  if (given.has("list-cases")) return write(await listCases());
  limitHeap(heapLimits);
  const drain = toNumber("--drain", given.get("drain")!);
  const port = toNumber("--port", given.get("port")!, 65_535);
  const config = given.get("config");
  const scenario = await readScenario(given);
  const options = await given.toOptions();
  const recordFile = openRecording(given);
  const server = createMockServer({
    ...scenario,
    ...options,
    ...managementKeysOf(given, env),
    providers: { ...scenario.providers, ...options.providers },
    onRequest: requestLogs[logFormatOf(given)],
    record: recordFile && { baseURL: upstreamOf(given), keep: false, onExchange: (_, one) => recordFile.append(one) },
  });
  const listening = await server.listen({ port, host: given.get("host")! });
  const watcher = config === undefined ? undefined : watchScenario(config, server);
  endOnSignals(listening, {
    drain,
    withParent: given.has("no-exit-with-parent") ? false : given.has("exit-with-parent") || undefined,
    async finish() {
      watcher?.close();
      await recordFile?.flush();
    },
  });
  write(listening.baseURL);
  // The first chat does not wait for it then.
  void loadTokenizer();
}

/** The scenario of a file or of a conformance case. */
async function readScenario(given: ParsedFlags): Promise<ScenarioFile> {
  const [config, id] = [given.get("config"), given.get("case")];
  if (config !== undefined && id !== undefined)
    throw new Error("--config and --case both set the rules of the server. Use one of them.");
  if (config !== undefined) return readScenarioFile(config);
  if (id === undefined) return {};
  const { title, scenario } = await readCase(id);
  console.error(`patchbay-mock: ${id}: ${title}`);
  return scenario;
}

/** The package needs Node 22. An older version would fail later, at a function that it lacks. */
function checkNode(version: string): void {
  if (Number.parseInt(version, 10) < 22) throw new Error(`Node ${version} is too old. Use Node 22 or newer.`);
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

function logFormatOf(given: ParsedFlags): (typeof logFormats)[number] {
  return toChoice("--log", given.get("log") ?? (process.stderr.isTTY ? "pretty" : "silent"), logFormats);
}

/** The management keys of the flags and the environment. Strict keys without a management key would lock out every caller. */
function managementKeysOf(
  given: ParsedFlags,
  { PATCHBAY_MANAGEMENT_KEYS = "" }: Readonly<Record<string, string | undefined>>,
): Pick<MockServerOptions, "managementKeys"> {
  const fromEnvironment = PATCHBAY_MANAGEMENT_KEYS.split(",").map((key) => key.trim());
  const managementKeys = [...new Set([...given.all("management-key"), ...fromEnvironment.filter((key) => key !== "")])];
  if (given.has("strict-keys") && managementKeys.length === 0)
    throw new Error(
      "--strict-keys needs a management key, since no other key is known at the start. Set PATCHBAY_MANAGEMENT_KEYS or --management-key to a secret, such as sk-or-mgmt- and the output of `openssl rand -hex 32`.",
    );
  return { managementKeys };
}

function upstreamOf(given: ParsedFlags): string {
  const baseURL = given.get("upstream")!;
  if (!URL.canParse(baseURL)) throw new Error(`--upstream must be a URL, got ${JSON.stringify(baseURL)}. See --help.`);
  return baseURL;
}

/** Opens the file of `--record`; `undefined` without the flag. */
function openRecording(given: ParsedFlags): RecordFile | undefined {
  const file = given.get("record");
  if (file !== undefined) return openRecordFile(file, (message) => console.error(`patchbay-mock: ${message}`));
  if (given.has("upstream"))
    throw new Error("--upstream needs --record, which names the file to record into. See --help.");
  return undefined;
}
