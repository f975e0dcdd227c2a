import type { EmbeddingRequest, EmbeddingList } from "@patchbay/spec";
import { call } from "../call.ts";
import { getOwn } from "../engine/get-own.ts";
import { toUsd } from "../engine/money.ts";
import { embed, toBase64 } from "../engine/vectors.ts";
import { newGenerationId } from "../generation-id.ts";
import type { HandlersOf } from "../handler.ts";
import { Refusal } from "../refusal.ts";
import { cacheKeyOf, cacheWishOf } from "../response-cache.ts";
import { loadTokenizer, type Tokenizer } from "../tokenizer.ts";
import { listModels } from "./models.ts";

export const embeddings: HandlersOf<"embeddings"> = {
  "embeddings.create": async (input, context) => {
    const { world, key, headers, ids } = context;
    const wish = cacheWishOf(headers);
    const cacheKey = wish && cacheKeyOf(key.hash, "embeddings", input);
    const hit = wish && world.responses.find(cacheKey!, wish, world.now());
    if (hit) {
      const id = newGenerationId(ids, world.now());
      const kept = hit.value as EmbeddingList;
      const usage = { prompt_tokens: 0, total_tokens: 0, cost: 0 };
      return { headers: { "x-generation-id": id, ...hit.headers }, body: { ...kept, id, usage } };
    }
    const texts = toTexts(input.input);
    const called = await call(
      {
        model: input.model,
        output: "embeddings",
        provider: input.provider,
        input: modalitiesOf(input.input),
        parameters: input.dimensions === undefined ? [] : ["dimensions"],
        promptTokens: countAll(texts, await loadTokenizer()),
        requests: 1,
      },
      context,
    );
    const { id, candidate, used, cost, listPrice } = called;
    const { model, endpoint, byok } = candidate;
    const dimensions = input.dimensions ?? model.data.dimensions ?? 1536;
    const data = texts.map(({ text }, index) => {
      const vector = embed(text, dimensions);
      return {
        object: "embedding" as const,
        index,
        embedding: input.encoding_format === "base64" ? toBase64(vector) : [...vector],
      };
    });
    const body: EmbeddingList = {
      object: "list",
      id,
      model: model.id,
      provider: endpoint.provider.name,
      data,
      usage: {
        prompt_tokens: used.promptTokens,
        total_tokens: used.promptTokens,
        cost: toUsd(cost),
        ...(byok && {
          is_byok: true,
          cost_details: {
            upstream_inference_cost: toUsd(listPrice),
            upstream_inference_prompt_cost: toUsd(listPrice),
            upstream_inference_completions_cost: 0,
          },
        }),
      },
    };
    const entry = { value: body, sourceId: id, bytes: bytesOf(body) };
    const kept = wish ? world.responses.keep(cacheKey!, entry, wish, world.now()) : {};
    return { headers: { "x-generation-id": id, ...kept }, body };
  },

  "embeddings.models": (input, context) => ({
    body: listModels({ ...input, output_modalities: "embeddings" }, context),
  }),
};

/** About how many bytes an answer takes in memory: eight for each number, two for each character. */
function bytesOf({ data }: EmbeddingList): number {
  return data.reduce((sum, { embedding }) => sum + 200 + 8 * embedding.length, 1000);
}

/** One input: its text, or as many tokens as came as numbers. */
interface Text {
  readonly text: string;
  readonly tokens?: number;
}

function toTexts(input: EmbeddingRequest["input"]): Text[] {
  if (typeof input === "string") return [{ text: input }];
  if (input.length === 0) throw new Refusal(400, "/input: an empty list has nothing to embed; send at least one text");
  // A flat list of numbers is one input of tokens.
  if (input.every((item) => typeof item === "number")) return [ofTokens(input)];
  const kinds = new Set(input.map((item) => (Array.isArray(item) ? "list of tokens" : typeof item)));
  if (kinds.size > 1)
    throw new Refusal(400, `/input: its items are of several kinds (${[...kinds].join(", ")}); send items of one kind`);
  return input.map((item) => {
    if (typeof item === "string") return { text: item };
    if (typeof item === "number") return ofTokens([item]);
    if (Array.isArray(item)) return ofTokens(item);
    return { text: item.content.map((part) => (part.type === "text" ? part.text : JSON.stringify(part))).join("\n") };
  });
}

function modalitiesOf(input: EmbeddingRequest["input"]): string[] {
  if (typeof input === "string") return [];
  const parts = input.flatMap((item) => (typeof item === "object" && !Array.isArray(item) ? item.content : []));
  return [...new Set(parts.map(({ type }) => getOwn(kindOf, type)).filter((kind) => kind !== undefined))];
}

const kindOf: Readonly<Record<string, string>> = {
  image_url: "image",
  input_audio: "audio",
  input_video: "video",
  video_url: "video",
  input_file: "file",
  file: "file",
};

function ofTokens(tokens: readonly number[]): Text {
  return { text: tokens.map((token) => `token${token}`).join(" "), tokens: tokens.length };
}

function countAll(texts: readonly Text[], tokenizer: Tokenizer): number {
  return texts.reduce((sum, { text, tokens }) => sum + (tokens ?? tokenizer.count(text)), 0);
}
