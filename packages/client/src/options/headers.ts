import { optionHeaders } from "@patchbay/spec";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { showValue } from "./show-value.ts";

/** Headers by name, or anything that `Headers` accepts. `null` removes a header; `undefined` has no effect. */
export type HeadersInput =
  | Readonly<Record<string, string | null | undefined>>
  | Iterable<readonly [name: string, value: string]>;

/** App attribution: how OpenRouter's rankings show your application. */
export interface AppInfo {
  /** URL of the app, which identifies it. Sent as `HTTP-Referer`. */
  readonly url?: string | undefined;
  /** Display name. Sent as `X-OpenRouter-Title`. */
  readonly title?: string | undefined;
  /** Categories, such as `cli-agent`. Sent as `X-OpenRouter-Categories`. */
  readonly categories?: readonly string[] | undefined;
}

/** Headers by lower-case name. `null` removes a header. */
export type HeaderTable = Record<string, string | null>;

/**
 * Reads headers in any accepted form and checks that each can be sent. `undefined` values are ignored.
 *
 * @throws PatchbayError that names the header
 */
export function toHeaderTable(headers: HeadersInput | null | undefined, option = "headers"): HeaderTable {
  const table: HeaderTable = {};
  if (headers === null || headers === undefined) return table;
  if (typeof headers !== "object")
    throw new PatchbayError(`\`${option}\` must be an object of names and values, got ${showValue(headers)}.`);
  const pairs = Symbol.iterator in headers ? headers : Object.entries(headers);
  for (const pair of pairs) {
    if (!Array.isArray(pair))
      throw new PatchbayError(`\`${option}\` must contain [name, value] pairs, got ${showValue(pair)}.`);
    const [name, value] = pair as readonly [unknown, unknown];
    if (value === undefined) continue;
    const place = `${option}[${showValue(name)}]`;
    if (typeof name !== "string" || !/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new PatchbayError(`\`${place}\` is not a valid header name. Use letters, digits and dashes.`);
    // `fetch` fails with these headers or drops them.
    if (/^(?:content-length|transfer-encoding|upgrade|expect|keep-alive)$/i.test(name) && value !== null)
      throw new PatchbayError(`\`${place}\` cannot be set: \`fetch\` sets this header itself. Remove it.`);
    table[name.toLowerCase()] = value === null ? null : checkHeader(place, value);
  }
  return table;
}

/**
 * Validates a header value. Numbers and booleans become strings.
 *
 * @throws PatchbayError that names the header
 */
export function checkHeader(place: string, value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
    throw new PatchbayError(`\`${place}\` must be a string, got ${showValue(value)}.`);
  const text = String(value);
  const found = /[^\t\x20-\x7e\x80-\xff]/u.exec(text)?.[0];
  if (found !== undefined)
    throw new PatchbayError(
      `\`${place}\` contains the character ${codePoint(found)}, which is not allowed in an HTTP header. Encode the value, for example with encodeURIComponent.`,
    );
  return text;
}

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * The app attribution headers. A title with characters outside ASCII is percent-encoded; a URL with them is normalized
 * by `URL`.
 *
 * @throws PatchbayError when an option is not valid
 */
export function toAppHeaders(app: AppInfo | null | undefined): HeaderTable {
  if (app && typeof app !== "object")
    throw new PatchbayError(`\`app\` must be { url, title, categories }, got ${showValue(app)}.`);
  const { url, title, categories } = app ?? {};
  if (categories && !Array.isArray(categories))
    throw new PatchbayError(`\`app.categories\` must be an array of strings, got ${showValue(categories)}.`);
  const table: HeaderTable = {};
  const set = (name: keyof typeof optionHeaders, value: string): void => {
    table[optionHeaders[name].toLowerCase()] = value;
  };
  if (url) set("app.url", checkHeader("app.url", toAsciiUrl(url)));
  if (title) set("app.title", checkHeader("app.title", toAscii(title)));
  if (categories?.length)
    set("app.categories", categories.map((one) => checkHeader("app.categories", toAscii(one))).join(","));
  return table;
}

// `checkHeader` rejects what is not a string.
const isAscii = (text: unknown): boolean => typeof text !== "string" || /^[\0-\x7f]*$/.test(text);

/** Percent-encodes a text with characters outside ASCII, so that `decodeURIComponent` restores it. */
function toAscii(text: string): string {
  if (isAscii(text)) return text;
  return text.toWellFormed().replaceAll(/[%\x80-\u{10ffff}]+/gu, encodeURIComponent);
}

function toAsciiUrl(url: string | URL): string {
  const text = url instanceof URL ? url.href : url;
  if (isAscii(text)) return text;
  if (URL.canParse(text)) return new URL(text).href;
  throw new PatchbayError(`\`app.url\` must be a URL, got ${showValue(text)}. Example: https://app.example.`);
}
