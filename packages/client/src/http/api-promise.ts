import { getResponseInfo, type ResponseInfo } from "../errors/response-info.ts";
import type { Bytes } from "../encoding/bytes.ts";
import { PatchbayError } from "../errors/errors.ts";

/** An answer with what came beside it. */
export interface WithResponse<T> extends ResponseInfo {
  readonly data: T;
}

/** What a call tells its answer about the response. */
export interface ApiPromiseSource {
  /** Whether the caller wants the response with its body unread. */
  wantsRaw?: boolean;
  /** Whether the answer is the response itself. */
  isRaw?: boolean;
  /** The response of the last attempt. */
  response?: Response;
  /** Its body, once it was read. */
  text?: string;
}

/** An answer that is on its way: a promise of the parsed body. It wraps one, since to extend one costs every call. */
export class ApiPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = "Answer";
  readonly #promise: Promise<T>;
  readonly #source: ApiPromiseSource;
  #isAwaited = false;

  constructor(promise: Promise<T>, source: ApiPromiseSource) {
    this.#promise = promise;
    this.#source = source;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- an answer is awaited
  then<A = T, B = never>(
    fulfilled?: ((answer: T) => A | PromiseLike<A>) | null,
    // oxlint-disable-next-line typescript/no-explicit-any -- as every promise has it
    rejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#parsed().then(fulfilled, rejected);
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- as every promise has it
  catch<B = never>(rejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.#parsed().catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<T> {
    return this.#parsed().finally(settled);
  }

  /** The parsed body with status, headers, ids and the number of attempts. */
  async withResponse(): Promise<WithResponse<T>> {
    const data = await this.#parsed();
    return { data, ...getResponseInfo(data)! };
  }

  /**
   * The response of a success. Called before the answer is awaited, its body is unread and comes as the service sends it;
   * called later, its body is a copy of what was read.
   *
   * @throws what the answer throws
   * @example
   * ```ts
   * const response = await client.chat.completions.create({ model, messages }).asResponse();
   * ```
   */
  async asResponse(): Promise<Response> {
    const source = this.#source;
    source.wantsRaw = !this.#isAwaited;
    const value: unknown = await this.#promise;
    if (source.isRaw) return value as Response;
    const { response } = source;
    // A response without content must not have a body, not even an empty one.
    const body = hasEvents(value) ? value.toReadableStream() : source.text || null;
    return Object.defineProperty(new Response(body, response), "url", { value: response!.url });
  }

  #parsed(): Promise<T> {
    this.#isAwaited = true;
    const source = this.#source;
    // The response is still to come: it is read, and asResponse() gets a copy.
    source.wantsRaw = false;
    if (!source.isRaw) return this.#promise;
    return Promise.reject(
      new PatchbayError(
        "asResponse() took the response, so there is no parsed answer. Read the body of that response, or await the answer before asResponse().",
      ),
    );
  }
}

function hasEvents(value: unknown): value is { toReadableStream(): ReadableStream<Bytes> } {
  return typeof (value as { toReadableStream?: unknown } | undefined)?.toReadableStream === "function";
}

/** The pages of a list; a loop over it goes through the items of all pages. */
export class PagePromise<T, Item> extends ApiPromise<T> implements AsyncIterable<Item> {
  readonly #pages: (first: T) => AsyncGenerator<Item, void>;

  constructor(promise: Promise<T>, source: ApiPromiseSource, pages: (first: T) => AsyncGenerator<Item, void>) {
    super(promise, source);
    this.#pages = pages;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    yield* this.#pages(await this);
  }
}
