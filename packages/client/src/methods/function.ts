import type { OperationCall, EmbeddingList, EmbeddingRequest, InputOf, OperationId } from "@patchbay/spec";
import type { ApiPromise } from "../http/api-promise.ts";
import { PatchbayError } from "../errors/errors.ts";
import { createExchange, type Exchange } from "../http/exchange.ts";
import {
  createPagedMethod,
  createPlainMethod,
  createStreamMethod,
  type ApiPromiseOf,
  type AnyMethod,
  type OptionsOf,
  type PlainInput,
  type StreamOf,
} from "./method.ts";
import { toSettings, type ClientOptions, type RequestOptions } from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import { createEmbeddingsMethod, type FloatEmbeddingList } from "./embeddings.ts";

/** A way to the service, for functions; a client has one of its own. */
export interface ClientContext {
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
export function createClient(options: ClientOptions = {}): ClientContext {
  return { exchange: createExchange(toSettings(options)) };
}

/** An operation as a function. */
export type OperationFunction<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (connection: ClientContext, input?: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>
    : (connection: ClientContext, input: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>;

/** `embeddings.create` as a function. */
export interface EmbedFunction {
  (
    connection: ClientContext,
    input: EmbeddingRequest & {
      readonly encoding_format?: "float" | null | undefined;
      readonly stream?: false | null | undefined;
    },
    options?: RequestOptions,
  ): ApiPromise<FloatEmbeddingList>;
  (
    connection: ClientContext,
    input: EmbeddingRequest & { readonly stream?: false | null | undefined },
    options?: RequestOptions,
  ): ApiPromise<EmbeddingList>;
}

/** An operation as a function that gives its events. */
export type StreamFunction<Id extends OperationId> = (
  connection: ClientContext,
  input: InputOf<Id>,
  options?: RequestOptions,
) => StreamOf<Id>;

type Make = (exchange: Exchange, operation: OperationCall) => AnyMethod;

function bind(
  make: Make,
  operation: OperationCall,
): (connection: ClientContext, input?: Readonly<Record<string, unknown>>, options?: RequestOptions) => unknown {
  return (connection, input, options) => {
    const given: Partial<ClientContext> | null | undefined = connection;
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
  return bind(createEmbeddingsMethod as unknown as Make, operation) as unknown as EmbedFunction;
}
