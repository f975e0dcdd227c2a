import { getOwn } from "../data/get-own.ts";
import type { Random } from "../data/random.ts";
import { findPattern } from "../pattern/pattern.ts";
import { anchorsOf, combinedTexts } from "./combine-texts.ts";
import { formats, variants } from "./formats.ts";
import { textsOf } from "./pattern-text.ts";
import {
  below,
  copyOf,
  largest,
  least,
  matchesAll,
  pickMatching,
  randomAt,
  type ObjectPart,
  type Place,
} from "./place.ts";

/** The most strings that are tried for each pattern. */
const mostRounds = 80;

/** Of those, how many combine the strings of several patterns. */
const mostCombined = 10;

const fallbackWords = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];

/** A string that matches all schemas. `undefined` if none was found. */
export function drawText(parts: readonly ObjectPart[], place: Place): string | undefined {
  const { budget } = place.scope;
  const low = Math.ceil(Math.max(largest(parts, "minLength", 0), 0));
  const high = Math.floor(least(parts, "maxLength"));
  if (low > high) return undefined;
  const at = atOf(parts, "minLength");
  budget.ensure("characters", low, at);
  const examples = place.plain ? [] : parts.flatMap(({ schema }) => textsIn(schema.examples));
  const example = pickMatching(examples, parts, place);
  if (example !== undefined) return copyOf(example, place, at) as string;
  for (const candidate of candidates(parts, { low, high }, place)) {
    budget.spend("steps", candidate.length + 1, at);
    if (!matchesAll(parts, candidate, place)) continue;
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
  const { budget, words, draw } = place.scope;
  const random = randomAt(place);
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
        budget.ensure("characters", written, at);
        budget.spend("steps", characters, at);
      },
    });
  };
  const unusable = sources.find(({ source }) => !findPattern(source, "u", (steps) => budget.spend("steps", steps)));
  if (unusable) {
    // The pattern cannot be tested. A pattern that is too large exceeds the budget.
    textsFrom(unusable).next();
    place.scope.stuckAt ??= unusable.at;
    return;
  }
  const usualTexts: string[] = [];
  for (const { schema } of parts) {
    const name = typeof schema.format === "string" ? schema.format : "";
    const format = formats.get(name);
    if (!format) continue;
    const usual = format(place.plain ? () => 0 : random, 0);
    usualTexts.push(usual);
    yield usual;
    if (usual.length < low) yield format(random, low - usual.length);
    yield* variants.get(name)?.(usual) ?? [];
  }
  const texts = sources.map(textsFrom);
  for (let round = 0; texts.length > 0 && round < mostRounds; round++) {
    written = 0;
    const drawn = texts.flatMap((iterator) => iterator.next().value ?? []) as string[];
    if (drawn.length === 0) break;
    yield* drawn;
    // One pattern may fix a beginning, another one an end.
    if (round < mostCombined) {
      const written = drawn.map((text, index) => ({ text, ...anchorsOf(sources[index]!.source) }));
      yield* combinedTexts([...usualTexts.map((text) => ({ text, isStart: true, isEnd: true })), ...written], low);
    }
    // A pattern without an end allows a longer string.
    for (const text of drawn) if (text.length < low) yield text + "x".repeat(low - text.length);
  }
  const free = lengthened(place.plain ? "text" : someWords(words, random), low, place, random);
  const isBase64 = parts.some(({ schema }) => isEncoded(schema));
  const json = parts.find(({ schema }) => isJsonType(getOwn(schema, "contentMediaType")));
  if (!json) {
    yield isBase64 ? toBase64(free, high) : cut(free, high);
    return;
  }
  const content = { schema: getOwn(json.schema, "contentSchema") ?? {}, at: `${json.at}/contentSchema` };
  const value = draw([content], below(place, "contentSchema"));
  if (value === undefined) return;
  const text = JSON.stringify(value);
  // JSON allows white space after a value.
  yield isBase64 ? toBase64(text.padEnd(low), Infinity) : text.padEnd(low);
}

function isEncoded({ format, contentEncoding }: Readonly<Record<string, unknown>>): boolean {
  return contentEncoding === "base64" || contentEncoding === "base64url" || base64Formats.has(format);
}

/** `byte` is the OpenAPI 3.0 name for base64. */
const base64Formats: ReadonlySet<unknown> = new Set(["base64", "base64url", "byte"]);

function isJsonType(type: unknown): boolean {
  return typeof type === "string" && /^application\/(?:[\w.-]+\+)?json\b/.test(type);
}

/**
 * Base64 of a limited length. Alphanumeric characters and spaces encode without the characters that differ in base64url.
 */
function toBase64(text: string, high: number): string {
  return btoa(text.replaceAll(/[^\x20-\x7e]/g, "x").slice(0, 3 * Math.floor(high / 4)));
}

/** Up to three words, preferably those of the request. */
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

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

function atOf(parts: readonly ObjectPart[], keyword: string): string {
  const part = parts.find(({ schema }) => getOwn(schema, keyword) !== undefined);
  return part ? `${part.at}/${keyword}` : (parts[0]?.at ?? "");
}
