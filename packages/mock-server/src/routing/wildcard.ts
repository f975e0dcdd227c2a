import { findText } from "../engine/data/find-text.ts";

/** Whether a text fits a pattern in which `*` stands for any text. Takes linear time for usual patterns. */
export function matchesWildcard(pattern: string, text: string): boolean {
  return createWildcard(pattern)(text);
}

/** Reads a pattern in which `*` stands for any text, to compare it with several texts. */
export function createWildcard(pattern: string): (text: string) => boolean {
  if (!pattern.includes("*")) return (text) => text === pattern;
  const parts = pattern.split("*");
  const first = parts[0]!;
  const last = parts.at(-1)!;
  const inner = parts.slice(1, -1).filter((part) => part !== "");
  const shortest = parts.reduce((sum, part) => sum + part.length, 0);
  return (text) => {
    if (text.length < shortest || !text.startsWith(first) || !text.endsWith(last)) return false;
    // Taking each part where it occurs first leaves the most text for the others, so nothing is tried twice.
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
