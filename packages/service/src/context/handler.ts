import type { HeaderReader } from "../http/request.ts";
import type { InputOf, OperationId, OutputOf, PublicOperationId } from "@patchbay/spec";
import type { Ids } from "@patchbay/engine/data/ids";
import type { RequestKey } from "../ports/request-key.ts";
import type { Random } from "@patchbay/engine/data/random";
import type { FrameBody, LiveBody } from "../http/reply.ts";
import type { RequestScope } from "../ports/request-scope.ts";
import type { Override } from "./override.ts";
import type { RequestNote } from "./request-note.ts";
import type { ServiceState } from "../state/service-state.ts";

/** The data of a request that a handler gets in addition to its input. */
export interface Context<State extends ServiceState = ServiceState, Key extends RequestKey = RequestKey> {
  readonly state: State;
  /** The API key of the request; `undefined` only for operations that need no key. */
  readonly key: Key | undefined;
  readonly headers: HeaderReader;
  /** The URL of the request. */
  readonly url: URL;
  /** Aborts when the client disconnects before the reply. */
  readonly signal: AbortSignal | undefined;
  /** Returns the unparsed body. */
  readonly text: () => string;
  /** Replies in place of the upstream. */
  readonly override: Override | undefined;
  /** The record of the request, to which handlers add data. */
  readonly note: RequestNote;
  /** Random numbers, determined by the seed, the request and how often the request was received. */
  readonly random: Random;
  readonly ids: Ids;
  /** Releases the request's resources, however it ends. */
  readonly scope: RequestScope;
}

/** The context of an operation that needs a key. */
export interface KeyedContext<
  State extends ServiceState = ServiceState,
  Key extends RequestKey = RequestKey,
> extends Context<State, Key> {
  readonly key: Key;
}

/** The successful result of a handler: a JSON body, or the events of a stream. */
export interface HandlerResult<Output> {
  readonly body: Output | FrameBody | LiveBody;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Handles one operation. The input is validated against the contract. Throws an `HttpError` for an error response. */
type Handler<Id extends OperationId, State extends ServiceState, Key extends RequestKey> = (
  input: InputOf<Id>,
  context: Id extends PublicOperationId ? Context<State, Key> : KeyedContext<State, Key>,
) => HandlerResult<OutputOf<Id>> | Promise<HandlerResult<OutputOf<Id>>>;

/** One handler for every operation of the contract. */
export type Handlers<State extends ServiceState = ServiceState, Key extends RequestKey = RequestKey> = {
  readonly [Id in OperationId]: Handler<Id, State, Key>;
};

/** The handlers of one resource. */
export type HandlersOf<
  Resource extends string,
  State extends ServiceState = ServiceState,
  Key extends RequestKey = RequestKey,
> = {
  readonly [Id in Extract<OperationId, `${Resource}.${string}`>]: Handler<Id, State, Key>;
};
