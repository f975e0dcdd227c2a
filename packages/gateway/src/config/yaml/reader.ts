import { didYouMean } from "./nearest-name.ts";
import type { ProblemOptions, YamlNode } from "./document.ts";
import type { Path } from "./problem.ts";

/** What readers need of the file that they read. */
export interface ReadContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly report: (path: Path, message: string, options?: ProblemOptions) => void;
}

/** Reads a value. After a mistake, which it reports, it returns `undefined`. */
export type Reader<Value> = (node: YamlNode, path: Path, context: ReadContext) => Value | undefined;

/** A field of an object: how it is read, and its value if the file does not have it. */
export interface Field<Value> {
  readonly read: Reader<Value>;
  readonly initial?: Value;
  /** What to write, if the field is required. */
  readonly required?: string;
}

/** The fields of an object. */
export type Fields<Value> = { readonly [Name in keyof Value]-?: Field<Value[Name]> };

export function optional<Value>(read: Reader<Value>, initial: Value): Field<Value> {
  return { read, initial };
}

export function required<Value>(read: Reader<Value>, instruction: string): Field<Value> {
  return { read, required: instruction };
}

/** Reads a map with known fields. An unknown field is an error with the nearest name. */
export function object<Value extends object>(fields: Fields<Value>): Reader<Value> {
  const names = Object.keys(fields);
  return (node, path, context) => {
    if (node.type !== "map") return fail(context, path, `expected a map with ${listNames(names)}`, node);
    const value: Record<string, unknown> = {};
    let complete = true;
    for (const name of node.entries.keys())
      if (!Object.hasOwn(fields, name)) {
        const hint = didYouMean(name, names) || ` Use ${listNames(names)}.`;
        context.report([...path, name], `unknown field ${JSON.stringify(name)}.${hint}`, { atKey: true });
      }
    for (const [name, field] of Object.entries<Field<unknown>>(fields)) {
      const entry = node.entries.get(name);
      const found = readField(field, entry?.value, [...path, name], context);
      if (found.failed) complete = false;
      value[name] = found.value;
    }
    return complete ? (value as Value) : undefined;
  };
}

function readField(
  field: Field<unknown>,
  node: YamlNode | undefined,
  path: Path,
  context: ReadContext,
): { readonly value?: unknown; readonly failed: boolean } {
  // An empty value, as after a colon without text, is the same as a missing field.
  if (node === undefined || isNull(node)) {
    if (field.required === undefined) return { value: field.initial, failed: false };
    context.report(path, `is required. ${field.required}`);
    return { failed: true };
  }
  const value = field.read(node, path, context);
  return { value, failed: value === undefined };
}

/** Reads a list. Items with mistakes are left out. */
export function list<Item>(
  item: Reader<Item>,
  { min = 0, of = "items" }: { readonly min?: number; readonly of?: string } = {},
): Reader<readonly Item[]> {
  return (node, path, context) => {
    if (node.type !== "list") return fail(context, path, `expected a list of ${of}`, node);
    if (node.items.length < min) return fail(context, path, `expected at least ${min} of ${of}`, node);
    const items = node.items.map((one, index) => item(one, [...path, index], context));
    return items.every((one) => one !== undefined) ? items : undefined;
  };
}

/** Names that would reach the prototype of an object. */
const forbiddenNames = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a map with names of the user. `form` describes the names in the message for an invalid one. */
export function record<Value>(
  read: Reader<Value>,
  { pattern, form }: { readonly pattern: RegExp; readonly form: string },
): Reader<Readonly<Record<string, Value>>> {
  return (node, path, context) => {
    if (node.type !== "map") return fail(context, path, `expected a map from ${form}`, node);
    const found: [string, Value][] = [];
    let complete = true;
    for (const [name, entry] of node.entries) {
      const valid = pattern.test(name) && !forbiddenNames.has(name);
      if (!valid) context.report([...path, name], `expected ${form} as a name, got ${quote(name)}.`, { atKey: true });
      const value = read(entry.value, [...path, name], context);
      if (value === undefined || !valid) complete = false;
      else found.push([name, value]);
    }
    return complete ? Object.fromEntries(found) : undefined;
  };
}

/** Checks a value that was read. `check` returns what is wrong with it, or `undefined`. */
export function checked<Value>(read: Reader<Value>, check: (value: Value) => string | undefined): Reader<Value> {
  return (node, path, context) => {
    const value = read(node, path, context);
    const message = value === undefined ? undefined : check(value);
    if (message === undefined) return value;
    context.report(path, message);
    return undefined;
  };
}

/** Reports an unexpected value and returns `undefined`. `hint` is a sentence with a space before it. */
export function fail(context: ReadContext, path: Path, expected: string, node: YamlNode, hint = ""): undefined {
  context.report(path, `${expected}, got ${describe(node)}.${hint}`);
  return undefined;
}

/** The value for a message: text in quotes, cut after 60 characters. */
function describe(node: YamlNode): string {
  if (node.type === "map") return "a map";
  if (node.type === "list") return "a list";
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? quote(node.value) : node.source;
}

/** The text in quotes. What may be a key in the wrong place is shown by its first characters only. */
export function quote(text: string): string {
  if (/(?=\S*\d)(?=\S*[a-z])[\w+/=.-]{20,}/i.test(text)) return JSON.stringify(`${text.slice(0, 4)}…`);
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** Names in a sentence: `a, b or c`. */
export function listNames(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function isNull(node: YamlNode): boolean {
  return node.type === "scalar" && node.value === null;
}
