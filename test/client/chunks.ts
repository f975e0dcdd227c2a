// Streams of given chunks, for the tests of streams.
import type { ChatStream, ClientOptions, RequestOptions } from "@patchbay/client";
import { against, chat } from "./support.ts";

export const head = { id: "gen-1", object: "chat.completion.chunk", created: 1, model: "m" } as const;
export const usage = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3, cost: 0.001 };
export const usageChunk = { ...head, choices: [], usage };

/** A chunk of choice 0. */
export const piece = (delta: unknown, more: object = {}): object => ({
  ...head,
  choices: [{ index: 0, delta, finish_reason: null, ...more }],
});
export const say = (content: string): object => piece({ content });
export const finish = (reason = "stop", more: object = {}): object => piece({}, { finish_reason: reason, ...more });

/** Server-sent events; a string is sent verbatim. */
export const eventsOf = (...events: readonly unknown[]): string =>
  events.map((event) => `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`).join("");

/** A response with this body, without a content type if the type is null. */
export const answer = (body: BodyInit | null, type: string | null = "text/event-stream"): Response =>
  new Response(body, type === null ? {} : { headers: { "content-type": type } });

/** A stream of exactly these events. */
export const streamOf = (...events: readonly unknown[]): ChatStream =>
  against([() => answer(eventsOf(...events))], { maxRetries: 0 }).client.chat.completions.stream(chat);

/** A stream with this body. */
export const streamOfText = (text: BodyInit, type?: string | null, options: Partial<ClientOptions> = {}): ChatStream =>
  against([() => answer(text, type)], { maxRetries: 0, ...options }).client.chat.completions.stream(chat);

/** A body that the test writes, and that knows whether its reader has closed it. */
export interface Written {
  readonly answer: () => Response;
  readonly write: (...events: readonly unknown[]) => void;
  readonly writeText: (text: string) => void;
  readonly close: () => void;
  readonly fail: (error: unknown) => void;
  /** Whether the request was sent. */
  readonly isRequested: () => boolean;
  readonly isLeft: () => boolean;
  readonly stream: (options?: RequestOptions) => ChatStream;
}

export function written(options: Partial<ClientOptions> = {}): Written {
  let controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  let isRequested = false;
  let isLeft = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (given) => void (controller = given),
    cancel: () => void (isLeft = true),
  });
  const writeText = (text: string): void => controller.enqueue(new TextEncoder().encode(text));
  const respond = (): Response => {
    isRequested = true;
    return answer(body);
  };
  return {
    answer: respond,
    write: (...events) => writeText(eventsOf(...events)),
    writeText,
    close: () => controller.close(),
    fail: (error) => controller.error(error),
    isRequested: () => isRequested,
    isLeft: () => isLeft,
    stream: (given) => against([respond], { maxRetries: 0, ...options }).client.chat.completions.stream(chat, given),
  };
}

/** A body that delivers these bytes in reads of a given size. */
export function inReads(text: string, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}
