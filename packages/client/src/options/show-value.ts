/** A value as an error message shows it: strings up to 100 characters, objects by their kind. Never throws. */
export function showValue(value: unknown): string {
  try {
    return show(value);
  } catch {
    // A proxy that was revoked.
    return "an object";
  }
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}…` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
