import type {
  EventOf,
  InputOf,
  Operation,
  OperationId,
  OperationCall,
  OutputOf,
  StreamOperation,
} from "@patchbay/spec";
import { ApiPromise, PagePromise } from "../http/api-promise.ts";
import { copyInfo } from "../errors/response-info.ts";
import { ChatStream } from "../stream/chat-stream.ts";
import type { Exchange } from "../http/exchange.ts";
import { requireOptions } from "../options/known-options.ts";
import { checkSignal, type RequestOptions, type PollOptions } from "../options/options.ts";
import { open } from "../stream/open-stream.ts";
import { itemsFrom } from "./pages.ts";
import { readGiven } from "../options/read-given.ts";
import type { Call } from "../http/request.ts";
import { send } from "../http/send.ts";
import type { CreateEmbeddingsMethod } from "./embeddings.ts";

/** What a call takes beside its input. */
export type OptionsOf<Id extends OperationId> = Id extends `generations.${string}` ? PollOptions : RequestOptions;

/** What an operation without a stream takes. */
export type PlainInput<Id extends OperationId> = InputOf<Id> & { readonly stream?: false | null | undefined };

/** A list that is paged can be looped over. */
export type ApiPromiseOf<Id extends OperationId> =
  InputOf<Id> extends { offset?: unknown }
    ? OutputOf<Id> extends { data: readonly (infer Item)[] }
      ? PagePromise<OutputOf<Id>, Item>
      : ApiPromise<OutputOf<Id>>
    : ApiPromise<OutputOf<Id>>;

/** `input` may be left out when nothing in it is required. */
type Plain<Id extends OperationId> = Id extends "embeddings.create" ? CreateEmbeddingsMethod : PlainMethod<Id>;

type PlainMethod<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (input?: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>
    : (input: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>;

/** The events of an operation that streams. */
export type StreamOf<Id extends OperationId> = Id extends "chat.completions.create" ? ChatStream : never;

/** As OpenAI's SDK has it: `stream: true` gives the events. */
interface PlainOrStream<Id extends OperationId> {
  /**
   * Creates a chat completion. With `stream: true` the result is a stream of its chunks, as in OpenAI's SDK.
   *
   * @throws ApiError when the service or a provider refuses; `code` says why
   * @example
   * ```ts
   * const reply = await client.chat.completions.create({
   *   model: "openai/gpt-5-mini",
   *   messages: [{ role: "user", content: "Hello!" }],
   * });
   * console.log(reply.choices[0]?.message.content);
   * ```
   */
  (input: InputOf<Id> & { stream?: false | null | undefined }, options?: RequestOptions): ApiPromise<OutputOf<Id>>;
  /** Creates a chat completion as a stream of its chunks; the promise is fulfilled when the first one has arrived. */
  (input: InputOf<Id> & { stream: true }, options?: RequestOptions): ApiPromise<StreamOf<Id>>;
  /** Creates a chat completion, whole or as a stream of its chunks as `stream` says. */
  (input: InputOf<Id>, options?: RequestOptions): ApiPromise<OutputOf<Id> | StreamOf<Id>>;
}

/** The method of an operation. */
export type Method<Op> =
  Op extends StreamOperation<infer Id>
    ? (input: InputOf<Id>, options?: RequestOptions) => StreamOf<Id>
    : Op extends Operation<infer Id>
      ? [EventOf<Id>] extends [never]
        ? Plain<Id>
        : PlainOrStream<Id>
      : never;

/** A method whose types are told elsewhere. */
export type AnyMethod = (input?: Readonly<Record<string, unknown>>, options?: RequestOptions | null) => unknown;

/** Answers a call, whole or as a stream when its input asks for one. */
export function createMethod(exchange: Exchange, operation: OperationCall): AnyMethod {
  if (operation.pagination) return createPagedMethod(exchange, operation);
  const plain = createPlainMethod(exchange, operation);
  if (!operation.stream) return plain;
  return (input, options) =>
    wantsStream(input)
      ? answerWithStream(exchange, { operation, input, options: options ?? {} })
      : plain(input, options);
}

/** What cannot be read is refused where the request is made. */
function wantsStream(
  input: Readonly<Record<string, unknown>> | null | undefined,
): input is Readonly<Record<string, unknown>> {
  try {
    return input?.stream === true;
  } catch {
    return false;
  }
}

/** Answers a call with the whole answer. */
export function createPlainMethod(exchange: Exchange, operation: OperationCall): AnyMethod {
  return (input = {}, options) => {
    const call: Call = { operation, input, options: options ?? {} };
    return new ApiPromise(send(exchange, call), call);
  };
}

/** Answers a call with a page, and its loop with the items of all pages. */
export function createPagedMethod(exchange: Exchange, operation: OperationCall): AnyMethod {
  return (input = {}, options) => {
    const call: Call = { operation, input, options: options ?? {} };
    const pages = (first: unknown): AsyncGenerator<unknown, void> =>
      itemsFrom(first, call, operation.pagination!, exchange);
    return new PagePromise(send(exchange, call), call, pages);
  };
}

/** Answers a call with its events; it is sent when reading begins. */
export function createStreamMethod(exchange: Exchange, operation: OperationCall): AnyMethod {
  return (input = {}, given) => {
    const options = given ?? {};
    const stream: ChatStream = new ChatStream(async (ended) => {
      const call = readGiven(`The input of ${operation.id}`, (): Call => {
        requireOptions(`the call ${operation.id}`, options);
        const { signal } = options;
        checkSignal(signal);
        return {
          operation,
          // What is not an object is refused where the request is made.
          input: isObject(input) ? { ...input, stream: true } : input,
          options: { ...options, signal: signal ? AbortSignal.any([signal, ended]) : ended },
        };
      });
      const reader = await open(exchange, call);
      copyInfo(reader, stream);
      return reader;
    });
    return stream;
  };
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function answerWithStream(exchange: Exchange, call: Call): ApiPromise<ChatStream> {
  const send = async (): Promise<ChatStream> => {
    const reader = await open(exchange, call);
    if (call.isRaw) return reader as never;
    const stream = new ChatStream(reader);
    copyInfo(reader, stream);
    return stream;
  };
  return new ApiPromise(send(), call);
}
