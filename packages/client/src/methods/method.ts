import type {
  ChatCompletionChunk,
  EventOf,
  InputOf,
  MessageStreamEvent,
  Operation,
  OperationId,
  OperationCall,
  OutputOf,
  PollableOperationId,
  ResponseStreamEvent,
  StreamOperation,
} from "@patchbay/spec";
import { ApiPromise, PagePromise } from "../http/api-promise.ts";
import type { ChatStream } from "../chat/chat-stream.ts";
import type { MessageStream } from "../messages/message-stream.ts";
import type { ResponseStream } from "../responses/response-stream.ts";
import type { EventStream } from "../stream/event-stream.ts";
import type { Exchange } from "../http/exchange.ts";
import { noOptions, type RequestOptions, type PollOptions } from "../options/options.ts";
import { load } from "../options/load.ts";
import type { Call } from "../http/request.ts";
import { send } from "../http/send.ts";

/** The options of a call. */
export type OptionsOf<Id extends OperationId> = Id extends PollableOperationId ? PollOptions : RequestOptions;

/** The input of an operation without its streaming form. */
export type PlainInput<Id extends OperationId> = InputOf<Id> & { readonly stream?: false | null | undefined };

/** The result of a call. A paged list can be iterated. */
export type ApiPromiseOf<Id extends OperationId> =
  InputOf<Id> extends { offset?: unknown }
    ? OutputOf<Id> extends { data: readonly (infer Item)[] }
      ? PagePromise<OutputOf<Id>, Item>
      : ApiPromise<OutputOf<Id>>
    : ApiPromise<OutputOf<Id>>;

