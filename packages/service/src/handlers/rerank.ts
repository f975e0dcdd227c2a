import type { RerankDocument } from "@patchbay/spec";
import { call } from "./single-request.ts";
import { countTexts } from "../messages/count-texts.ts";
import { toUsd } from "@patchbay/engine/billing/money";
import type { HandlersOf } from "../context/handler.ts";
import { resolve } from "../routing/resolve-models.ts";
import { createPace } from "../context/pace.ts";
import { loadTokenizer, type Tokenizer } from "../messages/tokenizer.ts";

/** Sorting more documents takes so long that the handler pauses for other requests. */
const manyDocuments = 10_000;

export const rerank: HandlersOf<"rerank"> = {
  "rerank.create": async (input, context) => {
    const documents = input.documents.map((item): RerankDocument => (typeof item === "string" ? { text: item } : item));
    const texts = documents.map(({ text, image }) => text ?? image ?? "");
    const [target] = resolve(context.state, [input.model], "rerank").targets;
    // Some models charge per search (a query over 100 documents), the others per token.
    const bySearch = target!.model.endpoints.some(({ prices }) => prices.base.request > 0n);
    const units = Math.ceil(documents.length / 100);
    const tokenizer = bySearch ? undefined : await loadTokenizer();
    const promptTokens = tokenizer ? await countPairs(input.query, texts, tokenizer, context.signal) : 0;
    const { id, candidate, used, cost, result } = await call(
      {
        model: input.model,
        output: "rerank",
        provider: input.provider,
        input: documents.some(({ image }) => image) ? ["image"] : [],
        promptTokens,
        requests: units,
      },
      context,
      (single) => context.state.single.rerank(input, single),
    );
    const pace = createPace(context.signal);
    if (documents.length > manyDocuments) await pace.pause();
    const results = result.scores
      .flatMap(({ index, score }) => {
        const document = documents[index];
        return document ? [{ index, relevance_score: Math.round(score * 1e6) / 1e6, document }] : [];
      })
      .sort((a, b) => b.relevance_score - a.relevance_score || a.index - b.index)
      .slice(0, input.top_n ?? undefined);
    if (results.length > manyDocuments) await pace.pause();
    return {
      headers: { "x-generation-id": id },
      body: {
        id,
        model: candidate.model.id,
        provider: candidate.endpoint.provider.name,
        results,
        usage: {
          ...(bySearch ? { search_units: used.requests ?? units } : { total_tokens: used.promptTokens }),
          cost: toUsd(cost),
        },
      },
    };
  },
};

/** Total tokens of the query with each of the texts. */
async function countPairs(
  query: string,
  texts: readonly string[],
  tokenizer: Tokenizer,
  signal: AbortSignal | undefined,
): Promise<number> {
  const [ofQuery, ...counts] = await countTexts([query, ...texts], tokenizer, { signal });
  return counts.reduce((sum, count) => sum + count, ofQuery! * texts.length);
}
