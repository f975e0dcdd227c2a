import { escapePointer, isSchema } from "../json-schema/schema.ts";
import { namesIn, readMembers, type Members } from "./members.ts";
import { textsOf } from "./pattern-text.ts";
import {
  below,
  deepest,
  largest,
  least,
  matchesAll,
  randomAt,
  subschemas,
  type ObjectPart,
  type Place,
} from "./place.ts";

/** The most names that are tried for one additional member. */
const mostNames = 20;

/** An object that matches all schemas. `undefined` if none was found. */
export function drawObject(parts: readonly ObjectPart[], place: Place): Record<string, unknown> | undefined {
  const { budget, draw } = place.scope;
  const at = parts[0]?.at ?? "";
  const low = Math.max(largest(parts, "minProperties", 0), 0);
  const high = least(parts, "maxProperties");
  const members = readMembers(parts, place);
  const { required, partsOf } = members;
  if (required.size > high || low > high) return undefined;
  budget.ensure("values", low, `${at}/minProperties`);

  const found = new Map<string, unknown>();
  const put = (name: string): boolean => {
    const own = partsOf(name);
    const forbidding = own.find(({ schema }) => schema === false);
    if (forbidding) {
      if (required.has(name)) place.scope.stuckAt ??= forbidding.at;
      return false;
    }
    // Members count at different speeds, so that attempts go through the combinations of their values.
    const shift = place.shift >> Math.min(found.size, 16);
    const value = draw(own.length > 0 ? own : [{ schema: {}, at }], { ...below(place, name), shift });
    if (value === undefined) return false;
    budget.spend("characters", name.length, at);
    found.set(name, value);
    return true;
  };

  for (const name of chosenNames(members, low, place)) {
    if (found.size >= high && !required.has(name)) continue;
    if (!put(name) && required.has(name)) return undefined;
  }
  for (const name of required) if (!found.has(name) && !put(name)) return undefined;
  const wanted = Math.min(Math.max(low, recordSize(parts, found.size, place)), high);
  for (const name of furtherNames(parts, low, place)) {
    if (found.size >= wanted) break;
    if (!found.has(name) && matchesAll(subschemas(parts, "propertyNames"), name, place)) put(name);
  }
  return found.size < low ? undefined : Object.fromEntries(found);
}

/** Declared members in the order of the schema: required ones, and most of the others. */
function chosenNames(
  { declared, required, forbidden, dependent }: Members,
  low: number,
  place: Place,
): readonly string[] {
  const isDrawn = (name: string): boolean =>
    !place.plain &&
    place.depth < deepest &&
    !forbidden.has(name) &&
    !dependent.has(name) &&
    randomAt(place, `/${escapePointer(name)}?`)() < 0.8;
  const chosen = new Set(declared.filter((name) => required.has(name) || isDrawn(name)));
  for (const name of declared) if (chosen.size < low && !forbidden.has(name)) chosen.add(name);
  return declared.filter((name) => chosen.has(name));
}

/** The number of members with undeclared names: a few if the schema describes their values. */
function recordSize(parts: readonly ObjectPart[], size: number, place: Place): number {
  const isRecord = parts.some(
    ({ schema }) => isSchema(schema.additionalProperties) || isSchema(schema.patternProperties),
  );
  if (!isRecord || size > 0 || place.plain || place.depth > deepest) return size;
  return 1 + Math.floor(randomAt(place)() * 3);
}

/** Names for undeclared members. */
function* furtherNames(parts: readonly ObjectPart[], low: number, place: Place): Generator<string> {
  const { scope } = place;
  const names = subschemas(parts, "propertyNames");
  const sources = parts.flatMap(({ schema }) => namesIn(schema.patternProperties)).slice(0, mostNames);
  for (let count = 0; count < mostNames + 2 * low; count++) {
    const asked = { ...below(place, `?${count}`), shift: count };
    if (names.length > 0) {
      const name = scope.draw([...names, { schema: { type: "string" }, at: names[0]!.at }], asked);
      if (typeof name === "string") yield name;
    }
    const known = scope.words[count] ?? fallbackNames[count];
    const word = known !== undefined && /^\w+$/.test(known) ? known : `key${count + 1}`;
    for (const source of sources) {
      const spend = (characters: number): void => scope.budget.spend("steps", characters, parts[0]?.at);
      const [text] = textsOf(source, randomAt(asked, source), { least: 1, spend });
      if (text === undefined) continue;
      // A pattern without an end allows a longer name.
      yield text + word;
      yield text;
    }
    yield word;
  }
}

const fallbackNames = ["alpha", "bravo", "charlie", "delta", "echo", "foxtrot"];
