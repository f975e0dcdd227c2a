/** A value as an error message shows it; never throws. */
export function showValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint" || value instanceof RegExp) return String(value);
  try {
    return (JSON.stringify(value) ?? String(value)).slice(0, 200);
  } catch {
    return "an object that is not JSON";
  }
}
