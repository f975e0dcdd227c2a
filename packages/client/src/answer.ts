import { infoOf, type AnswerInfo } from "./answer-info.ts";

/** An answer with what came beside it. */
export interface WithResponse<T> extends AnswerInfo {
  readonly data: T;
}

/** An answer that is on its way: a promise of the parsed body. It wraps one, since to extend one costs every call. */
export class Answer<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = "Answer";
  readonly #promise: Promise<T>;
  readonly #onRaw: () => void;

  /** `onRaw` is called when the caller wants the response itself. */
  constructor(promise: Promise<T>, onRaw: () => void) {
    this.#promise = promise;
    this.#onRaw = onRaw;
  }

  // oxlint-disable-next-line unicorn/no-thenable -- an answer is awaited
  then<A = T, B = never>(
    fulfilled?: ((answer: T) => A | PromiseLike<A>) | null,
    // oxlint-disable-next-line typescript/no-explicit-any -- as every promise has it
    rejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#promise.then(fulfilled, rejected);
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- as every promise has it
  catch<B = never>(rejected?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.#promise.catch(rejected);
  }

  finally(settled?: (() => void) | null): Promise<T> {
    return this.#promise.finally(settled);
  }

  /** The parsed body with status, headers, ids and the number of attempts. */
  async withResponse(): Promise<WithResponse<T>> {
    const data = await this.#promise;
    return { data, ...infoOf(data)! };
  }

  /**
   * The response of a success, its body unread, in place of the parsed one. Call it at once, before the answer comes.
   */
  async raw(): Promise<Response> {
    this.#onRaw();
    return (await this.#promise) as Response;
  }
}

/** The pages of a list; a loop over it goes through the items of all pages. */
export class PagedAnswer<T, Item> extends Answer<T> implements AsyncIterable<Item> {
  readonly #pages: (first: T) => AsyncGenerator<Item, void>;

  constructor(promise: Promise<T>, onRaw: () => void, pages: (first: T) => AsyncGenerator<Item, void>) {
    super(promise, onRaw);
    this.#pages = pages;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    yield* this.#pages(await this);
  }
}
