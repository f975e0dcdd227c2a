import type { EmbeddingRequest } from "@patchbay/spec";
import type { EmbedResult, SingleAdapter, Target } from "../adapter.ts";
import { readVectors } from "../content/embedding-vectors.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined, toCount, toObject, toObjects } from "../fields/json-value.ts";
import { readOptions, type OpenAIOptions } from "./options.ts";

/** `POST /embeddings`. */
export const embeddings: SingleAdapter<EmbeddingRequest, EmbedResult> = {
  toWire: (request, target) => ({
    method: "POST",
    path: "/embeddings",
    format: "json",
    body: JSON.stringify(toBody(request, target)),
    ...(target.headers && { headers: target.headers }),
  }),
  fromWire: (body, request) => {
    const { data, usage } = toObject(body);
    const vectors: unknown[] = [];
    for (const [place, { index, embedding }] of toObjects(data).entries()) {
      vectors[toCount(index) ?? place] = readVector(embedding);
    }
    const { prompt_tokens: prompt, total_tokens: total } = toObject(usage);
    return { vectors: readVectors(Array.from(vectors), request), promptTokens: toCount(prompt) ?? toCount(total) };
  },
};

function toBody(request: EmbeddingRequest, target: Target): object {
  const { profile, embeddingFormat } = readOptions(target);
  const { dimensions, user, input_type: kind } = request as EmbeddingRequest & { readonly input_type?: unknown };
  return {
    model: target.model,
    input: toInput(request.input, profile),
    encoding_format: embeddingFormat,
    ...defined({ dimensions, user, input_type: profile === "openai" ? undefined : kind }),
    ...target.extraBody,
  };
}

function toInput(input: EmbeddingRequest["input"], profile: OpenAIOptions["profile"]): unknown {
  if (typeof input === "string" || profile === "openrouter") return input;
  return input.map((item) => {
    if (typeof item !== "object" || Array.isArray(item)) return item;
    const texts = item.content.map((part) => {
      if (part.type === "text") return part.text;
      throw new UnsupportedRequest(`Embeddings of the type \`${part.type}\` are not supported by this provider.`);
    });
    return texts.join("\n");
  });
}

/** A vector: numbers stay unchanged, and base64 of little-endian 32-bit floats becomes numbers. */
function readVector(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const bytes = Buffer.from(value, "base64");
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readFloatLE(index * 4));
}
