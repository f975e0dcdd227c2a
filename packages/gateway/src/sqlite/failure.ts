import { StoreUnavailable } from "../ports/store-unavailable.ts";

// https://www.sqlite.org/rescode.html, primary codes.
const unavailable: Readonly<Record<number, string>> = {
  5: "is locked by another process",
  6: "is locked",
  7: "ran out of memory",
  8: "is read-only",
  10: "cannot be read or written",
  11: "is corrupted",
  13: "has no space left on its disk",
  14: "cannot be opened",
  15: "is locked by another process",
  26: "is not an SQLite database",
};

// After these the connection itself may be unusable; a new one is opened for the next operation.
const broken: ReadonlySet<number> = new Set([10, 11, 14, 26]);

/** What an error of `node:sqlite` means for the store: `undefined` if it concerns the statement only. */
export function toStoreFailure(
  error: unknown,
  path: string,
): { readonly error: StoreUnavailable; readonly reopen: boolean } | undefined {
  const code = primaryCode(error);
  const reason = code === undefined ? undefined : unavailable[code];
  if (code === undefined || reason === undefined) return undefined;
  const message = `The database ${path} ${reason}. The gateway refuses requests until it can write to it again.`;
  return { error: new StoreUnavailable(message, { cause: error }), reopen: broken.has(code) };
}

/** Whether another process or connection holds a lock on the file. */
export function isLocked(error: unknown): boolean {
  const code = primaryCode(error);
  return code === 5 || code === 6 || code === 15;
}

function primaryCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return undefined;
  return error.errcode % 256;
}
