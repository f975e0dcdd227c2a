import { generationIdOf, requestIdOf } from "./response-ids.ts";

/** What is known about a response in addition to its body. */
export interface ResponseInfo {
  /** The response of the last attempt, with status and headers. The client has already read its body. */
  readonly response: Response;
  /** How many times the request was sent; 1 without a retry. */
  readonly attempts: number;
  /** Id of the generation; `generations.get({ id })` returns its cost and provider. */
  readonly generationId: string | undefined;
  /** Id of the HTTP request, for support. */
  readonly requestId: string | undefined;
}

type StoredInfo = Pick<ResponseInfo, "response" | "attempts">;

const stored = new WeakMap<object, StoredInfo>();
/** Branch → the stream that it was split from. */
const sources = new WeakMap<object, object>();

/** Stores the response of a result. */
export function storeInfo(result: object, response: Response, attempts: number): void {
  stored.set(result, { response, attempts });
}

/** Copies the info of one object to another. */
export function copyInfo(from: object, to: object): void {
  const info = stored.get(from);
  if (info) stored.set(to, info);
}

/** Gives one object the info of another, now and later. */
export function followInfo(from: object, to: object): void {
  sources.set(to, from);
}

/**
 * Returns what is known about a response in addition to its body: for the result of any call, and for a stream that has
 * started. Undefined for everything else.
 *
 * @example
 * ```ts
 * const reply = await client.chat.completions.create({ model, messages });
 * console.log(getResponseInfo(reply)?.attempts);
 * ```
 */
export function getResponseInfo(result: unknown): ResponseInfo | undefined {
  const info = stored.get(result as object);
  const source = sources.get(result as object);
  if (!info) return source && getResponseInfo(source);
  const { headers } = info.response;
  return { ...info, generationId: generationIdOf(headers), requestId: requestIdOf(headers) };
}
