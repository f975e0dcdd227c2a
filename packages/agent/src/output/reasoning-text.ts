// Some models write their reasoning into the text before the answer, as `<think>…</think>`.

const opening = /^\s*<(think|thinking|reasoning)>/i;

/** Characters of `</reasoning>`. */
const longestTag = 12;

/** The text without the reasoning before it. Some providers omit the opening tag. */
export function withoutThinking(text: string): string {
  const tag = opening.exec(text)?.[1] ?? "think";
  const closed = closingOf(tag).exec(text);
  return closed ? text.slice(closed.index + closed[0].length).trim() : text.trim();
}

/** Removes the reasoning from the beginning of a streamed text. */
export class AnswerStart {
  /** The text until it is known whether it is reasoning; then its end, which may be part of the closing tag. */
  #head = "";
  #closing: RegExp | undefined;
  #isAnswer = false;

  /** Returns the part of the text so far that belongs to the answer and was not returned before. */
  take(piece: string): string {
    if (this.#isAnswer) return piece;
    this.#head = (this.#head + piece).trimStart();
    if (!this.#closing) {
      const tag = opening.exec(this.#head)?.[1];
      if (tag === undefined) return this.#isUndecided ? "" : this.#begin(0);
      this.#closing = closingOf(tag);
    }
    const closed = this.#closing.exec(this.#head);
    if (closed) return this.#begin(closed.index + closed[0].length);
    this.#head = this.#head.slice(-longestTag);
    return "";
  }

  get #isUndecided(): boolean {
    return this.#head.length < longestTag && !/[[{]/.test(this.#head);
  }

  #begin(at: number): string {
    this.#isAnswer = true;
    const answer = this.#head.slice(at);
    this.#head = "";
    return answer;
  }
}

function closingOf(tag: string): RegExp {
  return new RegExp(`</${tag}>`, "i");
}
