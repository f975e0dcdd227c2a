/** A string that was generated from one pattern or format. */
export interface Written {
  readonly text: string;
  /** Whether its pattern fixes the beginning of the whole string. */
  readonly isStart: boolean;
  /** Whether its pattern fixes the end. */
  readonly isEnd: boolean;
}

/** Positions at which another string is inserted. */
const mostCuts = 40;

/** Which ends of a generated string a pattern fixes. */
export function anchorsOf(source: string): Pick<Written, "isStart" | "isEnd"> {
  return { isStart: source.startsWith("^"), isEnd: /(?:^|[^\\])(?:\\\\)*\$$/.test(source) };
}

/**
 * Strings that may match several patterns at once: the beginnings, the parts without a fixed position, and the ends in
 * this order, filled up to `low` characters; or a string that one pattern fixes as a whole, with the others' strings
 * inserted at its beginning, its end or in between. Each candidate must be tested.
 */
export function* combinedTexts(written: readonly Written[], low: number): Generator<string> {
  if (written.length < 2) return;
  const whole = written.find(({ isStart, isEnd }) => isStart && isEnd);
  const others = written.filter((one) => one !== whole);
  const textsOf = (isStart: boolean, isEnd: boolean): string =>
    others.flatMap((one) => (one.isStart === isStart && one.isEnd === isEnd ? [one.text] : [])).join("");
  const [start, between, end] = [textsOf(true, false), textsOf(false, false), textsOf(false, true)];
  if (!whole) {
    const missing = Math.max(low - start.length - between.length - end.length, 0);
    yield start + between + "x".repeat(missing) + end;
    return;
  }
  const { text } = whole;
  const cuts = Math.min(text.length, mostCuts);
  for (let at = 1; at <= cuts; at++) {
    yield start + text.slice(start === "" ? 0 : at, end === "" ? undefined : -at) + end;
    if (between !== "") yield text.slice(0, at) + between + text.slice(at);
  }
}
