import type { Embedding, EmbeddingList, EmbeddingRequest } from "@patchbay/spec";
import { embeddingsCreate } from "@patchbay/spec/operation-calls";
import { ApiPromise } from "../http/api-promise.ts";
import type { Exchange } from "../http/exchange.ts";
import { load } from "../options/load.ts";
import type { RequestOptions } from "../options/options.ts";
import type { Call, OmitKnown } from "../http/request.ts";

/** An answer whose vectors are arrays of 32-bit floats, in the order of the inputs. */
export interface EmbeddingVectors extends Omit<EmbeddingList, "data"> {
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
export interface CreateEmbeddingsMethod {
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
    input: EmbeddingRequest & {
      readonly encoding_format?: "float" | null | undefined;
      readonly stream?: false | null | undefined;
    },
    options?: RequestOptions,
  ): ApiPromise<FloatEmbeddingList>;
  /** Embeds content; with `encoding_format: "base64"` each vector is returned as the provider wrote it. */
  (
    input: EmbeddingRequest & { readonly stream?: false | null | undefined },
    options?: RequestOptions,
  ): ApiPromise<EmbeddingList>;
}

/**
 * Embeds content, as `embeddings.create` does, and gives the vectors as `Float32Array`.
 *
 * @example
 * ```ts
 * const { vectors, usage } = await client.embeddings.embed({ model: "openai/text-embedding-3-small", input: ["a", "b"] });
 * ```
 */
export type EmbedMethod = (
  input: OmitKnown<EmbeddingRequest, "encoding_format">,
  options?: RequestOptions,
) => ApiPromise<EmbeddingVectors>;

export function createEmbeddingsMethod(exchange: Exchange): CreateEmbeddingsMethod {
  return createMethod(exchange, "toNumbers") as CreateEmbeddingsMethod;
}

export function createEmbedMethod(exchange: Exchange): EmbedMethod {
  return createMethod(exchange, "toVectors") as EmbedMethod;
}

function createMethod(exchange: Exchange, read: "toNumbers" | "toVectors") {
  return (input: EmbeddingRequest, options?: RequestOptions | null): ApiPromise<object> => {
    const call: Call = { operation: embeddingsCreate, input, options: options ?? {} };
    const work = async (): Promise<object> => {
      const part = await load(() => import("./embed.ts"));
      return part.embed(exchange, call, part[read]);
    };
    return new ApiPromise(work(), call);
  };
}
