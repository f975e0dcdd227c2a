import { sliceText } from "./text-slices.ts";

/** The words of a text, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

const k1 = 1.2;
const b = 0.75;

/** BM25 scores of documents for a query, among these documents only. Words are compared by their stem. */
export function bm25(query: string, documents: readonly string[]): number[] {
  const scoring = scoreDocuments(query, documents);
  let next = scoring.next();
  while (!next.done) next = scoring.next();
  return next.value;
}

/**
 * The same in steps of some thousand characters, for callers that let other work run in between. Takes time
 * proportional to the query and the documents together.
 */
export function* scoreDocuments(query: string, documents: readonly string[]): Generator<void, number[]> {
  const terms = new Map<string, number>();
  for (const slice of sliceText(query)) {
    for (const word of wordsOf(slice)) terms.set(stem(word), 0);
    yield;
  }
  const read: { readonly length: number; readonly counts: ReadonlyMap<string, number> }[] = [];
  let total = 0;
  for (const document of documents) {
    const counts = new Map<string, number>();
    let length = 0;
    for (const slice of sliceText(document)) {
      for (const word of wordsOf(slice)) {
        length++;
        const known = stem(word);
        // Words that are not in the query do not change a score.
        if (terms.has(known)) counts.set(known, (counts.get(known) ?? 0) + 1);
      }
      yield;
    }
    for (const term of counts.keys()) terms.set(term, terms.get(term)! + 1);
    read.push({ length, counts });
    total += length;
  }
  const average = total / Math.max(documents.length, 1) || 1;
  const weights = new Map<string, number>();
  for (const [term, having] of terms)
    weights.set(term, Math.log(1 + (documents.length - having + 0.5) / (having + 0.5)));
  const scores: number[] = [];
  for (const { length, counts } of read) {
    let score = 0;
    for (const [term, times] of counts)
      score += (weights.get(term)! * times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / average));
    scores.push(score);
    yield;
  }
  return scores;
}

/** Maps a score to a share between 0 and 1, in the same order. */
export function toRelevance(score: number): number {
  return score / (score + 1.5);
}

function stem(word: string): string {
  if (word.length > 4) return word.replace(/(?:ies|ing|ed|es|s)$/, "");
  return word.length > 3 ? word.replace(/s$/, "") : word;
}

const plainWords = new Set(
  "about after again also and are been before being but can could did does for from get give had has have her here him his how into its just like make more most much need not now one only other our out over please some such tell than that the their them then there these they this those too use very was were what when where which while who why will with would you your".split(
    " ",
  ),
);

/** The words of a text that identify its subject. */
export function topicsOf(text: string): string[] {
  return [...new Set(wordsOf(text).filter((word) => word.length > 2 && !plainWords.has(word)))];
}

/** Whether a word is a stop word. */
export function isPlain(word: string): boolean {
  return plainWords.has(word);
}
