import { closeSync, openSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { readRecording } from "../recording/read-recording.ts";
import type { RecordedExchange } from "../recording/recording.ts";

/** Characters that wait for the disk. What comes beyond is not recorded. */
const mostWaiting = 64 * 1024 * 1024;

/** A file to which exchanges are appended. */
export interface RecordFile {
  /** Appends an exchange. Never throws and never waits: an error costs no answer. */
  readonly append: (exchange: RecordedExchange) => void;
  /** Resolves when everything has been written. */
  readonly flush: () => Promise<void>;
}

/**
 * Opens a recording for appending, one exchange a line (JSONL). A recording in the older form, one JSON document, is converted.
 *
 * @param report Called with what could not be written, once for each kind of error until something can be written again.
 */
export function openRecordFile(file: string, report: (message: string) => void): RecordFile {
  let reported: string | undefined;
  // The last line of a file that a crash cut, or of one that a full disk cut, is ended first.
  let isTorn = false;
  let waiting = 0;
  let queue = Promise.resolve();

  const fail = (error: unknown): void => {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (reported === code) return;
    reported = code;
    report(`The recording ${file} cannot be written (${code || message}). Requests are answered and not recorded.`);
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

/** Makes a file ready to append to. Returns whether its last line has no end. */
function prepare(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) {
    // A path that cannot be written is reported at the start, not at the first request.
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
