/**
 * The most similar name, if few characters differ. The beginning of a longer name counts, so that `openia` is near
 * `openai-compatible`.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const text = name.slice(0, 60).toLowerCase();
  const most = Math.max(1, Math.floor(text.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const candidate of names) {
    const whole = distance(text, candidate.toLowerCase());
    const beginning = candidate.length > text.length ? candidate.slice(0, text.length).toLowerCase() : undefined;
    // A name that is near as a whole wins over one that only begins like it.
    const near = beginning === undefined || text.length < 4 ? whole : Math.min(whole, distance(text, beginning) + 0.5);
    if (near <= most + 0.5 && near < (best?.distance ?? Infinity)) best = { name: candidate, distance: near };
  }
  return best?.name;
}

/** A phrase that ends a message: ` Did you mean "kind"?`, or nothing. */
export function didYouMean(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  return nearest === undefined ? "" : ` Did you mean ${JSON.stringify(nearest)}?`;
}

/** The number of added, missing or changed characters; two swapped neighbors count as one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const changed = row[j]! + (a[i] === b[j] ? 0 : 1);
      const swapped = i > 0 && j > 0 && a[i] === b[j - 1] && a[i - 1] === b[j] ? before[j - 1]! + 1 : Infinity;
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, changed, swapped));
    }
    before = row;
    row = next;
  }
  return row.at(-1)!;
}
