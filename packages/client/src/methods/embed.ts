import type { EmbeddingList } from "@patchbay/spec";
import { getResponseInfo, copyInfo } from "../errors/response-info.ts";
import { fromBase64 } from "../encoding/base64.ts";
import { isRecord } from "../encoding/is-record.ts";
import { ApiError } from "../errors/api-error.ts";
import type { Exchange } from "../http/exchange.ts";
import { isResponse } from "../http/is-response.ts";
import type { RequestOptions } from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import type { Call } from "../http/request.ts";
import { send } from "../http/send.ts";
import { showValue } from "../options/show-value.ts";
import type { EmbeddingVectors } from "./embeddings.ts";

/** Makes the result from a response. `toError` makes the error of an unusable response. */
type Read = (list: EmbeddingList, toError: (fault: string) => ApiError, input: Call["input"]) => object;

/**
 * Requests base64 if the caller set no format, and requests floats if the provider rejects base64. Resolves to the response
 * if the caller requested it unread.
 */
export async function embed(exchange: Exchange, call: Call, read: Read): Promise<object> {
  const start = performance.now();
  const { input } = call;
  const usesDefault = readGiven(
    `The input of ${call.operation.id}`,
    // A value that is not an object is refused when the request is built.
    () => isRecord(input) && !Array.isArray(input) && (input.encoding_format ?? undefined) === undefined,
  );
  if (usesDefault) call.input = { ...input, encoding_format: "base64" };
  const result = await send(exchange, call).catch((error: unknown) => {
    if (!usesDefault || !rejectsBase64(error)) throw error;
    call.input = { ...input, encoding_format: "float" };
    const totalMs = call.options.totalTimeout ?? exchange.settings.totalTimeout;
    call.options = toSecondRequest(call.options, totalMs - (performance.now() - start));
    return send(exchange, call);
  });
  if (isResponse(result)) return result;
  const list = result as EmbeddingList;
  const embeddings = read(list, (fault) => toUnusableError(call, list, fault), input);
  copyInfo(list, embeddings);
  return embeddings;
}

/** Converts embeddings to arrays of numbers. A provider may return numbers or base64, whatever format was requested. */
export const toNumbers: Read = (list, toError, { encoding_format: format }) => {
  // Other formats, such as `base64` or `ubinary`, are returned unchanged.
  if ((format ?? "float") !== "float") return list;
  for (const [index, one] of list.data.entries()) {
    const numbers = readNumbers(one.embedding);
    if (!numbers) throw toError(notAVector(one.embedding, index));
    one.embedding = Array.isArray(numbers) ? (numbers as number[]) : Array.from(numbers);
  }
  return list;
};

/** Converts embeddings to `Float32Array`, in the order of the inputs. */
export const toVectors: Read = ({ data, ...rest }, toError, { input }): EmbeddingVectors => {
  const sorted = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const vectors = sorted.map(({ embedding }, index) => {
    const numbers = readNumbers(embedding);
    if (!numbers || (Array.isArray(numbers) && !numbers.every(fitsFloat32)))
      throw toError(notAVector(embedding, index));
    return Array.isArray(numbers) ? Float32Array.from(numbers as number[]) : (numbers as Float32Array);
  });
  const expected = countInputs(input);
  if (expected > 0 && vectors.length !== expected)
    throw toError(`is unusable: expected an embedding in \`data\` for each input (${expected}), got ${vectors.length}`);
  return { ...rest, vectors };
};

/** The number of inputs, or 0 if it is not known. A list of numbers is one input: the ids of its tokens. */
function countInputs(input: unknown): number {
  if (typeof input === "string") return 1;
  if (!Array.isArray(input)) return 0;
  return input.some((item) => typeof item === "number") ? 1 : input.length;
}

/** Whether a number is not beyond the range of 32-bit floats, where it would become infinite. */
const fitsFloat32 = (value: number): boolean => Math.abs(value) <= 3.4028234663852886e38;

function notAVector(embedding: unknown, position: number): string {
  const shown = Array.isArray(embedding) ? "an array of other values" : showValue(embedding);
  return `is unusable: expected numbers or base64 of 32-bit floats at \`data[${position}].embedding\`, got ${shown}`;
}

function toUnusableError(call: Call, list: EmbeddingList, fault: string): ApiError {
  const { status, headers } = call.response!;
  const error = new ApiError({ status, headers, body: list, responseText: call.text, fault });
  return Object.assign(error, { attempts: getResponseInfo(list)?.attempts });
}

/** The options of the second request: another body needs another idempotency key, and the total timeout continues. */
function toSecondRequest(options: RequestOptions, remainingMs: number): RequestOptions {
  const { idempotencyKey: key } = options;
  const idempotencyKey = key && `${key}-float`;
  return { ...options, totalTimeout: Math.max(remainingMs, 1), idempotencyKey };
}

function rejectsBase64(error: unknown): boolean {
  return (
    error instanceof ApiError && /base64|encoding[\s_-]?format/i.test(`${error.message} ${error.responseText ?? ""}`)
  );
}

/** The numbers of an embedding: an array of numbers, or base64 of little-endian 32-bit floats. Undefined for anything else. */
function readNumbers(embedding: unknown): readonly number[] | Float32Array | undefined {
  if (Array.isArray(embedding)) return embedding.every((one) => typeof one === "number") ? embedding : undefined;
  const bytes = typeof embedding === "string" ? fromBase64(embedding) : undefined;
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const floats = new Float32Array(bytes.length / 4);
  for (let index = 0; index < floats.length; index++) floats[index] = view.getFloat32(index * 4, true);
  return floats;
}
