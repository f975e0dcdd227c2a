import type { Embedding, EmbeddingList, EmbeddingRequest } from "@patchbay/spec";
import { embeddingsCreate } from "@patchbay/spec/calls";
import { Answer } from "./answer.ts";
import { infoOf, shareInfo } from "./answer-info.ts";
import { fromBase64 } from "./base64.ts";
import { isRecord } from "./error-detail.ts";
import { ApiError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import { send } from "./send.ts";
import type { RequestOptions } from "./options.ts";
import type { Call, Without } from "./request.ts";
import { readGiven } from "./read-given.ts";
import { showValue } from "./show-value.ts";

/** An answer whose vectors are arrays of 32-bit floats, in the order of the inputs. */
export interface VectorList extends Omit<EmbeddingList, "data"> {
  readonly vectors: readonly Float32Array[];
}

/** An answer whose vectors are arrays of numbers. */
export interface FloatEmbeddingList extends Omit<EmbeddingList, "data"> {
  data: FloatEmbedding[];
}

/** A vector as numbers. */
export interface FloatEmbedding extends Omit<Embedding, "embedding"> {
  embedding: number[];
}

/** `embeddings.create`: the type of the vectors follows from `encoding_format`. */
export interface Embed {
  /**
   * Embeds content. Without `encoding_format` the client asks for base64, which is a quarter of the bytes, and returns
   * numbers; it asks once more with `float` when the provider refuses base64. The numbers of a provider are never rounded.
   *
   * @throws ApiError when the service refuses
   * @example
   * ```ts
   * const { data } = await client.embeddings.create({ model: "openai/text-embedding-3-small", input: "Hello" });
   * const numbers: number[] = data[0]!.embedding;
   * ```
   */
  (
    input: EmbeddingRequest & { readonly encoding_format?: "float" | null | undefined; readonly stream?: never },
    options?: RequestOptions,
  ): Answer<FloatEmbeddingList>;
  /** Embeds content; with `encoding_format: "base64"` each vector is returned as the provider wrote it. */
  (input: EmbeddingRequest & { readonly stream?: never }, options?: RequestOptions): Answer<EmbeddingList>;
}

/**
 * Embeds content, as `embeddings.create` does, and gives the vectors as `Float32Array`.
 *
 * @example
 * ```ts
 * const { vectors, usage } = await client.embeddings.vectors({ model: "openai/text-embedding-3-small", input: ["a", "b"] });
 * ```
 */
export type Vectors = (
  input: Without<EmbeddingRequest, "encoding_format">,
  options?: RequestOptions,
) => Answer<VectorList>;

export function createEmbed(exchange: Exchange): Embed {
  return ((input: EmbeddingRequest, options?: RequestOptions | null) =>
    ask(exchange, input, options, (list, unusable) => {
      // Another format, such as `base64` or `ubinary`, is the caller's to read.
      if ((input.encoding_format ?? "float") !== "float") return list;
      // A provider may write numbers, which stay as they are, or base64, whatever it was asked for.
      for (const [index, one] of list.data.entries()) {
        const numbers = toNumbers(one.embedding);
        if (!numbers) throw unusable(one.embedding, index);
        one.embedding = Array.isArray(numbers) ? (numbers as number[]) : Array.from(numbers);
      }
      return list;
    })) as Embed;
}

export function createVectors(exchange: Exchange): Vectors {
  return (input, options) =>
    ask(exchange, input, options, ({ data, ...rest }, unusable) => {
      const sorted = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
      const vectors = sorted.map(({ embedding }, index) => {
        const numbers = toNumbers(embedding);
        if (!numbers) throw unusable(embedding, index);
        return Array.isArray(numbers) ? Float32Array.from(numbers as number[]) : (numbers as Float32Array);
      });
      return { ...rest, vectors };
    });
}

function ask<Result extends object>(
  exchange: Exchange,
  input: EmbeddingRequest,
  given: RequestOptions | null | undefined,
  read: (list: EmbeddingList, unusable: (embedding: unknown, place: number) => ApiError) => Result,
): Answer<Result> {
  const call: Call = { operation: embeddingsCreate, input, options: given ?? {} };
  const work = async (): Promise<Result> => {
    const began = performance.now();
    const isOurs = readGiven(
      `The input of ${embeddingsCreate.id}`,
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
    if (call.isRaw) return list as unknown as Result;
    const result = read(list, (embedding, place) => unusable(call, list, embedding, place));
    shareInfo(list, result);
    return result;
  };
  return new Answer(work(), call);
}

/** The error for a vector that is not one. */
function unusable({ response, text }: Call, list: EmbeddingList, embedding: unknown, place: number): ApiError {
  const { status, headers } = response!;
  const got = Array.isArray(embedding) ? "an array of something else" : showValue(embedding);
  const fault = `is unusable: expected numbers or base64 of 32-bit floats at \`data[${place}].embedding\`, got ${got}`;
  const error = new ApiError({ status, headers, body: list, ...(text !== undefined && { text }), fault });
  return Object.assign(error, { attempts: infoOf(list)?.attempts });
}

/** Another body needs another idempotency key, and the time of the whole call goes on. */
function forOnceMore(options: RequestOptions, left: number): RequestOptions {
  const { idempotencyKey: key } = options;
  return { ...options, totalTimeout: Math.max(left, 1), ...(key && { idempotencyKey: `${key}-float` }) };
}

function refusesBase64(error: unknown): boolean {
  return error instanceof ApiError && /base64|encoding[\s_-]?format/i.test(`${error.message} ${error.text ?? ""}`);
}

/** Numbers, or the floats of base64 in little-endian order; undefined for everything else. */
function toNumbers(embedding: unknown): readonly number[] | Float32Array | undefined {
  if (Array.isArray(embedding)) return embedding.every((one) => typeof one === "number") ? embedding : undefined;
  const bytes = typeof embedding === "string" ? fromBase64(embedding) : undefined;
  if (!bytes || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const floats = new Float32Array(bytes.length / 4);
  for (let index = 0; index < floats.length; index++) floats[index] = view.getFloat32(index * 4, true);
  return floats;
}
