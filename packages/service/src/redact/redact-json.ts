import { redacted, redactText } from "./redact-text.ts";
import { looksLikeCredential, secrecyOfName, type Secrecy } from "./secret-names.ts";

/** How deep JSON within JSON strings is searched. */
const deepest = 4;

const none: ReadonlySet<string> = new Set();

/**
 * Redacts secrets in text, whether it is JSON, stream events or broken. Redacts values of secret names, and values with
 * the shape of a secret; everything else stays verbatim, including white space. Takes linear time, without recursion
 * over nesting.
 *
 * @param names Additional names whose values are secrets.
 */
export function redactJson(text: string, names: ReadonlySet<string> = none): string {
  return redactText(redactStrings(text, names, deepest));
}

/** Walks over the string literals of a text. */
function redactStrings(text: string, names: ReadonlySet<string>, levels: number): string {
  let kept = "";
  let from = 0;
  // Where the array or object under a secret name ends. A nested one is within its end, so each is measured once.
  let listEnd = 0;
  let objectEnd = 0;
  // Whether the name of a pair such as {"name": "Authorization", "value": "…"} marks its value as a secret.
  let isSecretPair = false;
  const replace = (start: number, end: number, by: string): void => {
    kept += text.slice(from, start) + by;
    from = end;
  };
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at)) {
    const end = endOfString(text, at);
    const literal = text.slice(at, end);
    const colon = skipSpace(text, end);
    if (text[colon] !== ":") {
      const isSecret = at < listEnd || (at < objectEnd && looksLikeCredential(decode(literal)));
      const plain = isSecret && literal.length > 2 ? quoted : redactString(literal, names, levels);
      if (plain !== literal) replace(at, end, plain);
      at = end;
      continue;
    }
    const name = decode(literal);
    const start = skipSpace(text, colon + 1);
    const secrecy = secrecyOfName(name);
    at = start;
    if (pairNames.has(name) && text[start] === '"')
      isSecretPair = secrecyOfName(decode(text.slice(start, endOfString(text, start)))) === "always";
    if (names.has(name) || (isSecretPair && name === "value" && text[start] === '"')) {
      at = endOfValue(text, start);
      replace(start, at, quoted);
    } else if (secrecy === "always" && text[start] === "[" && start >= listEnd) listEnd = endOfValue(text, start);
    else if (secrecy === "always" && text[start] === "{" && start >= objectEnd) objectEnd = endOfValue(text, start);
    else if (isSecretScalar(text, start, secrecy)) {
      at = endOfValue(text, start);
      if (at > start + 2 || text[start] !== '"') replace(start, at, quoted);
    }
  }
  return from === 0 ? text : kept + text.slice(from);
}

const pairNames: ReadonlySet<string> = new Set(["name", "key", "header"]);

const quoted = `"${redacted}"`;

/**
 * Whether the string or number at `start` is the secret that its name announces. `null`, `true` and `false` are not.
 */
function isSecretScalar(text: string, start: number, secrecy: Secrecy): boolean {
  const first = text[start] ?? "";
  if (secrecy === "always") return /["\d-]/.test(first);
  if (secrecy === undefined || first !== '"') return false;
  return looksLikeCredential(decode(text.slice(start, endOfString(text, start))));
}

/** Where the value at `start` ends. */
function endOfValue(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    if (open === 0 && at > start && ",]} \t\r\n".includes(character)) return at;
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === "[" || character === "{") open++;
    else if (character === "]" || character === "}") open--;
    if (open === 0 && '"]}'.includes(character)) return at + 1;
  }
  return text.length;
}

/** Redacts secrets in a string literal, including escaped ones and those of JSON in the string. */
function redactString(literal: string, names: ReadonlySet<string>, levels: number): string {
  if (levels === 0 || !literal.includes("\\")) return literal;
  const value = decode(literal);
  const plain = redactText(redactStrings(value, names, levels - 1));
  return plain === value ? literal : JSON.stringify(plain);
}

function decode(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, literal.endsWith('"') ? -1 : undefined);
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.slice(1, -1);
  }
}

/** Where the string literal at a quote ends, including its closing quote. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text[at]!)) at++;
  return at;
}
