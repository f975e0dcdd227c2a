import { createMockServer, type JournalEntry, type MockServer } from "@patchbay/mock-server";
import { toNodeListener } from "@patchbay/mock-server/node";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Case, ClientSettings, Feature, Problem, RunReport, Step } from "./case-format.ts";
import { evaluate, type Keys } from "./evaluate.ts";
import { toScenario, variantsOf } from "./expand.ts";
import { readKnownFailing, Results } from "./results.ts";

/** Options of a judge. */
export interface JudgeOptions {
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Folder for the results, one file for each language. Default: none, results are not written. */
  readonly resultsFolder?: string;
  /** Folder of `known-failing` lists. Default: `test/runners/known-failing`. */
  readonly knownFailing?: URL;
}

/** A judge on a port. */
export interface Judge {
  /** Such as `http://127.0.0.1:4321`. */
  readonly url: string;
  close(): Promise<void>;
}

/** A case in a list for a runner. */
export interface ListedCase {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly variants: readonly string[];
  /** The features that the runner lacks. If there are any, it skips the case. */
  readonly missing: readonly Feature[];
}

/** What a runner receives to run a case. */
export interface Run {
  readonly run: string;
  readonly baseURL: string;
  readonly deadBaseURL: string;
  readonly keys: Keys;
  /** The options of the client, with its keys and base URL. A step's `client` overrides them one by one. */
  readonly client: ClientSettings;
  readonly steps: readonly Step[];
}

/** The verdict on a run. */
export interface Verdict {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

interface OpenRun {
  readonly given: Case;
  readonly variant: string;
  readonly language: string;
  readonly session: MockServer;
}

const keys: Keys = { inference: "sk-or-v1-conformance", management: "sk-or-mgmt-conformance" };
const defaultKnownFailing = new URL("../runners/known-failing/", import.meta.url);

/** Starts a judge: a mock server that also hands out cases and judges what a runner reports about them. */
export async function startJudge(cases: readonly Case[], options: JudgeOptions = {}): Promise<Judge> {
  const server = createMockServer();
  const api = toNodeListener(server);
  const dead = await findClosedPort();
  const desk = new Desk(cases, server, dead, options);
  const http = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    void desk.answer(request, response, api);
  });
  await new Promise<void>((resolve) => http.listen(options.port ?? 0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  desk.url = url;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** Answers the requests of runners. */
class Desk {
  url = "";
  readonly #cases: ReadonlyMap<string, Case>;
  readonly #server: MockServer;
  readonly #dead: string;
  readonly #options: JudgeOptions;
  readonly #runs = new Map<string, OpenRun>();
  readonly #results = new Map<string, Results>();
  #count = 0;

  constructor(cases: readonly Case[], server: MockServer, dead: string, options: JudgeOptions) {
    this.#cases = new Map(cases.map((given) => [given.id, given]));
    this.#server = server;
    this.#dead = dead;
    this.#options = options;
  }

  /** Answers a runner, or passes the request on to the mock server. */
  async answer(request: IncomingMessage, response: ServerResponse, api: RequestListener): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://judge");
    const [, run] = /^\/s\/([^/]+)\/_patchbay\/outcome$/.exec(pathname) ?? [];
    let answer: () => unknown;
    if (pathname === "/_patchbay/cases") answer = () => this.#list(searchParams);
    else if (pathname === "/_patchbay/runs") answer = async () => this.#begin(JSON.parse(await text(request)) as Asked);
    else if (run !== undefined) answer = async () => this.#judge(run, JSON.parse(await text(request)) as RunReport);
    else {
      this.#closeWhenIdle(request, response);
      return api(request, response);
    }
    try {
      send(response, 200, await answer());
    } catch (error) {
      send(response, 400, { error: { message: (error as Error).message } });
    }
  }

  /** Closes the connection of a request a while after its response, if the case of its run says so. */
  #closeWhenIdle({ url = "", socket }: IncomingMessage, response: ServerResponse): void {
    const { closeIdleMs } = this.#runs.get(/^\/s\/([^/]+)/.exec(url)?.[1] ?? "")?.given.server ?? {};
    if (closeIdleMs !== undefined) response.once("close", () => setTimeout(() => socket.destroy(), closeIdleMs));
  }

  #list(query: URLSearchParams): ListedCase[] {
    const language = languageOf(query.get("language"));
    const results = this.#newResults(language);
    const own = query.get("needs")?.split(",");
    return [...this.#cases.values()].map((given) => {
      const { id, title } = given;
      const variants = variantsOf(given).map(({ name }) => name);
      const missing = own ? featuresOf(given).filter((feature) => !own.includes(feature)) : [];
      results.add(id, variants, missing.length > 0);
      return { id, group: id.split("/")[0]!, title, variants, missing };
    });
  }

  #begin({ case: id, variant: name = "default", language: given = "unknown" }: Asked): Run {
    const found = this.#cases.get(id);
    const language = languageOf(given);
    const variant = found && variantsOf(found).find((one) => one.name === name);
    if (!found || !variant)
      throw new Error(`There is no case ${id} with the variant ${name}. GET /_patchbay/cases lists them.`);
    const run = `run-${++this.#count}`;
    const session = this.#server.session(run, toScenario(found.server ?? {}, variant));
    this.#runs.set(run, { given: found, variant: name, language, session });
    const baseURL = `${this.url}/s/${run}/api/v1`;
    const settle = (settings: ClientSettings): ClientSettings =>
      settings.baseURL === "dead" ? { ...settings, baseURL: this.#dead } : settings;
    return {
      run,
      baseURL,
      deadBaseURL: this.#dead,
      keys,
      client: settle({ apiKey: keys.inference, managementKey: keys.management, baseURL, ...found.client }),
      steps: found.steps.map(({ expect: _, key, ...step }) => ({
        ...step,
        client: { ...(key !== undefined && ownKey(key)), ...settle(step.client ?? {}) },
      })),
    };
  }

  async #judge(name: string, report: RunReport): Promise<Verdict> {
    const run = this.#runs.get(name);
    if (!run) throw new Error(`The run ${name} does not exist, or it was judged before.`);
    const { given, variant, language, session } = run;
    this.#runs.delete(name);
    const journal = await readJournal(session, given);
    const problems = evaluate(given, { report, journal, keys });
    this.#server.sessions.delete(name);
    const results = this.#results.get(language) ?? this.#newResults(language);
    const note = results.note(given.id, variant, problems.length === 0);
    if (note !== "passed but known to fail") return { ok: note === undefined, problems };
    const message = `The case passes. Remove it from test/runners/known-failing/${language}.txt.`;
    return { ok: false, problems: [{ at: "", expected: "a failure", actual: message }] };
  }

  #newResults(language: string): Results {
    const { resultsFolder: folder, knownFailing = defaultKnownFailing } = this.#options;
    const known = readKnownFailing(knownFailing, language);
    const gone = [...known].filter((id) => !this.#cases.has(id));
    if (gone.length > 0) throw new Error(`known-failing/${language}.txt lists no case: ${gone.join(", ")}. Remove it.`);
    const results = new Results(language, { ...(folder !== undefined && { folder }), known });
    this.#results.set(language, results);
    return results;
  }
}

