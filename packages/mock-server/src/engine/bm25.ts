/** Words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const k1 = 1.2;
const b = 0.75;

/** BM25 scores of documents for a query, over these documents alone; plurals and the like count as their stem. */
export function bm25(query: string, documents: readonly string[]): number[] {
  const texts = documents.map((document) => wordsOf(document).map(stem));
  const average = texts.reduce((sum, words) => sum + words.length, 0) / Math.max(texts.length, 1) || 1;
  const counts = texts.map((words) => {
    const count = new Map<string, number>();
    for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
    return count;
  });
  const terms = [...new Set(wordsOf(query).map(stem))];
  const weights = terms.map((term) => {
    const having = counts.filter((count) => count.has(term)).length;
    return Math.log(1 + (texts.length - having + 0.5) / (having + 0.5));
  });
  return counts.map((count, index) =>
    terms.reduce((score, term, at) => {
      const times = count.get(term) ?? 0;
      const length = texts[index]!.length;
      return score + (weights[at]! * times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / average));
    }, 0),
  );
}

/** A score as a share between 0 and 1 that keeps the order. */
export function toRelevance(score: number): number {
  return score / (score + 1.5);
}

function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|ing|ed|es|s)$/, "") : word.length > 3 ? word.replace(/s$/, "") : word;
}

const plainWords = new Set(
  "about after again also and are been before being but can could did does for from get give had has have her here him his how into its just like make more most much need not now one only other our out over please some such tell than that the their them then there these they this those too use very was were what when where which while who why will with would you your".split(
    " ",
  ),
);

/** Words that carry what a text is about. */
export function topicsOf(text: string): string[] {
  return [...new Set(wordsOf(text).filter((word) => word.length > 2 && !plainWords.has(word)))];
}

/** Whether a word says nothing of what a text is about. */
export function isPlain(word: string): boolean {
  return plainWords.has(word);
}
