import { getOwn } from "./get-own.ts";
import { Heights } from "./json-schema/height.ts";
import { escapePointer, isSchema, resolveReference, sizeOf, type Schema } from "./json-schema/schema.ts";
import { findPattern } from "./pattern/pattern.ts";
import { createRandom, hashText, type Random } from "./random.ts";
import { WorkBudget, WorkLimitError } from "./work-budget.ts";

/** How values are made up. */
export interface SampleOptions {
  /** The same seed gives the same value at the same place of a schema, whatever stands beside it. */
  readonly seed: number;
  /** Words to make free texts of, such as those of the prompt. */
  readonly words?: readonly string[];
  /** What the value may cost. Default: 10,000 values, 250,000 characters and 2,000,000 steps. */
  readonly budget?: WorkBudget;
}

/**
 * A value that obeys a JSON Schema of the kind that models are given. Every leaf is drawn from the seed and its own JSON
 * pointer, so that a new field does not change the others. Throws a `WorkLimitError` when the value would be too large.
 */
export function sample(schema: unknown, { budget = new WorkBudget(), ...options }: SampleOptions): unknown {
  return valueOf(schema, { ...options, ...rootPlace(schema, budget), plain: false });
}

/** The plainest value that obeys a schema, for when a drawn one does not. Throws a `WorkLimitError` when it is too large. */
export function plainSample(schema: unknown, budget: WorkBudget = new WorkBudget()): unknown {
  return valueOf(schema, { seed: 0, ...rootPlace(schema, budget), plain: true });
}

function rootPlace(root: unknown, budget: WorkBudget): Omit<Place, "seed" | "plain"> {
  const heights = new Heights(root, (steps) => budget.spend("steps", steps));
  return { root, budget, heights, pointer: "", at: "", depth: 0 };
}

interface Place extends SampleOptions {
  readonly budget: WorkBudget;
  readonly root: unknown;
  readonly heights: Heights;
  /** JSON pointer into the value. */
  readonly pointer: string;
  /** JSON pointer into the schema. */
  readonly at: string;
  readonly depth: number;
  readonly plain: boolean;
}

const deepest = 8;

function valueOf(schema: unknown, place: Place): unknown {
  const { budget, at } = place;
  budget.spend("values", 1, at);
  if (schema === true) return "anything";
  if (!isSchema(schema)) return null;
  if (place.depth > 4 * deepest)
    throw new WorkLimitError(
      at,
      "no finite value obeys the schema within the depth of this server, since it refers to itself. Make the property optional or allow null",
    );
  budget.spend("steps", Object.keys(schema).length + 1, at);
  if (typeof schema.$ref === "string") {
    budget.spend("steps", schema.$ref.length, at);
    const target = resolveReference(place.root, schema.$ref);
    // The pointer goes on where the reference leads, so that it stays short and can be looked up.
    const next = schema.$ref.startsWith("#/") ? schema.$ref.slice(1, 500) : `${at}/$ref`;
    return valueOf(target, { ...place, at: next, depth: place.depth + 1 });
  }
  if (schema.const !== undefined) return copyOf(schema.const, place, "const");
  if (Array.isArray(schema.enum)) return copyOf(pick(schema.enum, place), place, "enum");
  if (place.plain && schema.default !== undefined) return copyOf(schema.default, place, "default");
  if (Array.isArray(schema.allOf)) return ofAll(schema, schema.allOf, place);
  for (const word of ["anyOf", "oneOf"]) {
    const branches = getOwn(schema, word);
    if (!Array.isArray(branches)) continue;
    budget.spend("steps", branches.length, `${at}/${word}`);
    // Deep down the branch whose values are flattest is taken, so that a schema of itself comes to an end.
    const usable = branches.filter((branch) => !(isSchema(branch) && branch.type === "null"));
    const chosen: unknown =
      place.depth > deepest ? flattest(branches, place) : pick(usable.length > 0 ? usable : branches, place);
    return valueOf(
      { ...rest(schema, word), ...(chosen as Schema) },
      { ...place, at: `${at}/${word}/${branches.indexOf(chosen)}`, depth: place.depth + 1 },
    );
  }
  return ofType(schema, place);
}

