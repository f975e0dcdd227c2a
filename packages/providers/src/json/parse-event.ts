import type { Fields } from "./read-fields.ts";

/** The JSON object of an event; `undefined` for anything else. */
export function parseEvent(data: string): Fields | undefined {
  try {
    const value = JSON.parse(data) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
