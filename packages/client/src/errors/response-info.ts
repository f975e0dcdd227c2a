import { generationIdOf, requestIdOf } from "./errors.ts";

/** What is known of an answer beside its body. */
export interface ResponseInfo {
  readonly status: number;
  readonly headers: Headers;
  /** How often the request was sent; 1 without a retry. */
  readonly attempts: number;
  /** Id of the generation; ask `generations.get` for its record. */
  readonly generationId: string | undefined;
  /** Id of the HTTP request, for whoever runs the service. */
  readonly requestId: string | undefined;
}

interface StoredInfo {
  readonly response: Response;
  readonly attempts: number;
}

const known = new WeakMap<object, StoredInfo>();
/** Branch → the stream that it is a branch of. */
const sources = new WeakMap<object, object>();

/** Notes what came with an answer. */
export function storeInfo(answer: unknown, response: Response, attempts: number): void {
  if (typeof answer === "object" && answer !== null) known.set(answer, { response, attempts });
}

/** Gives one object what is known of another. */
export function copyInfo(from: object, to: object): void {
  const heard = known.get(from);
  if (heard) known.set(to, heard);
}

/** Gives one object what is known of another, now and later. */
export function followInfo(from: object, to: object): void {
  sources.set(to, from);
}

/**
 * What came with an answer, of any answer that a client of this package gave and any stream that has begun; undefined for
 * everything else.
 *
 * @example
 * ```ts
 * const reply = await client.chat.completions.create({ model, messages });
 * console.log(getResponseInfo(reply)?.attempts);
 * ```
 */
export function getResponseInfo(answer: unknown): ResponseInfo | undefined {
  const heard = known.get(answer as object);
  const source = sources.get(answer as object);
  if (!heard) return source && getResponseInfo(source);
  const { status, headers } = heard.response;
  return {
    status,
    headers,
    attempts: heard.attempts,
    generationId: generationIdOf(headers),
    requestId: requestIdOf(headers),
  };
}