/** A value that the schema itself holds. It counts each time that it is used. */
function copyOf(value: unknown, { budget, at }: Place, keyword: string): unknown {
  const { values, characters } = sizeOf(value, budget.limits.characters);
  budget.spend("values", values - 1, `${at}/${keyword}`);
  budget.spend("characters", characters, `${at}/${keyword}`);
  return value;
}

function ofAll(schema: Schema, parts: readonly unknown[], place: Place): unknown {
  const all = [rest(schema, "allOf"), ...parts]
    .map((part) => (isSchema(part) && typeof part.$ref === "string" ? resolveReference(place.root, part.$ref) : part))
    .filter(isSchema);
  const at = `${place.at}/allOf`;
  for (const { properties, required } of all)
    place.budget.spend("steps", 1 + countOf(properties) + countOf(required), at);
  const merged: Schema = {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => (Array.isArray(required) ? required : [])),
  };
  return valueOf(merged, { ...place, at, depth: place.depth + 1 });
}

function countOf(value: unknown): number {
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function ofType(schema: Schema, place: Place): unknown {
  const types = Array.isArray(schema.type) ? schema.type.filter((type) => type !== "null") : [schema.type];
  switch ((types[0] ?? (schema.properties ? "object" : schema.items ? "array" : "string")) as string) {
    case "string":
      return text(schema, place);
    case "integer":
      return number(schema, place, true);
    case "number":
      return number(schema, place, false);
    case "boolean":
      return place.plain || draws(place)() < 0.5;
    case "array":
      return array(schema, place);
    case "object":
      return object(schema, place);
    default:
      return null;
  }
}

function object(schema: Schema, place: Place): Record<string, unknown> {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? (schema.required as string[]) : []);
  place.budget.spend("steps", countOf(properties) + required.size, place.at);
  const shown = Object.entries(properties).filter(
    ([name]) => required.has(name) || (!place.plain && place.depth < deepest && draws(place, `${name}?`)() < 0.8),
  );
  return Object.fromEntries(
    shown.map(([name, property]) => {
      place.budget.spend("characters", name.length, `${place.at}/properties`);
      return [name, valueOf(property, below(place, name, `properties/${escapePointer(name)}`))];
    }),
  );
}

function array(schema: Schema, place: Place): unknown[] {
  const least = Number(schema.minItems ?? 0);
  const most = Math.min(Number(schema.maxItems ?? Infinity), Math.max(least, 3));
  const wanted = place.plain || place.depth > deepest ? least : 1 + Math.floor(draws(place)() * 3);
  const length = Math.min(Math.max(wanted, least), most);
  const prefix = Array.isArray(schema.prefixItems) ? (schema.prefixItems as unknown[]) : [];
  const count = Math.max(length, prefix.length);
  place.budget.require("values", count, `${place.at}/${count > prefix.length ? "minItems" : "prefixItems"}`);
  const items = Array.from({ length: count }, (_, index) =>
    valueOf(
      prefix[index] ?? schema.items ?? { type: "string" },
      below(place, String(index), index < prefix.length ? `prefixItems/${index}` : "items"),
    ),
  );
  if (schema.uniqueItems !== true) return items;
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(JSON.stringify(item)) && seen.add(JSON.stringify(item)));
}

const formats: ReadonlyMap<string, (random: Random) => string> = new Map(
  Object.entries<(random: Random) => string>({
    date: (random) => `2025-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
    "date-time": (random) => `2025-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}T12:00:00Z`,
    time: () => "12:00:00Z",
    duration: () => "PT1H",
    email: (random) => `${pickFrom(["ada", "alan", "grace", "edsger"], random)}@example.com`,
    hostname: () => "example.com",
    ipv4: () => "192.0.2.1",
    ipv6: () => "2001:db8::1",
    uri: (random) => `https://example.com/${Math.floor(random() * 1000)}`,
    uuid: (random) =>
      `00000000-0000-4000-8000-${Math.floor(random() * 0xffffff)
        .toString(16)
        .padStart(12, "0")}`,
  }),
);