/** `input` is optional if it has no required field. */
type PlainMethod<Id extends OperationId> =
  Record<never, never> extends InputOf<Id>
    ? (input?: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>
    : (input: PlainInput<Id>, options?: OptionsOf<Id>) => ApiPromiseOf<Id>;

/** The stream of an operation, by the type of its events. */
export type StreamOf<Id extends OperationId> = [EventOf<Id>] extends [ChatCompletionChunk]
  ? ChatStream
  : [EventOf<Id>] extends [ResponseStreamEvent]
    ? ResponseStream
    : [EventOf<Id>] extends [MessageStreamEvent]
      ? MessageStream
      : EventStream<EventOf<Id>>;

/** The method of a chat completion. As in OpenAI's SDK, `stream: true` returns the stream. */
interface ChatMethod<Id extends OperationId> {
  /**
   * Creates a chat completion. With `stream: true`, resolves to a stream of its chunks, as in OpenAI's SDK.
   *
   * @throws ApiError when the API or a provider returns an error; `code` has the reason
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
  /** Creates a chat completion as a stream of its chunks. Sends the request at once, and resolves when the first chunk has arrived. */
  (input: InputOf<Id> & { stream: true }, options?: RequestOptions): ApiPromise<StreamOf<Id>>;
  /** Creates a chat completion, as a complete response or as a stream, depending on `stream`. */
  (input: InputOf<Id>, options?: RequestOptions): ApiPromise<OutputOf<Id> | StreamOf<Id>>;
}

/** The method of a response. As in OpenAI's SDK, `stream: true` returns the stream. */
interface ResponseMethod<Id extends OperationId> {
  /**
   * Creates a response. With `stream: true`, resolves to a stream of its events, as in OpenAI's SDK. To continue the
   * conversation, send the items of `output` back in `input`, unchanged.
   *
   * @throws ApiError when the API or a provider returns an error, also as a response with `status: "failed"`
   * @example
   * ```ts
   * const { output } = await client.responses.create({ model: "openai/gpt-5-mini", input: "Hello!" });
   * ```
   */
  (input: InputOf<Id> & { stream?: false | null | undefined }, options?: RequestOptions): ApiPromise<OutputOf<Id>>;
  /** Creates a response as a stream of its events. Sends the request at once, and resolves when the first event has arrived. */
  (input: InputOf<Id> & { stream: true }, options?: RequestOptions): ApiPromise<StreamOf<Id>>;
  /** Creates a response, complete or as a stream, depending on `stream`. */
  (input: InputOf<Id>, options?: RequestOptions): ApiPromise<OutputOf<Id> | StreamOf<Id>>;
}

/** The method of a message. As in Anthropic's SDK, `stream: true` returns the stream. */
interface MessageMethod<Id extends OperationId> {
  /**
   * Creates a message. With `stream: true`, resolves to a stream of its events, as in Anthropic's SDK. To continue the
   * conversation, send `content` back as the content of an assistant message, unchanged.
   *
   * @throws ApiError when the API or a provider returns an error; `code` has the reason
   * @example
   * ```ts
   * const { content, stop_reason } = await client.messages.create({
   *   model: "anthropic/claude-sonnet-4.5",
   *   max_tokens: 1000,
   *   messages: [{ role: "user", content: "Hello!" }],
   * });
   * ```
   */
  (input: InputOf<Id> & { stream?: false | null | undefined }, options?: RequestOptions): ApiPromise<OutputOf<Id>>;
  /** Creates a message as a stream of its events. Sends the request at once, and resolves when the first event has arrived. */
  (input: InputOf<Id> & { stream: true }, options?: RequestOptions): ApiPromise<StreamOf<Id>>;
  /** Creates a message, complete or as a stream, depending on `stream`. */
  (input: InputOf<Id>, options?: RequestOptions): ApiPromise<OutputOf<Id> | StreamOf<Id>>;
}

/** The method of any other operation that streams. */
interface StreamableMethod<Id extends OperationId> {
  /** Sends the request, and resolves to the complete response. With `stream: true`, resolves to a stream of its events. */
  (input: InputOf<Id> & { stream?: false | null | undefined }, options?: RequestOptions): ApiPromise<OutputOf<Id>>;
  /** Sends the request, and resolves to a stream when its first event has arrived. */
  (input: InputOf<Id> & { stream: true }, options?: RequestOptions): ApiPromise<StreamOf<Id>>;
  /** Sends the request, and resolves to the complete response or to a stream, depending on `stream`. */
  (input: InputOf<Id>, options?: RequestOptions): ApiPromise<OutputOf<Id> | StreamOf<Id>>;
}

type PlainOrStream<Id extends OperationId> = [EventOf<Id>] extends [ChatCompletionChunk]
  ? ChatMethod<Id>
  : [EventOf<Id>] extends [ResponseStreamEvent]
    ? ResponseMethod<Id>
    : [EventOf<Id>] extends [MessageStreamEvent]
      ? MessageMethod<Id>
      : StreamableMethod<Id>;

/** The method of an operation. */
export type Method<Op> =
  Op extends StreamOperation<infer Id>
    ? (input: InputOf<Id>, options?: RequestOptions) => StreamOf<Id>
    : Op extends Operation<infer Id>
      ? [EventOf<Id>] extends [never]
        ? PlainMethod<Id>
        : PlainOrStream<Id>
      : never;

/** A method whose types are declared elsewhere. */
export type AnyMethod = (input?: Readonly<Record<string, unknown>>, options?: RequestOptions | null) => unknown;

/** Creates a method that returns the complete response. */
export function createPlainMethod(exchange: Exchange, operation: OperationCall): AnyMethod {
  return (input = {}, options) => {
    const call: Call = { operation, input, options: options ?? noOptions };
    return new ApiPromise(send(exchange, call), call);
  };
}

/** Creates a method that returns a page, which can be iterated over the items of all pages. */
export function createPagedMethod(exchange: Exchange, operation: OperationCall): AnyMethod {
  return (input = {}, options) => {
    const call: Call = { operation, input, options: options ?? noOptions };
    const pages = async function* (first: unknown): AsyncGenerator<unknown, void> {
      const { itemsFrom } = await load(() => import("./pages.ts"));
      yield* itemsFrom(first, call, operation.pagination!, exchange);
    };
    return new PagePromise(send(exchange, call), call, pages);
  };
}
