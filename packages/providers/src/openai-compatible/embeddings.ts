import type { EmbeddingRequest } from "@patchbay/spec";
import type { EmbedResult, SingleAdapter, Target } from "../adapter.ts";
import { UnsupportedRequest } from "../failure.ts";
import { defined, toCount, toFields, toList } from "../json/read-fields.ts";
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
  fromWire: (body, { input }) => {
    const { data, usage } = toFields(body);
    const vectors: (readonly number[])[] = [];
    for (const [place, item] of toList(data).entries()) {
      const { index, embedding } = toFields(item);
      vectors[toCount(index) ?? place] = readVector(embedding);
    }
    const count = countInputs(input);
    if (vectors.length !== count || vectors.includes(undefined as unknown as readonly number[]))
      throw new TypeError(`Expected ${count} embeddings, got ${vectors.length}.`);
    const { prompt_tokens: prompt, total_tokens: total } = toFields(usage);
    return { vectors, promptTokens: toCount(prompt) ?? toCount(total) };
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

/** A list of token numbers is one input. */
function countInputs(input: EmbeddingRequest["input"]): number {
  return typeof input === "string" || typeof input[0] === "number" ? 1 : input.length;
}

/** A vector as numbers, or as the base64 of little-endian 32-bit floats. */
function readVector(value: unknown): readonly number[] {
  if (Array.isArray(value) && value.length > 0 && value.every((number) => typeof number === "number")) return value;
  if (typeof value !== "string" || value === "") throw new TypeError("An embedding is neither numbers nor base64.");
  const bytes = Buffer.from(value, "base64");
  if (bytes.length === 0 || bytes.length % 4 !== 0) throw new TypeError("An embedding is not base64 of floats.");
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
