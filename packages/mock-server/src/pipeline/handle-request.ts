import { operations, type OperationInfo } from "@patchbay/spec";
import { authenticate, checkKey } from "./authenticate.ts";
import { checkLength } from "../http/body-text.ts";
import { SeededRandom } from "../context/seeded-random.ts";
import type { Key } from "../engine/billing/key.ts";
import type { HandlerResult, KeyedContext } from "../context/handler.ts";
import { handlers } from "../handlers/index.ts";
import { bodyLimit, withBody, type IncomingRequest, type ReadRequest } from "../http/request.ts";
import { readInput } from "../validation/validate-input.ts";
import type { MockServerOptions } from "../options/options.ts";
import { redactJson } from "../redact/redact-json.ts";
import { createPace } from "../context/pace.ts";
import { HttpError } from "../http/http-error.ts";
import { RequestScope } from "../context/request-scope.ts";
import { json, type FrameBody, type Reply } from "../http/reply.ts";
import { createRouter } from "../http/router.ts";
import { toEntry, type JournalEntry, type JournalNote } from "../journal/journal-entry.ts";
import { Journal, type JournalLimits } from "../journal/journal.ts";
import { askedFaults, withRuleReply } from "./finish-reply.ts";
import { serviceAnswer, statusReply } from "../rules/play.ts";
import { shorten } from "../messages/shorten.ts";
import type { Recorder } from "../recording/recorder.ts";
import type { createReplayer } from "../recording/replayer.ts";
import { headerText } from "../rules/header-text.ts";
import { explainMisses, Scenario, type Play } from "../rules/scenario.ts";
import type { ServerState } from "../state/server-state.ts";

/** The state of a server, its rules and its journal, and the function that handles requests with them. */
export interface Instance {
  readonly state: ServerState;
  readonly scenario: Scenario;
  readonly journal: Journal;
  readonly seededRandom: SeededRandom;
  readonly recorder: Recorder | undefined;
  /** How many requests are in progress. */
  readonly open: number;
  readonly reply: (request: IncomingRequest) => Promise<Reply>;
}

/** The approximate memory of an instance in bytes, without the data that servers share. */
export function bytesOf({ state, journal, scenario }: Pick<Instance, "state" | "journal" | "scenario">): number {
  const { keys, generations, contents, responses } = state;
  const kept = journal.bytes + scenario.bytes + generations.bytes + contents.bytes + responses.bytes;
  return emptyInstance + kept + keys.size * keyWeight;
}

/** Bytes of an instance that has handled no request, and of a key with its account. */
const emptyInstance = 20_000;
const keyWeight = 2000;

/** A running server: its current instance, and how far its clock is shifted. `reset` and `restore` replace it. */
export interface ServerHandle extends Pick<Instance, "reply"> {
  readonly instance: Instance;
  readonly shift: { ms: number };
  /** The options that the server started with. */
  readonly options: MockServerOptions;
}

/** The rules, the journal and the request counts that a new instance takes over from a snapshot. */
export type Past = Pick<Instance, "scenario" | "journal" | "seededRandom">;

interface InstanceOptions {
  /** Whether a request that matches no rule is rejected, once there are rules. */
  readonly strict: boolean;
  readonly journal: JournalLimits;
  readonly writeTimeout: number;
  readonly onRequest: ((entry: JournalEntry) => void) | undefined;
  /** Forwards every request to an upstream API and records it. The server state is then unused. */
  readonly recorder: Recorder | undefined;
  /** Answers every request from a recording. The server state is then unused. */
  readonly replayer: ReturnType<typeof createReplayer> | undefined;
}

/** For a longer body, the server pauses between the stages so that other requests make progress. In characters. */
const longBody = 1_000_000;

/** Maximum length of a path and of a query in the journal, in characters. */
const longestPath = 4096;

const prefix = "/api/v1";
const route = createRouter(Object.values<OperationInfo>(operations), prefix);

