import { withoutKeys } from "../errors/error-text.ts";

/** Formats a value for an error message: strings up to 100 characters, API keys as `***`, objects by their kind. Never throws. */
export function showValue(value: unknown): string {
  try {
    return show(value);
  } catch {
    // A revoked proxy throws on every access.
    return "an object";
  }
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(withoutKeys(value)));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
