import { findText } from "@patchbay/engine/data/find-text";

/** Whether a text matches a pattern in which `*` matches any text. Runs in linear time for usual patterns. */
export function matchesWildcard(pattern: string, text: string): boolean {
  return createWildcard(pattern)(text);
}

/** Compiles a pattern in which `*` matches any text. */
export function createWildcard(pattern: string): (text: string) => boolean {
  if (!pattern.includes("*")) return (text) => text === pattern;
  const parts = pattern.split("*");
  const first = parts[0]!;
  const last = parts.at(-1)!;
  const inner = parts.slice(1, -1).filter((part) => part !== "");
  const shortest = parts.reduce((sum, part) => sum + part.length, 0);
  return (text) => {
    if (text.length < shortest || !text.startsWith(first) || !text.endsWith(last)) return false;
    // The first occurrence of each part leaves the most text for the others, so backtracking is not needed.
    let at = first.length;
    const end = text.length - last.length;
    for (const part of inner) {
      const found = findText(text, part, at);
      if (found < 0 || found + part.length > end) return false;
      at = found + part.length;
    }
    return true;
  };
}
