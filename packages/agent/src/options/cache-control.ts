import { AgentError } from "../errors/agent-error.ts";
import { checkOptions, show } from "./check-options.ts";

const known = { type: ["string"], ttl: ["string"] } as const;

/** Rejects a prompt cache breakpoint that the API would ignore or reject. Throws `AgentError`. */
export function checkCacheControl(place: string, given: unknown): void {
  if (given === undefined || given === null) return;
  checkOptions(place, given, known);
  const { type, ttl } = given as { readonly type?: unknown; readonly ttl?: unknown };
  if (type === "ephemeral" && (ttl === undefined || ttl === "5m" || ttl === "1h")) return;
  const what = type === "ephemeral" ? `\`ttl\` ${show(ttl)}` : `\`type\` ${show(type)}`;
  throw new AgentError(`${place} must be { type: "ephemeral" } with an optional \`ttl\` of "5m" or "1h", got ${what}.`);
}
