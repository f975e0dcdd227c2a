const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Makes random-looking text from a seed; the same seed gives the same texts in the same order. */
export function createIds(seed: number): { text(length: number): string; hex(length: number): string } {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  const draw = (letters: string, length: number): string =>
    Array.from({ length }, () => letters[next() % letters.length]).join("");
  return { text: (length) => draw(alphabet, length), hex: (length) => draw("0123456789abcdef", length) };
}
