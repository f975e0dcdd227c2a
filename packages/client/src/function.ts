import type { CallInfo, EventOf, InputOf, OperationId, OutputOf } from "@patchbay/spec";
import type { Answer } from "./answer.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { createMethod, type AnswerOf, type OptionsOf, type PlainInput, type StreamOf } from "./method.ts";
import { toSettings, type ClientOptions, type RequestOptions } from "./options.ts";

/** A way to the service, for functions; a client has one of its own. */
export interface Connection {
  readonly exchange: Exchange;
}

/**
 * Makes a way to the service, with the same options as a client.
 *
 * @throws PatchbayError when there is no API key or an option makes no sense
 * @example
 * ```ts
 * import { chatCompletionsCreate, connect } from "@patchbay/client/functions";
 *
 * const connection = connect({ apiKey: "sk-or-v1-…" });
 * const reply = await chatCompletionsCreate(connection, { model, messages });
 * ```
 */
export function connect(options: ClientOptions = {}): Connection {
  return { exchange: createExchange(toSettings(options)) };
}

type PlainFunction<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (connection: Connection, input?: PlainInput<Id>, options?: OptionsOf<Id>) => AnswerOf<Id>
    : (connection: Connection, input: PlainInput<Id>, options?: OptionsOf<Id>) => AnswerOf<Id>;

interface PlainOrStreamFunction<Id extends OperationId> {
  (
    connection: Connection,
    input: InputOf<Id> & { stream?: false | null },
    options?: RequestOptions,
  ): Answer<OutputOf<Id>>;
  (connection: Connection, input: InputOf<Id> & { stream: true }, options?: RequestOptions): Answer<StreamOf<Id>>;
  (connection: Connection, input: InputOf<Id>, options?: RequestOptions): Answer<OutputOf<Id> | StreamOf<Id>>;
}

/** An operation as a function. */
export type OperationFunction<Id extends OperationId> = [EventOf<Id>] extends [never]
  ? PlainFunction<Id>
  : PlainOrStreamFunction<Id>;

export function toFunction<Id extends OperationId>(operation: CallInfo): OperationFunction<Id> {
  const call = (
    { exchange }: Connection,
    input?: Readonly<Record<string, unknown>>,
    options?: RequestOptions,
  ): unknown => createMethod(exchange, operation)(input, options);
  return call as OperationFunction<Id>;
}
