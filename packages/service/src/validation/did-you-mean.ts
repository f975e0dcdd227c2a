/** The most similar name, if few characters differ, as a phrase to end a sentence with. */
export function didYouMean(name: string, names: readonly string[]): string {
  const most = Math.max(1, Math.floor(name.length / 3));
  let best: { readonly name: string; readonly far: number } | undefined;
  for (const one of names) {
    const far = distance(name.slice(0, 60).toLowerCase(), one.toLowerCase());
    if (far <= most && far < (best?.far ?? Infinity)) best = { name: one, far };
  }
  return best ? ` Did you mean \`${best.name}\`?` : "";
}

/** The number of added, missing or changed characters. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
