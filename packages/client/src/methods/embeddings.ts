import type { Embedding, EmbeddingList, EmbeddingRequest } from "@patchbay/spec";
import { embeddingsCreate } from "@patchbay/spec/operation-calls";
import { ApiPromise } from "../http/api-promise.ts";
import type { Exchange } from "../http/exchange.ts";
import { load } from "../options/load.ts";
import type { RequestOptions } from "../options/options.ts";
import type { Call, OmitKnown } from "../http/request.ts";

/** Embeddings as arrays of 32-bit floats. */
export interface EmbeddingVectors extends Omit<EmbeddingList, "data"> {
  /** One vector per input, in the order of the inputs. */
  readonly vectors: readonly Float32Array[];
}

/** Embeddings as arrays of numbers. */
export interface FloatEmbeddingList extends Omit<EmbeddingList, "data"> {
  data: FloatEmbedding[];
}

/** An embedding as an array of numbers. */
export interface FloatEmbedding extends Omit<Embedding, "embedding"> {
  embedding: number[];
}

/** The method `embeddings.create`. The type of the embeddings follows from `encoding_format`. */
export interface CreateEmbeddingsMethod {
  /**
   * Creates embeddings as arrays of numbers. Without `encoding_format`, the client requests base64, which is a quarter of
   * the bytes, and decodes it. If the provider rejects base64, the client requests `float`. Numbers are never rounded.
   *
   * @throws ApiError when the API returns an error, or an embedding is not a vector (`invalid_response`)
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
  /** Creates embeddings. With `encoding_format: "base64"`, each embedding is returned as the provider sent it. */
  (
    input: EmbeddingRequest & { readonly stream?: false | null | undefined },
    options?: RequestOptions,
  ): ApiPromise<EmbeddingList>;
}

/**
 * Creates embeddings as `Float32Array`, in the order of the inputs. The request is that of `embeddings.create`.
 *
 * @throws ApiError when the API returns an error, an embedding is not a vector, or the number of embeddings is not that of the
 * inputs (`invalid_response`)
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
