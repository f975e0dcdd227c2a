import type { HeaderReader } from "../http/request.ts";
import type { InputOf, OperationId, OutputOf, PublicOperationId } from "@patchbay/spec";
import type { Ids } from "../engine/data/ids.ts";
import type { Key } from "../engine/billing/key.ts";
import type { Random } from "../engine/data/random.ts";
import type { FrameBody } from "../http/reply.ts";
import type { RequestScope } from "./request-scope.ts";
import type { JournalNote } from "../journal/journal-entry.ts";
import type { Play } from "../rules/scenario.ts";
import type { ServerState } from "../state/server-state.ts";

/** What a handler knows beside its input. */
export interface Context {
  readonly state: ServerState;
  /** The key of the request; absent only where none is needed. */
  readonly key: Key | undefined;
  readonly headers: HeaderReader;
  /** The address of the request. */
  readonly url: URL;
  /** Aborted when the caller leaves before the reply. */
  readonly signal: AbortSignal | undefined;
  /** The body as it came. */
  readonly text: string;
  /** What a rule has in store for the request. */
  readonly play: Play | undefined;
  /** What the journal notes of the request. */
  readonly note: JournalNote;
  /** Chance: the same for the same seed, the same request and the same number of times that it came. */
  readonly random: Random;
  readonly ids: Ids;
  /** Gives back what the request holds, however it ends. */
  readonly scope: RequestScope;
}

/** The context of an operation that needs a key. */
export interface KeyedContext extends Context {
  readonly key: Key;
}

/** What a handler answers: the body of a success, or a script of events. */
export interface HandlerResult<Output> {
  readonly body: Output | FrameBody;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one operation. Its input obeys the contract. Refuses by throwing an `HttpError`. */
type Handler<Id extends OperationId> = (
  input: InputOf<Id>,
  context: Id extends PublicOperationId ? Context : KeyedContext,
) => HandlerResult<OutputOf<Id>> | Promise<HandlerResult<OutputOf<Id>>>;

/** One handler for every operation of the contract. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** The handlers of one resource. */
export type HandlersOf<Resource extends string> = {
  readonly [Id in Extract<OperationId, `${Resource}.${string}`>]: Handler<Id>;
};