const fallbackWords = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];

function text(schema: Schema, place: Place): string {
  const { minLength = 0, maxLength = Infinity } = schema as { minLength?: number; maxLength?: number };
  const { budget, at } = place;
  const random = draws(place);
  const format = formats.get(String(schema.format));
  if (format) return format(place.plain ? () => 0 : random);
  if (Array.isArray(schema.examples) && typeof schema.examples[0] === "string")
    return copyOf(pick(schema.examples, place), place, "examples") as string;
  const matching = typeof schema.pattern === "string" ? fromPattern(schema.pattern, schema, place) : undefined;
  if (matching !== undefined) return matching;
  budget.spend("characters", Math.min(Math.max(minLength, 20), maxLength), `${at}/minLength`);
  const words = place.words && place.words.length > 0 ? place.words : fallbackWords;
  let found = place.plain
    ? "text"
    : Array.from({ length: 1 + Math.floor(random() * 3) }, () => pickFrom(words, random)).join(" ");
  while (found.length < minLength) found += place.plain ? "x" : ` ${pickFrom(words, random)}`;
  return found.slice(0, maxLength);
}

/** How many texts are drawn until one fits a pattern and the other limits of its schema. */
const mostDraws = 20;

/** A text that fits a pattern; undefined when none was found. */
function fromPattern(source: string, schema: Schema, { budget, at, ...place }: Place): string | undefined {
  const pattern = findPattern(source, "u");
  if (!pattern) return undefined;
  const { minLength = 0, maxLength = Infinity } = schema as { minLength?: number; maxLength?: number };
  const keyword = `${at}/pattern`;
  for (let draw = 0; draw < mostDraws; draw++) {
    const random = draws({ ...place, budget, at }, draw === 0 ? "" : `#${draw}`);
    let length = 0;
    const text = pattern.sample(random, {
      plain: place.plain && draw === 0,
      varied: draw > 0,
      spend: (characters) => {
        length += characters;
        budget.require("characters", length, keyword);
        budget.spend("steps", characters, keyword);
      },
    });
    const fits = text.length >= minLength && text.length <= maxLength;
    if (!fits || !pattern.test(text, (steps) => budget.spend("steps", steps, keyword))) continue;
    budget.spend("characters", text.length, keyword);
    return text;
  }
  return undefined;
}

function number(schema: Schema, place: Place, whole: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Readonly<
    Record<string, number | undefined>
  >;
  const step = multipleOf ?? (whole ? 1 : 0.5);
  const lowest = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step);
  const highest = maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - step);
  const from = lowest ?? (highest === undefined ? 1 : Math.min(1, highest));
  const to = Math.min(highest ?? Infinity, from + 99 * step);
  const steps = Math.max(Math.floor((to - from) / step), 0);
  const first = multipleOf === undefined ? (whole ? Math.ceil(from) : from) : Math.ceil(from / step) * step;
  const drawn = first + (place.plain ? 0 : Math.floor(draws(place)() * (steps + 1))) * step;
  return Math.min(drawn, highest ?? Infinity);
}

function draws({ seed, pointer }: Place, name = ""): Random {
  return createRandom(hashText(pointer + name, seed));
}

function pick(from: readonly unknown[], place: Place): unknown {
  return place.plain ? from[0] : pickFrom(from, draws(place));
}

function pickFrom<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)]!;
}

function below(place: Place, name: string, keyword: string): Place {
  return { ...place, pointer: `${place.pointer}/${name}`, at: `${place.at}/${keyword}`, depth: place.depth + 1 };
}

function rest(schema: Schema, word: string): Schema {
  const { [word]: _, ...others } = schema;
  return others;
}

function flattest(branches: readonly unknown[], { heights }: Place): unknown {
  const measured = branches.map((branch) => heights.of(branch));
  return branches[measured.indexOf(Math.min(...measured))];
}
