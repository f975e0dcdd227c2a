import type { EmbeddingList } from "@patchbay/spec";
import { getResponseInfo, copyInfo } from "../errors/response-info.ts";
import { fromBase64 } from "../encoding/base64.ts";
import { isRecord } from "../errors/error-detail.ts";
import { ApiError } from "../errors/errors.ts";
import type { Exchange } from "../http/exchange.ts";
import type { RequestOptions } from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import type { Call } from "../http/request.ts";
import { send } from "../http/send.ts";
import { showValue } from "../options/show-value.ts";
import type { EmbeddingVectors } from "./embeddings.ts";

/** Makes the result of an answer; `unusable` makes the error for a vector that is not one. */
type Read = (
  list: EmbeddingList,
  unusable: (embedding: unknown, place: number) => ApiError,
  given: Call["input"],
) => object;

/** Asks for base64 where the caller asked for no format, and once more for numbers where the provider refuses base64. */
export async function embed(exchange: Exchange, call: Call, read: Read): Promise<object> {
  const began = performance.now();
  const { input } = call;
  const isOurs = readGiven(
    `The input of ${call.operation.id}`,
    // What is not an object is refused where the request is made.
    () => isRecord(input) && !Array.isArray(input) && (input.encoding_format ?? undefined) === undefined,
  );
  if (isOurs) call.input = { ...input, encoding_format: "base64" };
  const list = (await send(exchange, call).catch((error: unknown) => {
    if (!isOurs || !refusesBase64(error)) throw error;
    call.input = { ...input, encoding_format: "float" };
    const total = call.options.totalTimeout ?? exchange.settings.totalTimeout;
    call.options = forOnceMore(call.options, total - (performance.now() - began));
    return send(exchange, call);
  })) as EmbeddingList;
  if (call.isRaw) return list;
  const result = read(list, (embedding, place) => unusable(call, list, embedding, place), input);
  copyInfo(list, result);
  return result;
}

/** Vectors as numbers. A provider may write numbers, which stay as they are, or base64, whatever it was asked for. */
export const toNumbers: Read = (list, unusable, { encoding_format: format }) => {
  // Another format, such as `base64` or `ubinary`, is the caller's to read.
  if ((format ?? "float") !== "float") return list;
  for (const [index, one] of list.data.entries()) {
    const numbers = numbersOf(one.embedding);
    if (!numbers) throw unusable(one.embedding, index);
    one.embedding = Array.isArray(numbers) ? (numbers as number[]) : Array.from(numbers);
  }
  return list;
};

/** Vectors as arrays of 32-bit floats, in the order of the inputs. */
export const toVectors: Read = ({ data, ...rest }, unusable): EmbeddingVectors => {
  const sorted = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const vectors = sorted.map(({ embedding }, index) => {
    const numbers = numbersOf(embedding);
    if (!numbers) throw unusable(embedding, index);
    return Array.isArray(numbers) ? Float32Array.from(numbers as number[]) : (numbers as Float32Array);
  });
  return { ...rest, vectors };
};

/** The error for a vector that is not one. */
function unusable({ response, text }: Call, list: EmbeddingList, embedding: unknown, place: number): ApiError {
  const { status, headers } = response!;
  const got = Array.isArray(embedding) ? "an array of something else" : showValue(embedding);
  const fault = `is unusable: expected numbers or base64 of 32-bit floats at \`data[${place}].embedding\`, got ${got}`;
  const error = new ApiError({ status, headers, body: list, ...(text !== undefined && { responseText: text }), fault });
  return Object.assign(error, { attempts: getResponseInfo(list)?.attempts });
}

/** Another body needs another idempotency key, and the time of the whole call goes on. */
function forOnceMore(options: RequestOptions, left: number): RequestOptions {
  const { idempotencyKey: key } = options;
  return { ...options, totalTimeout: Math.max(left, 1), ...(key && { idempotencyKey: `${key}-float` }) };
}

function refusesBase64(error: unknown): boolean {
  return (
    error instanceof ApiError && /base64|encoding[\s_-]?format/i.test(`${error.message} ${error.responseText ?? ""}`)
  );
}

/** Numbers, or the floats of base64 in little-endian order; undefined for everything else. */
function numbersOf(embedding: unknown): readonly number[] | Float32Array | undefined {
  if (Array.isArray(embedding)) return embedding.every((one) => typeof one === "number") ? embedding : undefined;
  const bytes = typeof embedding === "string" ? fromBase64(embedding) : undefined;
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const floats = new Float32Array(bytes.length / 4);
  for (let index = 0; index < floats.length; index++) floats[index] = view.getFloat32(index * 4, true);
  return floats;
}
