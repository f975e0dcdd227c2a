import { getResponseInfo, type ResponseInfo } from "../errors/response-info.ts";
import type { Bytes } from "../encoding/bytes.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";

/** A parsed response body, and what is known about the response. */
export interface WithResponse<T> extends ResponseInfo {
  /** The parsed body. */
  readonly data: T;
}

/** What a call and its promise share about the response. */
export interface PendingResponse {
  /**
   * Whether the caller reads the body instead of the client: `requested` until the response arrives, then `returned`.
   * Absent if the client parses it.
   */
  unread?: "requested" | "returned" | undefined;
  /** The response of the last attempt. */
  response?: Response;
  /** Its body, once the client has read it. */
  text?: string;
}

/**
 * A promise of the parsed response body, with access to the response itself. It wraps a promise because subclassing
 * `Promise` slows every call.
 *
 * @example
 * ```ts
 * const { data, response, attempts } = await client.models.count().withResponse();
 * ```
 */
export class ApiPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = "ApiPromise";
  /** Resolves to the response if the caller requested it unread. */
  readonly #result: Promise<T | Response>;
  readonly #pending: PendingResponse;
  #isAwaited = false;

  constructor(result: Promise<T | Response>, pending: PendingResponse) {
    this.#result = result;
    this.#pending = pending;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- it is a promise
  then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    // oxlint-disable-next-line typescript/no-explicit-any -- the type of every promise
    rejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#parsed().then(fulfilled, rejected);
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- the type of every promise
  catch<B = never>(rejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.#parsed().catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<T> {
    return this.#parsed().finally(settled);
  }

  /**
   * The parsed body with the response, the number of attempts and the ids. The client has already read the body of
   * `response`.
   *
   * @example
   * ```ts
   * const { data, response } = await client.models.list().withResponse();
   * console.log(response.headers.get("date"), data.data.length);
   * ```
   */
  async withResponse(): Promise<WithResponse<T>> {
    const data = await this.#parsed();
    return { data, ...getResponseInfo(data)! };
  }

  /**
   * The successful response. Called before the promise is awaited, it resolves to the unread response; called later, to
   * a copy with the body that was read.
   *
   * @throws the same errors as the promise
   * @example
   * ```ts
   * const response = await client.chat.completions.create({ model, messages }).asResponse();
   * ```
   */
  async asResponse(): Promise<Response> {
    const pending = this.#pending;
    if (!this.#isAwaited) pending.unread ??= "requested";
    const value = await this.#result;
    const response = pending.response!;
    if (pending.unread === "returned") return response;
    // A response without content must not have a body, not even an empty one.
    const body = hasEvents(value) ? value.toReadableStream() : pending.text || null;
    return Object.defineProperty(new Response(body, response), "url", { value: response.url });
  }

  #parsed(): Promise<T> {
    this.#isAwaited = true;
    const pending = this.#pending;
    if (pending.unread === "returned")
      return Promise.reject(
        new PatchbayError(
          "The response has no parsed body, because `asResponse()` returned it unread. Read the body of that response, or await the call before `asResponse()`.",
        ),
      );
    // The response has not arrived yet. The client parses it, and `asResponse()` returns a copy.
    pending.unread = undefined;
    return this.#result as Promise<T>;
  }
}

function hasEvents(value: unknown): value is { toReadableStream(): ReadableStream<Bytes> } {
  return typeof (value as { toReadableStream?: unknown } | undefined)?.toReadableStream === "function";
}

/**
 * A promise of one page of a list. A loop over it iterates over the items of all pages, and requests each page when it is
 * reached.
 *
 * @example
 * ```ts
 * for await (const key of client.keys.list()) console.log(key.name);
 * ```
 */
export class PagePromise<T, Item> extends ApiPromise<T> implements AsyncIterable<Item> {
  readonly #pages: (first: T) => AsyncGenerator<Item, void>;

  constructor(
    result: Promise<T | Response>,
    pending: PendingResponse,
    pages: (first: T) => AsyncGenerator<Item, void>,
  ) {
    super(result, pending);
    this.#pages = pages;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    yield* this.#pages(await this);
  }
}