/** The body of a request for a run. */
interface Asked {
  readonly case: string;
  readonly variant?: string;
  readonly language?: string;
}

function languageOf(given: string | null): string {
  if (given === null || !/^[a-z][a-z0-9-]*$/.test(given))
    throw new Error(`The language must be a name in lower case, such as "python", got ${JSON.stringify(given)}.`);
  return given;
}

/** A client with one key for every operation. */
function ownKey(key: string | null): ClientSettings {
  const secret = key === "inference" || key === "management" ? keys[key] : key;
  return { apiKey: secret, managementKey: secret };
}

/** The features that a runner needs for a case: those that it names, and those of its steps. */
function featuresOf({ needs = [], steps, client, expect }: Case): Feature[] {
  const found = new Set<Feature>(needs);
  for (const { as = "value", op, cancelAfterMs, fallback, expect: own, client: settings } of steps) {
    if (as === "stream" || as === "text" || as === "events" || as === "final") found.add("stream");
    if (as === "pages" || as === "parse" || as === "raw") found.add(as);
    if (as === "vectors") found.add("embed");
    if (fallback) found.add("fallback");
    if (as === "run") found.add("agent");
    if (op === "responses.create") found.add("responses");
    if (op.startsWith("messages.")) found.add("messages");
    if (cancelAfterMs !== undefined) found.add("cancel");
    if (own?.retries) found.add("retries");
    if (settings?.logLevel) found.add("logs");
  }
  if (client?.logLevel ?? expect?.logs) found.add("logs");
  return [...found];
}

/** The journal. If the case says whether the caller left, it is read once all responses have ended. */
async function readJournal({ journal }: MockServer, { expect }: Case): Promise<readonly JournalEntry[]> {
  const needsEnd = expect?.requests?.some(({ left }) => left !== undefined) ?? false;
  const hasEnded = (): boolean => !needsEnd || journal.entries().every(({ ended }) => ended !== undefined);
  for (let waited = 0; waited < 2000 && !hasEnded(); waited += 10) await sleep(10);
  return journal.entries();
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** The base URL of a port that refuses connections. It is below the range from which systems pick free ports. */
async function findClosedPort(): Promise<string> {
  for (;;) {
    const port = 11_000 + Math.floor(Math.random() * 10_000);
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (!isOpen) return `http://127.0.0.1:${port}/api/v1`;
  }
}