/** Creates an instance. Two instances share nothing. */
export function createInstance(
  state: ServerState,
  { strict, journal: limits, writeTimeout, onRequest, recorder, replayer }: InstanceOptions,
  past?: Past,
): Instance {
  const seededRandom = past?.seededRandom ?? new SeededRandom(state.settings.seed, state.settings.idScope);
  const scenario = past?.scenario ?? new Scenario(state.settings.seed);
  const journal = past?.journal ?? new Journal(limits);
  let open = 0;

  const answer = async (
    incoming: IncomingRequest,
    note: JournalNote,
    { enter, scope }: { enter: (key: Key) => void; scope: RequestScope },
  ): Promise<Reply> => {
    const { method, url, headers } = incoming;
    const passOn = recorder?.reply ?? replayer;
    if (passOn && url.pathname.startsWith(`${prefix}/`)) return answerBy(passOn, incoming, note);
    const { operation, path } = route(method, url.pathname);
    note.operation = operation.id;
    // A request without a body in the contract may still bring one; it is not read.
    const hasBody = operation.body !== undefined || recorder !== undefined || replayer !== undefined;
    if (hasBody) checkLength(headers);
    // Of a request without a valid key nothing is read and nothing is kept.
    const key = authenticate(headers, operation, state);
    if (key) enter(key);
    note.search = shorten(url.search, longestPath);
    note.seen = { headers, parameters: path };
    note.keyHash = key?.hash;
    const sent = hasBody ? incoming.body : "";
    const body = typeof sent === "string" ? sent : await sent();
    // The key may have been changed or deleted, or have ended, while the body came.
    if (key) checkKey(key, operation, state);
    if (body.length > bodyLimit) throw new HttpError(413, `The body is larger than ${bodyLimit} bytes.`);
    note.body = body;
    const { signal } = incoming;
    if (body.length > longBody) await createPace(signal).pause();
    const drawn = seededRandom.draw(operation.id, body, key?.hash ?? "");
    let play: Play | undefined;
    let missed = "";
    const look = (input: Record<string, unknown>): void => {
      if (scenario.isEmpty) return;
      const found = scenario.find({ operation: operation.id, input, headers }, drawn.request);
      if ("rule" in found) {
        play = found;
        note.rule = found.rule;
        return;
      }
      note.nearMisses = found;
      missed = explainMisses(found);
    };
    const input = await readInput(operation, { path, query: url.searchParams, headers, body, signal });
    if (body.length > longBody) await createPace(signal).pause();
    const asked = askedFaults(incoming);
    if (!asked.answer) look(input);
    if (missed !== "" && strict)
      throw new HttpError(400, `No rule fits this request. ${missed}`, {
        headers: { "x-patchbay-near-miss": headerText(missed) },
      });
    const own = asked.answer ? withoutSecrets(statusReply(asked.answer)) : play && serviceAnswer(play, operation.id);
    const { random, ids } = drawn;
    const context = { state, key, headers, url, signal, text: body, play, note, random, ids, scope };
    // Where no key is needed the handler takes none; everywhere else authenticate has found one.
    const reply = own ?? (await handle(operation, input, context as KeyedContext));
    const outcome =
      missed === "" ? reply : { ...reply, headers: { ...reply.headers, "x-patchbay-near-miss": headerText(missed) } };
    return withRuleReply(outcome, play, asked, note);
  };

  /** What a service or a recording answers, also where the contract has no operation. */
  const answerBy = async (
    passOn: (request: ReadRequest, path: string) => Reply | Promise<Reply>,
    incoming: IncomingRequest,
    note: JournalNote,
  ): Promise<Reply> => {
    const { method, url, headers } = incoming;
    const found = findOperation(method, url.pathname);
    if (found) note.operation = found.operation.id;
    checkLength(headers);
    note.search = shorten(url.search, longestPath);
    note.seen = { headers, parameters: found?.path ?? {} };
    const request = await withBody(incoming);
    if (request.body.length > bodyLimit) throw new HttpError(413, `The body is larger than ${bodyLimit} bytes.`);
    note.body = request.body;
    const asked = askedFaults(incoming);
    const made = asked.answer ? statusReply(asked.answer) : await passOn(request, url.pathname.slice(prefix.length));
    return withRuleReply(made, undefined, asked, note);
  };

  /** A refusal goes through the faults of the rule as well. */
  const handle = async (
    operation: OperationInfo,
    input: Record<string, unknown>,
    context: KeyedContext,
  ): Promise<Reply> => {
    try {
      return toReply(operation, await handlerOf(operation)(input, context));
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      context.note.attempts = error.details.attempts ?? [];
      return withoutSecrets(error.toReply());
    }
  };

  const reply = async (incoming: IncomingRequest): Promise<Reply> => {
    const began = performance.now();
    open++;
    const scope = new RequestScope();
    let entered: Key | undefined;
    const enter = (key: Key): void => {
      entered = key;
      key.open++;
    };
    const leave = (): void => {
      open--;
      if (entered) entered.open--;
    };
    const note: JournalNote = {
      timestamp: state.now(),
      method: incoming.method,
      path: shorten(incoming.url.pathname, longestPath),
      search: "",
      status: 500,
      durationMs: 0,
    };
    const refuse = (error: unknown): Reply => {
      if (!(error instanceof HttpError)) throw error;
      scope.close();
      return withoutSecrets(error.toReply());
    };
    try {
      return remember(await answer(incoming, note, { enter, scope }).catch(refuse));
    } catch (error) {
      scope.close();
      leave();
      throw error;
    }

    function remember(made: Reply): Reply {
      note.status = made.connection ? 0 : made.status;
      note.durationMs = performance.now() - began;
      note.reply = made.body;
      const id = journal.add(note);
      onRequest?.(toEntry(note, id));
      const { body } = made;
      if (body.kind === "text") scope.close();
      const ended = (sent: number, complete: boolean): void => {
        if (note.ended) return;
        leave();
        note.ended = { sent, complete };
        try {
          body.ended?.(sent, complete);
        } finally {
          scope.close();
        }
      };
      return { ...made, writeTimeout, body: { ...body, ended } };
    }
  };
  return {
    state,
    scenario,
    journal,
    seededRandom,
    recorder,
    reply,
    get open() {
      return open;
    },
  };
}

/** The operation of a path; `undefined` if the contract has none. */
function findOperation(method: string, path: string): ReturnType<typeof route> | undefined {
  try {
    return route(method, path);
  } catch {
    return undefined;
  }
}

/** An error message can repeat what the caller sent, so secrets are redacted. */
function withoutSecrets(reply: Reply): Reply {
  if (reply.body.kind !== "text") return reply;
  return { ...reply, body: { ...reply.body, text: redactJson(reply.body.text) } };
}

type AnyHandler = (
  input: Record<string, unknown>,
  context: KeyedContext,
) => HandlerResult<unknown> | Promise<HandlerResult<unknown>>;

/** The input was validated against the schema of this operation. The type system cannot express that. */
function handlerOf({ id }: OperationInfo): AnyHandler {
  return handlers[id] as unknown as AnyHandler;
}

function toReply({ status, stream }: OperationInfo, { body, headers }: HandlerResult<unknown>): Reply {
  if (stream && isFrames(body))
    return {
      status: 200,
      headers: { "content-type": "text/event-stream", "cache-control": "no-cache", ...headers },
      body,
    };
  return json(body, status, headers);
}

function isFrames(body: unknown): body is FrameBody {
  return (body as { kind?: unknown }).kind === "frames";
}
