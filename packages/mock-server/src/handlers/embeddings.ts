import type { EmbeddingRequest } from "@patchbay/spec";
import { reserve } from "../charge.ts";
import { choose } from "../choose.ts";
import { costOf, toUsd } from "../engine/money.ts";
import { embed, toBase64 } from "../engine/vectors.ts";
import type { HandlersOf } from "../handler.ts";
import { newGenerationId, record } from "../record.ts";
import { loadTokenizer, type Tokenizer } from "../tokenizer.ts";
import { listModels } from "./models.ts";

export const embeddings: HandlersOf<"embeddings"> = {
  "embeddings.create": async (input, { world, key, headers }) => {
    const { model, endpoint } = choose(world, [input.model], "embeddings");
    const texts = toTexts(input.input);
    const tokens = countAll(texts, await loadTokenizer());
    const cost = costOf([{ units: tokens, price: endpoint.prompt }]);
    reserve(world, key, { cost, endpoint }).settle(cost);

    const id = newGenerationId(world);
    const dimensions = input.dimensions ?? model.data.dimensions ?? 1536;
    const data = texts.map(({ text }, index) => {
      const vector = embed(text, dimensions);
      return {
        object: "embedding" as const,
        index,
        embedding: input.encoding_format === "base64" ? toBase64(vector) : [...vector],
      };
    });
    record(world, {
      id,
      apiType: "embeddings",
      key,
      model,
      endpoint,
      cost,
      headers,
      promptTokens: tokens,
      completionTokens: 0,
      reasoningTokens: 0,
      finishReason: null,
      streamed: false,
      cancelled: false,
      content: { messages: undefined, completion: null, reasoning: null },
    });
    return {
      headers: { "x-generation-id": id },
      body: {
        object: "list",
        id,
        model: model.data.id,
        provider: endpoint.provider.name,
        data,
        usage: { prompt_tokens: tokens, total_tokens: tokens, cost: toUsd(cost) },
      },
    };
  },

  "embeddings.models": (input, context) => ({
    body: listModels({ ...input, output_modalities: "embeddings" }, context),
  }),
};

/** One input: its text, or as many tokens as came as numbers. */
interface Text {
  readonly text: string;
  readonly tokens?: number;
}

function toTexts(input: EmbeddingRequest["input"]): Text[] {
  if (typeof input === "string") return [{ text: input }];
  // A flat list of numbers is one input of tokens.
  if (input.every((item) => typeof item === "number")) return [ofTokens(input)];
  return input.map((item) => {
    if (typeof item === "string") return { text: item };
    if (typeof item === "number") return ofTokens([item]);
    if (Array.isArray(item)) return ofTokens(item);
    return { text: item.content.map((part) => (part.type === "text" ? part.text : JSON.stringify(part))).join("\n") };
  });
}

function ofTokens(tokens: readonly number[]): Text {
  return { text: tokens.map((token) => `token${token}`).join(" "), tokens: tokens.length };
}

function countAll(texts: readonly Text[], tokenizer: Tokenizer): number {
  return texts.reduce((sum, { text, tokens }) => sum + (tokens ?? tokenizer.count(text)), 0);
}
