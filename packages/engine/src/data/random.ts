/** Returns the next number of a stream, 0 ≤ n < 1. */
export type Random = () => number;

/** Longer strings, in characters, are hashed two characters at a time: 30 MB take 30 ms instead of 90. */
const longText = 65_536;

/** A 53-bit hash of a string, deterministic for the string and the seed. */
export function hashText(text: string, seed = 0): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  let start = 0;
  if (text.length > longText)
    for (; start + 1 < text.length; start += 2) {
      const codes = text.charCodeAt(start) | (text.charCodeAt(start + 1) << 16);
      a = Math.imul(a ^ codes, 2_654_435_761);
      // The high half of a product depends on all bits, the low half on the lower ones. Rotating mixes both.
      b = Math.imul(b ^ ((codes << 13) | (codes >>> 19)), 1_597_334_677) ^ (a >>> 15);
    }
  for (let index = start; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

/** A stream of numbers from a seed. */
export function createRandom(seed: number): Random {
  let state = (seed ^ Math.floor(seed / 4_294_967_296)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A sample of the normal distribution. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
