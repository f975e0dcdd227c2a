import { getOwn } from "./get-own.ts";
import { createRandom, hashText, type Random } from "./random.ts";

type Schema = Readonly<Record<string, unknown>>;

/** How values are made up. */
export interface SampleOptions {
  /** The same seed gives the same value at the same place of a schema, whatever stands beside it. */
  readonly seed: number;
  /** Words to make free texts of, such as those of the prompt. */
  readonly words?: readonly string[];
}

/**
 * A value that obeys a JSON Schema of the kind that models are given. Every leaf is drawn from the seed and its own JSON
 * pointer, so that a new field does not change the others.
 */
export function sample(schema: unknown, options: SampleOptions): unknown {
  return valueOf(schema, { ...options, root: schema, pointer: "", depth: 0, plain: false });
}

/** The plainest value that obeys a schema, for when a drawn one does not. */
export function plainSample(schema: unknown): unknown {
  return valueOf(schema, { seed: 0, root: schema, pointer: "", depth: 0, plain: true });
}

interface Place extends SampleOptions {
  readonly root: unknown;
  readonly pointer: string;
  readonly depth: number;
  readonly plain: boolean;
}

const deepest = 8;

function valueOf(schema: unknown, place: Place): unknown {
  if (schema === true) return "anything";
  if (!isSchema(schema) || place.depth > 4 * deepest) return null;
  if (typeof schema.$ref === "string")
    return valueOf(follow(place.root, schema.$ref), { ...place, depth: place.depth + 1 });
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return pick(schema.enum, place);
  if (place.plain && schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.allOf)) return ofAll(schema, schema.allOf, place);
  for (const word of ["anyOf", "oneOf"]) {
    const branches = getOwn(schema, word);
    if (!Array.isArray(branches)) continue;
    // Deep down the branch that ends soonest is taken, so that a schema of itself comes to an end.
    const usable = branches.filter((branch) => !(isSchema(branch) && branch.type === "null"));
    const chosen: unknown =
      place.depth > deepest
        ? (branches.find(isLeaf) ?? branches[0])
        : pick(usable.length > 0 ? usable : branches, place);
    return valueOf({ ...rest(schema, word), ...(chosen as Schema) }, { ...place, depth: place.depth + 1 });
  }
  return ofType(schema, place);
}

function ofAll(schema: Schema, parts: readonly unknown[], place: Place): unknown {
  const all = [rest(schema, "allOf"), ...parts]
    .map((part) => (isSchema(part) && typeof part.$ref === "string" ? follow(place.root, part.$ref) : part))
    .filter(isSchema);
  const merged: Schema = {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => (Array.isArray(required) ? required : [])),
  };
  return valueOf(merged, { ...place, depth: place.depth + 1 });
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
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  const shown = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (!place.plain && place.depth < deepest && draws(place, `${name}?`)() < 0.8),
  );
  return Object.fromEntries(shown.map(([name, property]) => [name, valueOf(property, below(place, name))]));
}

function array(schema: Schema, place: Place): unknown[] {
  const least = Number(schema.minItems ?? 0);
  const most = Math.min(Number(schema.maxItems ?? Infinity), Math.max(least, 3));
  const wanted = place.plain || place.depth > deepest ? least : 1 + Math.floor(draws(place)() * 3);
  const length = Math.min(Math.max(wanted, least), most);
  const prefix = Array.isArray(schema.prefixItems) ? (schema.prefixItems as unknown[]) : [];
  const items = Array.from({ length: Math.max(length, prefix.length) }, (_, index) =>
    valueOf(prefix[index] ?? schema.items ?? { type: "string" }, below(place, String(index))),
  );
  if (schema.uniqueItems !== true) return items;
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(JSON.stringify(item)) && seen.add(JSON.stringify(item)));
}

const formats: Readonly<Record<string, (random: Random) => string>> = {
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
};

const fallbackWords = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];

function text(schema: Schema, place: Place): string {
  const { minLength = 0, maxLength = Infinity } = schema as { minLength?: number; maxLength?: number };
  const random = draws(place);
  const format = getOwn(formats, String(schema.format));
  if (format) return format(place.plain ? () => 0 : random);
  if (Array.isArray(schema.examples) && typeof schema.examples[0] === "string")
    return pick(schema.examples, place) as string;
  const pattern = typeof schema.pattern === "string" ? fromPattern(schema.pattern, random) : undefined;
  if (pattern !== undefined) return pattern;
  const words = place.words && place.words.length > 0 ? place.words : fallbackWords;
  let found = place.plain
    ? "text"
    : Array.from({ length: 1 + Math.floor(random() * 3) }, () => pickFrom(words, random)).join(" ");
  while (found.length < minLength) found += place.plain ? "x" : ` ${pickFrom(words, random)}`;
  return found.slice(0, maxLength);
}

/** A text for the plain patterns that schemas hold: classes, counts, literals and one choice; undefined for others. */
function fromPattern(pattern: string, random: Random): string | undefined {
  const body = pattern.replace(/^\^/, "").replace(/\$$/, "");
  const piece = /\[([^\]^]+)\]|\\([dw])|\((?:\?:)?([^()]+)\)|([^\\[\](){}*+?.|^$])|\\([-./_:@])/y;
  let out = "";
  let at = 0;
  while (at < body.length) {
    piece.lastIndex = at;
    const match = piece.exec(body);
    if (!match) return undefined;
    at = piece.lastIndex;
    const [, set, short, choice, literal, escaped] = match;
    const count = /\{(\d+)(?:,(\d*))?\}|[*+?]/y;
    count.lastIndex = at;
    const times = count.exec(body);
    if (times) at = count.lastIndex;
    const repeat = times ? Number(times[1] ?? (times[0] === "?" || times[0] === "*" ? 1 : 2)) : 1;
    const letters =
      set !== undefined ? expand(set) : short === "d" ? "0123456789" : short === "w" ? "abcdefgh" : undefined;
    for (let index = 0; index < repeat; index++) {
      if (choice !== undefined) out += pickFrom(choice.split("|"), random);
      else out += letters === undefined ? (literal ?? escaped ?? "") : letters[Math.floor(random() * letters.length)];
    }
  }
  try {
    return new RegExp(pattern, "u").test(out) ? out : undefined;
  } catch {
    return undefined;
  }
}

function expand(set: string): string {
  const full = set.replaceAll(String.raw`\d`, "0-9").replaceAll(String.raw`\w`, "a-z0-9_");
  return full
    .replaceAll(/(\w)-(\w)/g, (_, from: string, to: string) => {
      let letters = "";
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) letters += String.fromCharCode(code);
      return letters;
    })
    .replaceAll("\\", "");
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

function below(place: Place, name: string): Place {
  return { ...place, pointer: `${place.pointer}/${name}`, depth: place.depth + 1 };
}

function rest(schema: Schema, word: string): Schema {
  const { [word]: _, ...others } = schema;
  return others;
}

function isLeaf(schema: unknown): boolean {
  return isSchema(schema) && ["string", "number", "integer", "boolean", "null"].includes(String(schema.type));
}

function follow(root: unknown, ref: string): unknown {
  return ref
    .slice(2)
    .split("/")
    .map((part) => decode(part).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, key) => (isSchema(at) ? getOwn(at, key) : undefined), root);
}

/** A part of a pointer without its percent encoding; one that is encoded wrongly stays as it is. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
