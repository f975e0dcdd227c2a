import type { HeaderReader } from "../http/request.ts";
import type { InputOf, OperationId, OutputOf, PublicOperationId } from "@patchbay/spec";
import type { Ids } from "@patchbay/engine/data/ids";
import type { Key } from "@patchbay/engine/billing/key";
import type { Random } from "@patchbay/engine/data/random";
import type { FrameBody, LiveBody } from "../http/reply.ts";
import type { RequestScope } from "./request-scope.ts";
import type { Override } from "./override.ts";
import type { RequestNote } from "./request-note.ts";
import type { ServerState } from "../state/server-state.ts";

/** The data of a request that a handler gets in addition to its input. */
export interface Context {
  readonly state: ServerState;
  /** The API key of the request; `undefined` only for operations that need no key. */
  readonly key: Key | undefined;
  readonly headers: HeaderReader;
  /** The URL of the request. */
  readonly url: URL;
  /** Aborts when the client disconnects before the reply. */
  readonly signal: AbortSignal | undefined;
  /** The unparsed body. */
  readonly text: string;
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
export interface KeyedContext extends Context {
  readonly key: Key;
}

/** The successful result of a handler: a JSON body, or the events of a stream. */
export interface HandlerResult<Output> {
  readonly body: Output | FrameBody | LiveBody;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Handles one operation. The input is validated against the contract. Throws an `HttpError` for an error response. */
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
