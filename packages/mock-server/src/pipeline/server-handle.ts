import { SeededRandom } from "@patchbay/service/context/seeded-random";
import { defaultWriteTimeout, type Reply } from "@patchbay/service/http/reply";
import type { IncomingRequest } from "@patchbay/service/http/request";
import { Journal } from "../journal/journal.ts";
import { defaultJournalBytes, type MockServerOptions } from "../options/options.ts";
import type { Recorder } from "../recording/recorder.ts";
import { createReplayer } from "../recording/replayer.ts";
import { Scenario } from "../rules/scenario.ts";
import type { ServerState } from "../state/server-state.ts";
import { handleRequest, type RequestHandling } from "./handle-request.ts";

/** A running server: its state, its rules, its journal, and its request handler. `reset` and `restore` replace it. */
export interface ServerHandle {
  /** The options that the server started with. */
  readonly options: MockServerOptions;
  readonly state: ServerState;
  readonly scenario: Scenario;
  readonly journal: Journal;
  readonly seededRandom: SeededRandom;
  readonly recorder: Recorder | undefined;
  /** The offset of the server's clock. */
  readonly shift: { ms: number };
  /** How many requests are in progress. */
  readonly open: number;
  readonly handle: (request: IncomingRequest) => Promise<Reply>;
}

/** The rules, the journal and the request counts that a server takes over from a snapshot. */
type Restored = Pick<ServerHandle, "scenario" | "journal" | "seededRandom">;

interface ServerHandleInput extends Pick<ServerHandle, "options" | "state" | "shift" | "recorder"> {
  readonly restored?: Restored;
}

/** Starts a server with a state. Two servers share no mutable data. */
export function createServerHandle({ options, state, shift, recorder, restored }: ServerHandleInput): ServerHandle {
  const { settings } = state;
  const { scenario, journal, seededRandom } = restored ?? {
    scenario: new Scenario(settings.seed),
    journal: new Journal({
      entries: options.journalSize ?? 1000,
      bytes: options.journalBytes ?? defaultJournalBytes,
    }),
    seededRandom: new SeededRandom(settings.seed, settings.idScope),
  };
  const handling: RequestHandling = {
    state,
    scenario,
    journal,
    seededRandom,
    counter: { open: 0 },
    strict: options.strict ?? false,
    writeTimeout: options.writeTimeout ?? defaultWriteTimeout,
    onRequest: options.onRequest,
    substitute: recorder?.reply ?? (options.replay && createReplayer(options.replay)),
  };
  return {
    options,
    state,
    scenario,
    journal,
    seededRandom,
    recorder,
    shift,
    handle: (request) => handleRequest(handling, request),
    get open() {
      return handling.counter.open;
    },
  };
}

/** The approximate memory of a server in bytes, without the data that servers share. */
export function bytesOf({ state, journal, scenario }: Pick<ServerHandle, "state" | "journal" | "scenario">): number {
  const { keys, generations, contents, responses } = state;
  const stored = journal.bytes + scenario.bytes + generations.bytes + contents.bytes + responses.bytes;
  return emptyServer + stored + keys.size * keyWeight;
}

/** Bytes of a server that has handled no request, and of a key with its account. */
const emptyServer = 20_000;
const keyWeight = 2000;
