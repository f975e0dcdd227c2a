import { scoreDocuments, toRelevance } from "@patchbay/engine/data/bm25";
import { embed } from "@patchbay/engine/data/vectors";
import { createPace, runPaced } from "@patchbay/service/context/pace";
import { toTexts } from "@patchbay/service/handlers/embedding-inputs";
import type { SingleUpstream } from "@patchbay/service/ports/single-upstream";

/** Vectors that depend on the words of a text, and scores by the words that query and document share. */
export const simulatedSingle: SingleUpstream = {
  async embed({ input, dimensions }, { selection: { candidate }, signal }) {
    const pace = createPace(signal);
    const size = dimensions ?? candidate.model.data.dimensions ?? 1536;
    const vectors: ArrayLike<number>[] = [];
    for (const { text } of toTexts(input)) {
      vectors.push(embed(text, size));
      if (pace.isDue()) await pace.pause();
    }
    return { vectors };
  },

  async rerank({ query, documents }, { signal }) {
    const texts = documents.map((item) => (typeof item === "string" ? item : (item.text ?? item.image ?? "")));
    const scores = await runPaced(scoreDocuments(query, texts), createPace(signal));
    return { scores: scores.map((score, index) => ({ index, score: toRelevance(score) })) };
  },
};
