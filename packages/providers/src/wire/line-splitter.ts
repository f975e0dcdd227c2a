import { tooLarge } from "../failures/response-failures.ts";

/** Splits text into lines while it arrives. */
export interface LineSplitter {
  /** The lines that the text completes, without their ends. */
  readonly push: (text: string) => readonly string[];
  /** Whether the text so far ended with a whole line. */
  readonly isAtStart: () => boolean;
  /** The text after the last line end. */
  readonly end: () => string;
}

/** Which characters end a line: LF, or each of CR, LF and CRLF. */
export type LineEnds = "lf" | "any";

/**
 * Creates a splitter. It reads each character once, however the text is cut. Throws a `ProviderFailure` for a line of more than
 * `maxLength` characters.
 */
export function createLineSplitter(ends: LineEnds, maxLength: number): LineSplitter {
  /** The pieces of the line that has not ended. */
  let pieces: string[] = [];
  let length = 0;
  /** Whether the text so far ends with a CR, whose LF may follow. */
  let isAfterCr = false;

  const keep = (piece: string): void => {
    if (piece === "") return;
    pieces.push(piece);
    length += piece.length;
    if (length > maxLength) throw tooLarge("line", maxLength);
  };
  const take = (piece: string): string => {
    keep(piece);
    const line = pieces.length === 1 ? pieces[0]! : pieces.join("");
    pieces = [];
    length = 0;
    return line;
  };

  return {
    push: (text) => {
      const lines: string[] = [];
      let start = isAfterCr && text.startsWith("\n") ? 1 : 0;
      if (text !== "") isAfterCr = ends === "any" && text.endsWith("\r");
      const hasCr = ends === "any" && text.includes("\r", start);
      for (;;) {
        const end = hasCr ? findLineEnd(text, start) : text.indexOf("\n", start);
        if (end === -1) break;
        lines.push(take(text.slice(start, end)));
        start = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
      }
      keep(start === 0 ? text : text.slice(start));
      return lines;
    },
    isAtStart: () => pieces.length === 0 && !isAfterCr,
    end: () => take(""),
  };
}

function findLineEnd(text: string, start: number): number {
  for (let place = start; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === 10 || code === 13) return place;
  }
  return -1;
}
