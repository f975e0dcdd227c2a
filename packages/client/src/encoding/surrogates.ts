/** Half of a character that takes two units; the other half comes in the next piece. */
const isFirstHalf = (code: number): boolean => (code & 0xfc00) === 0xd800;

/** Gives out texts that come in pieces so that no piece ends in the middle of a character. */
export class SurrogateJoiner<Kind> {
  readonly #held = new Map<Kind, string>();

  /** What can be given out of a kind of text after another piece of it. */
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

  /** The halves whose other half never came, as they came. */
  rest(): [Kind, string][] {
    const rest = [...this.#held];
    this.#held.clear();
    return rest;
  }
}
