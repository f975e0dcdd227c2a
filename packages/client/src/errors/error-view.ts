import { cut } from "./error-text.ts";
import { withoutKeys } from "./error-text.ts";

/** Fields that repeat the message, or contain what the model or the API wrote. */
const hidden = new Set(["name", "message", "stack", "text", "responseText"]);

function isFact([name, value]: readonly [name: string, value: unknown]): boolean {
  return !hidden.has(name) && value !== "" && ["string", "number", "boolean"].includes(typeof value);
}

/**
 * Makes every field that is not a short fact non-enumerable: headers, bodies and responses, which are long and may
 * contain secrets, and undefined values. Node.js prints the enumerable fields of an uncaught error, and many loggers
 * copy them.
 */
export function hideDetails(error: Error): void {
  for (const entry of Object.entries(error))
    if (!isFact(entry)) Object.defineProperty(error, entry[0], { enumerable: false });
}

/** The facts of an error for logs: its scalar fields. No headers, bodies or responses. */
export function factsOf(error: Error): Record<string, unknown> {
  const facts = Object.entries(error).filter(isFact);
  const { cause } = error;
  if (cause !== undefined) facts.push(["cause", cause instanceof Error ? String(cause) : typeof cause]);
  return Object.fromEntries(
    facts.map(([name, value]) => [name, typeof value === "string" ? cut(withoutKeys(value), 500) : (value as unknown)]),
  );
}

type Inspect = (value: unknown, options: object) => string;

/** How `console.log` of Node.js and Bun shows an error: its stack and its facts. */
export function inspectError(error: Error, depth: number, options: object, inspect: Inspect | undefined): string {
  if (depth < 0 || !inspect) return `[${withoutKeys(String(error))}]`;
  const head = withoutKeys(error.stack ?? String(error));
  const facts = factsOf(error);
  return Object.keys(facts).length === 0 ? head : `${head} ${inspect(facts, { ...options, depth: 0 })}`;
}
