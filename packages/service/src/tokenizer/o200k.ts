import { Merger } from "./merge.ts";
import { findPieceEnd } from "./pre-tokenizer.ts";
import { TokenTable } from "./token-table.ts";

/** The most characters of a piece. Only a longer word, number of spaces or row of signs has other tokens than it had whole. */
const longestPiece = 16_384;

/** Counts tokens of o200k_base and splits text at them. Names of special tokens are ordinary text. */
export class O200kTokenizer {
  readonly #table: TokenTable = new TokenTable();
  readonly #merger: Merger = new Merger(this.#table);
  /** The piece in UTF-8. */
  #bytes = new Uint8Array(256);

  /** The number of tokens. */
  count(text: string): number {
    const wellFormed = text.toWellFormed();
    let tokens = 0;
    for (let start = 0; start < wellFormed.length;) {
      const end = endOfPiece(wellFormed, start);
      tokens += this.#countPiece(wellFormed, start, end);
      start = end;
    }
    return tokens;
  }

  /** Some thousand characters at a time. */
  *countSlices(text: string): Generator<{ tokens: number; characters: number }> {
    const wellFormed = text.toWellFormed();
    let tokens = 0;
    let counted = 0;
    for (let start = 0; start < wellFormed.length;) {
      const end = endOfPiece(wellFormed, start);
      tokens += this.#countPiece(wellFormed, start, end);
      start = end;
      if (end - counted < 4096 && end < text.length) continue;
      yield { tokens, characters: end - counted };
      tokens = 0;
      counted = end;
    }
  }

  /** The first tokens as pieces of the text. A character that spans tokens stays whole, in the piece of the last of them. */
  split(text: string, most: number): string[] {
    const wellFormed = text.toWellFormed();
    const pieces: string[] = [];
    for (let start = 0; start < wellFormed.length && pieces.length < most;) {
      const end = endOfPiece(wellFormed, start);
      const count = this.#countPiece(wellFormed, start, end);
      if (count === 1) pieces.push(wellFormed.slice(start, end));
      else this.#splitPiece(wellFormed, start, end, pieces);
      start = end;
    }
    return pieces.length > most ? pieces.slice(0, most) : pieces;
  }

  #countPiece(text: string, start: number, end: number): number {
    const length = this.#encode(text, start, end);
    if (length === 1 || this.#table.rankOf(this.#bytes, 0, length) >= 0) return 1;
    return this.#merger.merge(this.#bytes, length);
  }

  /** Adds the tokens of the piece that was counted last. */
  #splitPiece(text: string, start: number, end: number, pieces: string[]): void {
    let from = start;
    let to = start;
    let byte = 0;
    for (let last = 0; from < end;) {
      last = this.#merger.endOf(last);
      for (let next = byte + lengthOf(this.#bytes[byte]!); next <= last; next += lengthOf(this.#bytes[next]!)) {
        to += next - byte === 4 ? 2 : 1;
        byte = next;
      }
      if (to > from) pieces.push(text.slice(from, to));
      from = to;
    }
  }

  #encode(text: string, start: number, end: number): number {
    if (this.#bytes.length < 3 * (end - start)) this.#bytes = new Uint8Array(6 * (end - start));
    const bytes = this.#bytes;
    let length = 0;
    for (let at = start; at < end; at++) {
      let code = text.charCodeAt(at);
      if (code < 0x80) {
        bytes[length++] = code;
        continue;
      }
      if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
      else if (code < 0xd800 || code > 0xdfff) {
        bytes[length++] = 0xe0 | (code >> 12);
        bytes[length++] = 0x80 | ((code >> 6) & 63);
      } else {
        code = text.codePointAt(at++)!;
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 63);
        bytes[length++] = 0x80 | ((code >> 6) & 63);
      }
      bytes[length++] = 0x80 | (code & 63);
    }
    return length;
  }
}

function endOfPiece(text: string, start: number): number {
  const end = findPieceEnd(text, start);
  if (end - start <= longestPiece) return end;
  const isPair = text.codePointAt(start + longestPiece - 1)! > 0xffff;
  return start + longestPiece + (isPair ? 1 : 0);
}

/** How many bytes a character has in UTF-8, from its first one. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}
