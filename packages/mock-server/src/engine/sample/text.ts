import { getOwn } from "../get-own.ts";
import type { Random } from "../random.ts";
import { formats } from "./formats.ts";
import { textsOf } from "./pattern-text.ts";
import { copyOf, largest, least, obeysAll, pickObeying, randomAt, type ObjectPart, type Place } from "./place.ts";

/** How many texts are tried for each pattern. */
const mostRounds = 80;

const fallbackWords = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];

/** A text that obeys all these schemas; undefined when none was found. */
export function drawText(parts: readonly ObjectPart[], place: Place): string | undefined {
  const { budget } = place.scope;
  const low = Math.ceil(Math.max(largest(parts, "minLength", 0), 0));
  const high = Math.floor(least(parts, "maxLength"));
  if (low > high) return undefined;
  const at = atOf(parts, "minLength");
  budget.require("characters", low, at);
  const examples = place.plain ? [] : parts.flatMap(({ schema }) => textsIn(schema.examples));
  const example = pickObeying(examples, parts, place);
  if (example !== undefined) return copyOf(example, place, at) as string;
  for (const candidate of candidates(parts, { low, high }, place)) {
    budget.spend("steps", candidate.length + 1, at);
    if (!obeysAll(parts, candidate, place)) continue;
    budget.spend("characters", candidate.length, at);
    return candidate;
  }
  return undefined;
}

function* candidates(
  parts: readonly ObjectPart[],
  { low, high }: { readonly low: number; readonly high: number },
  place: Place,
): Generator<string> {
  const { budget, words } = place.scope;
  const random = randomAt(place);
  for (const { schema } of parts) {
    const format = typeof schema.format === "string" ? formats.get(schema.format) : undefined;
    if (!format) continue;
    const usual = format(place.plain ? () => 0 : random, 0);
    yield usual;
    if (usual.length < low) yield format(random, low - usual.length);
  }
  const sources = parts.flatMap(({ schema, at }) =>
    typeof schema.pattern === "string" ? [{ source: schema.pattern, at: `${at}/pattern` }] : [],
  );
  let written = 0;
  const textsFrom = ({ source, at }: { readonly source: string; readonly at: string }): Iterator<string> => {
    budget.spend("steps", 10 * source.length, at);
    return textsOf(source, random, {
      least: low,
      spend: (characters) => {
        written += characters;
        budget.require("characters", written, at);
        budget.spend("steps", characters, at);
      },
    });
  };
  const texts = sources.map(textsFrom);
  for (let round = 0; texts.length > 0 && round < mostRounds; round++) {
    written = 0;
    const drawn = texts.flatMap((iterator) => iterator.next().value ?? []) as string[];
    if (drawn.length === 0) break;
    yield* drawn;
    // One pattern may ask for a beginning, another one for an end.
    if (drawn.length > 1) yield drawn.join("");
    // A pattern without an end lets the text go on.
    for (const text of drawn) if (text.length < low) yield text + "x".repeat(low - text.length);
  }
  const base64 = parts.some(({ schema }) => getOwn(schema, "contentEncoding") === "base64");
  const free = place.plain ? "text" : someWords(words, random);
  yield cut(lengthened(base64 ? btoa(toAscii(free)) : free, low, place, random), high);
}

/** Up to three words, those of the request where it has some. */
function someWords(words: readonly string[], random: Random): string {
  const from = words.length > 0 ? words : fallbackWords;
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => from[Math.floor(random() * from.length)]!).join(" ");
}

function lengthened(text: string, low: number, place: Place, random: Random): string {
  const pieces = [text];
  let length = Array.from(text).length;
  while (length < low) {
    const piece = place.plain ? "x".repeat(low - length) : ` ${someWords(place.scope.words, random)}`;
    pieces.push(piece);
    length += Array.from(piece).length;
  }
  return pieces.join("");
}

/** Lengths are counted in code points. */
function cut(text: string, high: number): string {
  return text.length <= high ? text : Array.from(text).slice(0, high).join("");
}

function toAscii(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, "x");
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function atOf(parts: readonly ObjectPart[], keyword: string): string {
  const part = parts.find(({ schema }) => getOwn(schema, keyword) !== undefined);
  return part ? `${part.at}/${keyword}` : (parts[0]?.at ?? "");
}
