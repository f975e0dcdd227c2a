import type { EmbeddingList, EmbeddingRequest } from "@patchbay/spec";
import { embeddingsCreate } from "@patchbay/spec/calls";
import { Answer } from "./answer.ts";
import { shareInfo } from "./answer-info.ts";
import type { Exchange } from "./exchange.ts";
import { send } from "./send.ts";
import type { RequestOptions } from "./options.ts";
import type { Call, Without } from "./request.ts";

/** An answer whose vectors are arrays of 32-bit floats, in the order of the inputs. */
export interface VectorList extends Omit<EmbeddingList, "data"> {
  readonly vectors: readonly Float32Array[];
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

/** `embeddings.create` that asks for base64, a quarter of the bytes, and gives numbers all the same. */
export function createEmbed(
  exchange: Exchange,
): (input: EmbeddingRequest, options?: RequestOptions) => Answer<EmbeddingList> {
  return (input, options = {}) =>
    ask(exchange, input, options, (list) => {
      if (input.encoding_format !== undefined) return list;
      for (const one of list.data) one.embedding = Array.from(toFloats(one.embedding));
      return list;
    });
}

export function createVectors(exchange: Exchange): Vectors {
  return (input, options = {}) =>
    ask(exchange, input, options, ({ data, ...rest }) => {
      const sorted = data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
      return { ...rest, vectors: sorted.map(({ embedding }) => toFloats(embedding)) };
    });
}

function ask<Result extends object>(
  exchange: Exchange,
  input: EmbeddingRequest,
  options: RequestOptions,
  read: (list: EmbeddingList) => Result,
): Answer<Result> {
  const call: Call = {
    operation: embeddingsCreate,
    input: { encoding_format: "base64", ...input },
    options,
  };
  const work = async (): Promise<Result> => {
    const list = (await send(exchange, call)) as EmbeddingList;
    if (call.isRaw) return list as unknown as Result;
    const result = read(list);
    shareInfo(list, result);
    return result;
  };
  return new Answer(work(), call);
}

/** The floats of base64 in little-endian order; a provider may give numbers whatever was asked for. */
function toFloats(embedding: readonly number[] | string): Float32Array {
  if (typeof embedding !== "string") return Float32Array.from(embedding);
  const bytes = Uint8Array.from(atob(embedding), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getFloat32(index * 4, true));
}
