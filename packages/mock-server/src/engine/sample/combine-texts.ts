/** A text that was written from one pattern or format. */
export interface Written {
  readonly text: string;
  /** Whether its pattern fixes the beginning of the whole text. */
  readonly isStart: boolean;
  /** Whether its pattern fixes the end. */
  readonly isEnd: boolean;
}

/** Places at which a text is cut to take in another one. */
const mostCuts = 40;

/** What a pattern fixes of a text that is written from it. */
export function anchorsOf(source: string): Pick<Written, "isStart" | "isEnd"> {
  return { isStart: source.startsWith("^"), isEnd: /(?:^|[^\\])(?:\\\\)*\$$/.test(source) };
}

/**
 * Texts that may obey several patterns at once: the beginnings, what has no place, and the ends in this order, filled up to
 * `low` characters; or a text that one pattern fixes as a whole, with the others' texts put over its beginning, its end or
 * between. Each has to be tested.
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
