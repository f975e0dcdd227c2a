import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { readRecording } from "../recording/read-recording.ts";
import type { RecordedExchange } from "../recording/recording.ts";

/** Maximum number of characters that wait for the disk. Further exchanges are not recorded. */
const mostWaiting = 64 * 1024 * 1024;

/** A file to which exchanges are appended. */
export interface RecordFile {
  /** Appends an exchange. Never throws and never blocks, so an error does not affect a response. */
  readonly append: (exchange: RecordedExchange) => void;
  /** Resolves when everything has been written. */
  readonly flush: () => Promise<void>;
}

/**
 * Opens a recording for appending, one exchange per line (JSONL). Converts a recording in the older format, one JSON
 * document.
 *
 * @param report Called with a write error, once per kind of error until a write succeeds again.
 */
export function openRecordFile(file: string, report: (message: string) => void): RecordFile {
  let reported: string | undefined;
  // If a crash or a full disk truncated the last line, the next write ends it first.
  let isTorn = false;
  let waiting = 0;
  let queue = Promise.resolve();

  const fail = (error: unknown): void => {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (reported === code) return;
    reported = code;
    report(
      `The recording ${file} cannot be written (${code || message}). The server answers requests without recording them.`,
    );
  };
  const write = async (text: string): Promise<void> => {
    try {
      await appendFile(file, isTorn ? `\n${text}` : text);
      isTorn = false;
      reported = undefined;
    } catch (error) {
      isTorn = true;
      fail(error);
    }
  };

  try {
    isTorn = prepare(file);
  } catch (error) {
    fail(error);
  }
  return {
    append(exchange) {
      const text = `${JSON.stringify(exchange)}\n`;
      if (waiting + text.length > mostWaiting) return fail(new Error(`${waiting} characters wait for the disk`));
      waiting += text.length;
      queue = queue.then(() => write(text)).finally(() => (waiting -= text.length));
    },
    flush: () => queue,
  };
}

/** Prepares a file for appending. Returns whether its last line is incomplete. */
function prepare(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) {
    // A path that cannot be written is reported at startup, not at the first request.
    writeFileSync(file, "");
    return false;
  }
  // A device or a pipe has no content to read.
  if (!stats.isFile() || stats.size === 0) return false;
  if (!/^\s*\{\s*"(?:version|exchanges)"/.test(readAt(file, 0, 100))) return readAt(file, stats.size - 1, 1) !== "\n";
  const { exchanges } = readRecording(readFileSync(file, "utf8"), file);
  writeFileSync(file, exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join(""));
  return false;
}

function readAt(file: string, position: number, length: number): string {
  const descriptor = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, length, position));
  } finally {
    closeSync(descriptor);
  }
}
