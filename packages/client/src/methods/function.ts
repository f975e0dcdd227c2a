import type { OperationCall, EmbeddingList, EmbeddingRequest, InputOf, OperationId } from "@patchbay/spec";
import type { Answer } from "../http/api-promise.ts";
import { PatchbayError } from "../errors/errors.ts";
import { createExchange, type Exchange } from "../http/exchange.ts";
import {
  createPagedMethod,
  createPlainMethod,
  createStreamMethod,
  type AnswerOf,
  type AnyMethod,
  type OptionsOf,
  type PlainInput,
  type StreamOf,
} from "./method.ts";
import { toSettings, type ClientOptions, type RequestOptions } from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import { createEmbed, type FloatEmbeddingList } from "./embeddings.ts";

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

/** An operation as a function. */
export type OperationFunction<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (connection: Connection, input?: PlainInput<Id>, options?: OptionsOf<Id>) => AnswerOf<Id>
    : (connection: Connection, input: PlainInput<Id>, options?: OptionsOf<Id>) => AnswerOf<Id>;

/** `embeddings.create` as a function. */
export interface EmbedFunction {
  (
    connection: Connection,
    input: EmbeddingRequest & {
      readonly encoding_format?: "float" | null | undefined;
      readonly stream?: false | null | undefined;
    },
    options?: RequestOptions,
  ): Answer<FloatEmbeddingList>;
  (
    connection: Connection,
    input: EmbeddingRequest & { readonly stream?: false | null | undefined },
    options?: RequestOptions,
  ): Answer<EmbeddingList>;
}

/** An operation as a function that gives its events. */
export type StreamFunction<Id extends OperationId> = (
  connection: Connection,
  input: InputOf<Id>,
  options?: RequestOptions,
) => StreamOf<Id>;

type Make = (exchange: Exchange, operation: OperationCall) => AnyMethod;

function bind(
  make: Make,
  operation: OperationCall,
): (connection: Connection, input?: Readonly<Record<string, unknown>>, options?: RequestOptions) => unknown {
  return (connection, input, options) => {
    const given: Partial<Connection> | null | undefined = connection;
    const exchange = readGiven("The connection", () => given?.exchange);
    if (exchange) return make(exchange, operation)(input, options);
    throw new PatchbayError(`The first argument of ${operation.id} must be a connection. Pass \`connect(options)\`.`);
  };
}

export function toFunction<Id extends OperationId>(operation: OperationCall): OperationFunction<Id> {
  return bind(createPlainMethod, operation) as OperationFunction<Id>;
}

export function toPagedFunction<Id extends OperationId>(operation: OperationCall): OperationFunction<Id> {
  return bind(createPagedMethod, operation) as OperationFunction<Id>;
}

export function toStreamFunction<Id extends OperationId>(operation: OperationCall): StreamFunction<Id> {
  return bind(createStreamMethod, operation) as StreamFunction<Id>;
}

export function toEmbedFunction(operation: OperationCall): EmbedFunction {
  return bind(createEmbed as unknown as Make, operation) as unknown as EmbedFunction;
}
