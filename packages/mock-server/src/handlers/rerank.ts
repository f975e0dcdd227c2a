import type { RerankDocument } from "@patchbay/spec";
import { reserve } from "../charge.ts";
import { choose } from "../choose.ts";
import { costOf, toUsd } from "../engine/money.ts";
import { embed, similarity } from "../engine/vectors.ts";
import type { HandlersOf } from "../handler.ts";
import { newGenerationId, record } from "../record.ts";

const dimensions = 1024;

export const rerank: HandlersOf<"rerank"> = {
  "rerank.create": (input, { world, key, headers }) => {
    const { model, endpoint } = choose(world, [input.model], "rerank");
    // One unit is a query over a hundred documents.
    const units = Math.ceil(input.documents.length / 100);
    const cost = costOf([{ units, price: endpoint.request }]);
    reserve(world, key, { cost, endpoint }).settle(cost);

    const query = embed(input.query, dimensions);
    const ranked = input.documents.map((item, index) => {
      const document: RerankDocument = typeof item === "string" ? { text: item } : item;
      const score = similarity(query, embed(document.text ?? document.image ?? "", dimensions));
      return { index, relevance_score: Math.round(Math.max(score, 0) * 1e6) / 1e6, document };
    });
    const results = ranked
      .toSorted((a, b) => b.relevance_score - a.relevance_score || a.index - b.index)
      .slice(0, input.top_n);
    const id = newGenerationId(world);
    record(world, {
      id,
      apiType: "rerank",
      key,
      model,
      endpoint,
      cost,
      headers,
      promptTokens: 0,
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
        id,
        model: model.data.id,
        provider: endpoint.provider.name,
        results,
        usage: { search_units: units, cost: toUsd(cost) },
      },
    };
  },
};
