import { StoreUnavailable } from "../ports/store-unavailable.ts";

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const unavailableClasses = new Set(["08", "25", "53", "55", "57", "58", "XX"]);
// Serialization failure, deadlock, and a row that another gateway inserted at the same time.
const conflicts = new Set(["40001", "40P01", "23505"]);
// The connection ended, maybe after the server had committed.
const lost = new Set(["CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED", "ECONNRESET", "EPIPE", "57P01"]);
const unreachable = /^(?:CONNECT|CONNECTION_CONNECT_TIMEOUT|E[A-Z]+$|28|3D000)/;

/** Whether the same statement may succeed when it is sent again. Every operation may be repeated, because it has an id. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  return code !== undefined && (conflicts.has(code) || lost.has(code));
}

/** The error as `StoreUnavailable` if the database cannot be used now, or undefined if it concerns the statement. */
export function toUnavailable(error: unknown): StoreUnavailable | undefined {
  if (error instanceof StoreUnavailable) return error;
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const isUnavailable =
    lost.has(code) ||
    conflicts.has(code) ||
    unreachable.test(code) ||
    (code.length === 5 && unavailableClasses.has(code.slice(0, 2)));
  if (!isUnavailable) return undefined;
  // The message of the driver can contain the address, never the password.
  return new StoreUnavailable(
    `The PostgreSQL database cannot be used (${code}). The gateway refuses requests until it can write to it again.`,
    { cause: error },
  );
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return error.code;
}
