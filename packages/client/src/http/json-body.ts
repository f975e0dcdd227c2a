/**
 * An array of a body can have a map of its elements' JSON under this property. Elements that are in the map are not
 * serialized again; the others are added to it. The map must not return the JSON of an element that changed since. The
 * agent uses it for the messages of a conversation.
 */
const elementTexts: unique symbol = Symbol.for("@patchbay/client.elementTexts");

/** A request body. */
export interface JsonBody {
  /** The JSON; undefined if the body cannot be serialized. */
  readonly text: string | undefined;
  /** Whether the body is plain data, which JSON represents unchanged. `toCheckedBody` decides about any other body. */
  readonly isPlain: boolean;
}

/** Serializes a request body. Lone surrogates become U+FFFD, because services reject a body that contains one. */
export function toJsonBody(input: object): JsonBody {
  try {
    const known = fromKnownTexts(input as Readonly<Record<string, unknown>>);
    if (known !== undefined) return { text: known, isPlain: true };
    // Data that contains itself is refused here.
    const text = JSON.stringify(input);
    return { text: wellFormed(text), isPlain: isPlain(input) };
  } catch {
    return { text: undefined, isPlain: false };
  }
}

/** Replaces lone surrogates in JSON. */
export function wellFormed(text: string): string {
  // `JSON.stringify` escapes only lone surrogates this way. The pattern consumes an escaped backslash as a pair.
  return text.includes("\\ud")
    ? text.replaceAll(/\\(?:u(d[89a-f]..)|.)/g, (found, lone) => (lone ? "\ufffd" : found))
    : text;
}

type KnownTexts = Pick<WeakMap<object, string>, "get" | "set">;

/** The same body from known texts; undefined if there are none, or if something cannot be sent. */
function fromKnownTexts(input: Readonly<Record<string, unknown>>): string | undefined {
  const isKnown = (value: unknown): value is readonly unknown[] => Array.isArray(value) && elementTexts in value;
  if (!Object.values(input).some(isKnown)) return undefined;
  const fields: string[] = [];
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const text = isKnown(value) ? joinTexts(value) : toText(value);
    if (text === undefined) return undefined;
    fields.push(`${toText(name)}:${text}`);
  }
  return `{${fields.join(",")}}`;
}

function joinTexts(list: readonly unknown[]): string | undefined {
  const known = (list as unknown as { readonly [elementTexts]: KnownTexts })[elementTexts];
  const texts: string[] = [];
  for (const element of list) {
    if (typeof element !== "object" || element === null) return undefined;
    let text = known.get(element);
    if (text === undefined) {
      text = toText(element);
      if (text === undefined) return undefined;
      known.set(element, text);
    }
    texts.push(text);
  }
  return `[${texts.join(",")}]`;
}

function toText(value: unknown): string | undefined {
  // Data that contains itself is refused here.
  const text = JSON.stringify(value) as string | undefined;
  return text !== undefined && isPlain(value) ? wellFormed(text) : undefined;
}

/** Whether a value is data that JSON represents unchanged. False says nothing: an object of a class may be sendable. */
function isPlain(value: unknown): boolean {
  if (typeof value === "string" || value === null || typeof value === "boolean") return true;
  if (typeof value !== "object") return Number.isFinite(value);
  if (Array.isArray(value)) {
    // For an array of a million tokens, an iterator takes three times as long.
    for (let index = 0; index < value.length; index++) if (!isPlain(value[index])) return false;
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  // Plain objects of another realm, such as a test environment, are plain too.
  if ((prototype !== null && Object.getPrototypeOf(prototype) !== null) || "toJSON" in value) return false;
  for (const name of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[name];
    if (field !== undefined && !isPlain(field)) return false;
  }
  return true;
}
