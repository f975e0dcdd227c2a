import type { OperationCall, EmbeddingList, EmbeddingRequest, InputOf, OperationId } from "@patchbay/spec";
import type { ApiPromise } from "../http/api-promise.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { HttpExchange, type Exchange } from "../http/exchange.ts";
import {
  createPagedMethod,
  createPlainMethod,
  type ApiPromiseOf,
  type AnyMethod,
  type OptionsOf,
  type PlainInput,
  type StreamOf,
} from "./method.ts";
import { createStreamMethod, type AnyStreamClass } from "./stream-method.ts";
import { ChatStream } from "../chat/chat-stream.ts";
import { MessageStream } from "../messages/message-stream.ts";
import { ResponseStream } from "../responses/response-stream.ts";
import { toSettings, type ClientOptions, type RequestOptions } from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import { showValue } from "../options/show-value.ts";
import { createEmbeddingsMethod, type FloatEmbeddingList } from "./embeddings.ts";

/** What an operation function needs: the options and the HTTP layer of a client. */
export interface ClientContext {
  readonly exchange: Exchange;
}

/**
 * Creates the context of operation functions, with the same options as `new Patchbay()`. For bundles that contain only a
 * few operations.
 *
 * @throws PatchbayError when the API key is missing or an option is not valid
 * @example
 * ```ts
 * import { chatCompletionsCreate, createClient } from "@patchbay/client/functions";
 *
 * const client = createClient({ apiKey: "sk-or-v1-…" });
 * const reply = await chatCompletionsCreate(client, { model, messages });
 * ```
 */
export function createClient(options: ClientOptions = {}): ClientContext {
  return { exchange: new HttpExchange(toSettings(options)) };
}

/** An operation as a function. */
export type OperationFunction<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (client: ClientContext, input?: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>
    : (client: ClientContext, input: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>;

/** `embeddings.create` as a function. */
export interface EmbedFunction {
  (
    client: ClientContext,
    input: EmbeddingRequest & {
      readonly encoding_format?: "float" | null | undefined;
      readonly stream?: false | null | undefined;
    },
    options?: RequestOptions,
  ): ApiPromise<FloatEmbeddingList>;
  (
    client: ClientContext,
    input: EmbeddingRequest & { readonly stream?: false | null | undefined },
    options?: RequestOptions,
  ): ApiPromise<EmbeddingList>;
}

/** A streaming operation as a function. */
export type StreamFunction<Id extends OperationId> = (
  client: ClientContext,
  input: InputOf<Id>,
  options?: RequestOptions,
) => StreamOf<Id>;

/** Makes the method of an operation, whose types are declared elsewhere. */
type Make = (exchange: Exchange, operation: OperationCall) => unknown;

function bind(
  make: Make,
  operation: OperationCall,
): (client: ClientContext, input?: Readonly<Record<string, unknown>>, options?: RequestOptions) => unknown {
  return (client, input, options) => {
    const context: Partial<ClientContext> | null | undefined = client;
    const exchange = readGiven("The client", () => context?.exchange);
    if (exchange) return (make(exchange, operation) as AnyMethod)(input, options);
    throw new PatchbayError(
      `The first argument of ${operation.id} must be the result of \`createClient(options)\`, got ${showValue(client)}.`,
    );
  };
}

export function toFunction<Id extends OperationId>(operation: OperationCall): OperationFunction<Id> {
  return bind(createPlainMethod, operation) as OperationFunction<Id>;
}

export function toPagedFunction<Id extends OperationId>(operation: OperationCall): OperationFunction<Id> {
  return bind(createPagedMethod, operation) as OperationFunction<Id>;
}

function bindStream<Id extends OperationId>(operation: OperationCall, type: AnyStreamClass): StreamFunction<Id> {
  return bind((exchange) => createStreamMethod(exchange, operation, type), operation) as StreamFunction<Id>;
}

export function toChatStreamFunction<Id extends OperationId>(operation: OperationCall): StreamFunction<Id> {
  return bindStream(operation, ChatStream);
}

export function toResponseStreamFunction<Id extends OperationId>(operation: OperationCall): StreamFunction<Id> {
  return bindStream(operation, ResponseStream);
}

export function toMessageStreamFunction<Id extends OperationId>(operation: OperationCall): StreamFunction<Id> {
  return bindStream(operation, MessageStream);
}

export function toEmbedFunction(operation: OperationCall): EmbedFunction {
  return bind(createEmbeddingsMethod, operation) as EmbedFunction;
}
