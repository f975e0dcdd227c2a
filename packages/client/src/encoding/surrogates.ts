/** Whether a code unit is the first half of a surrogate pair, whose second half is in the next piece. */
const isFirstHalf = (code: number): boolean => (code & 0xfc00) === 0xd800;

/** Releases streamed text so that no piece ends in the middle of a character. */
export class SurrogateJoiner<Kind> {
  readonly #held = new Map<Kind, string>();

  /** Adds a piece, and returns the text of this kind that can be released. */
  add(kind: Kind, piece: string): string {
    const held = this.#held.size > 0 ? this.#held.get(kind) : undefined;
    const endsInside = isFirstHalf(piece.charCodeAt(piece.length - 1));
    if (held === undefined && !endsInside) return piece;
    const text = (held ?? "") + piece;
    if (!endsInside) {
      this.#held.delete(kind);
      return text;
    }
    this.#held.set(kind, text.slice(-1));
    return text.slice(0, -1);
  }

  /** The surrogates whose second half never arrived, unchanged. */
  rest(): [Kind, string][] {
    const rest = [...this.#held];
    this.#held.clear();
    return rest;
  }
}
