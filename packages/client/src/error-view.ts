import { withoutKeys } from "./error-message.ts";

/** Fields that repeat the message, or hold what the model or the service wrote. */
const hidden = new Set(["name", "message", "stack", "text"]);

/** The facts of an error for logs: its scalar fields. No headers, bodies or answers, which may hold secrets and are long. */
export function factsOf(error: Error): Record<string, unknown> {
  const facts = Object.entries(error).filter(
    ([name, value]) => !hidden.has(name) && value !== "" && ["string", "number", "boolean"].includes(typeof value),
  );
  const { cause } = error;
  if (cause !== undefined) facts.push(["cause", withoutKeys(cause instanceof Error ? String(cause) : typeof cause)]);
  return Object.fromEntries(facts);
}

type Inspect = (value: unknown, options: object) => string;

/** How `console.log` of Node and Bun shows an error: its stack and its facts. */
export function inspectError(error: Error, depth: number, options: object, inspect: Inspect | undefined): string {
  const head = withoutKeys(error.stack ?? String(error));
  if (depth < 0 || !inspect) return `[${String(error)}]`;
  return `${head} ${inspect(factsOf(error), { ...options, depth: 0 })}`;
}
