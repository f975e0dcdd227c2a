import { parseDateTime } from "@patchbay/engine/data/date-time";
import { parseUsd, type NanoUsd } from "@patchbay/engine/billing/money";
import { HttpError } from "../http/http-error.ts";

/** A date-time of a body, or `null`. Throws 400 with the pointer when no such time exists. */
export function readDateTime(text: string | null | undefined, pointer: string): string | null {
  if (text === null || text === undefined) return null;
  if (parseDateTime(text) !== undefined) return text;
  throw wrongValue(pointer, `expected a time that exists, such as 2025-12-31T23:59:59Z, got ${text.slice(0, 60)}`);
}

/** A limit of a body in nano-USD, or `null`. Throws 400 with the pointer when it is too large to store. */
export function readLimit(amount: number | null | undefined, pointer: string): NanoUsd | null {
  if (amount === null || amount === undefined) return null;
  try {
    return parseUsd(amount);
  } catch (error) {
    throw wrongValue(pointer, (error as Error).message);
  }
}

/** The error for a value that the schema of the contract accepts but the server cannot use. */
export function wrongValue(pointer: string, message: string): HttpError {
  return new HttpError(400, `${pointer}: ${message}`, { metadata: { issues: [{ in: "body", pointer, message }] } });
}
