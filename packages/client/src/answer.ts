import { infoOf, type AnswerInfo } from "./answer-info.ts";

/** An answer with what came beside it. */
export interface WithResponse<T> extends AnswerInfo {
  readonly data: T;
}

/** An answer that is on its way: a promise of the parsed body. */
export class Answer<T> extends Promise<T> {
  protected onRaw: (() => void) | undefined;

  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  /** Sends at once; `onRaw` is called when the caller wants the response itself. */
  static of<T>(send: () => Promise<T>, onRaw: () => void): Answer<T> {
    const answer = new Answer<T>((resolve, reject) => void send().then(resolve, reject));
    answer.onRaw = onRaw;
    return answer;
  }

  /** The parsed body with status, headers, ids and the number of attempts. */
  async withResponse(): Promise<WithResponse<T>> {
    const data = await this;
    return { data, ...infoOf(data)! };
  }

  /**
   * The response of a success, its body unread, in place of the parsed one. Call it at once, before the answer comes.
   */
  async raw(): Promise<Response> {
    this.onRaw?.();
    return (await this) as Response;
  }
}

/** The pages of a list; a loop over it goes through the items of all pages. */
export class PagedAnswer<T, Item> extends Answer<T> implements AsyncIterable<Item> {
  #pages: ((first: T) => AsyncGenerator<Item, void>) | undefined;

  static ofPages<T, Item>(
    send: () => Promise<T>,
    onRaw: () => void,
    pages: (first: T) => AsyncGenerator<Item, void>,
  ): PagedAnswer<T, Item> {
    const answer = new PagedAnswer<T, Item>((resolve, reject) => void send().then(resolve, reject));
    answer.onRaw = onRaw;
    answer.#pages = pages;
    return answer;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    yield* this.#pages!(await this);
  }
}
