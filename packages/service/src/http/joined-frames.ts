import { toJsonText } from "../json/json-text.ts";
import type { Frame, FrameBody, ShortFrames } from "./reply.ts";

/** Events that differ only in one string, so that the rest is serialized once. */
export interface EventTemplate {
  readonly before: string;
  readonly after: string;
}

/** The event of a template with a string. */
export function fillTemplate({ before, after }: EventTemplate, text: string): string {
  return before + toJsonText(text) + after;
}

/**
 * Frames that are due at once. They are stored as the tokens of the output and the templates of their events: 4 KB for a
 * stream of 200 tokens in place of 27 KB, which each garbage collection would copy as long as the stream is remembered.
 */
export class JoinedFrames implements ShortFrames {
  readonly #texts: string[] = [];
  readonly #templates: (EventTemplate | undefined)[] = [];
  #characters = 0;

  /** Adds a frame: a string of a template, or the text of the frame. */
  add(text: string, template?: EventTemplate): void {
    this.#texts.push(text);
    this.#templates.push(template);
    this.#characters += text.length + (template ? template.before.length + template.after.length + 2 : 0);
  }

  get length(): number {
    return this.#texts.length;
  }

  get characters(): number {
    return this.#characters;
  }

  toText(): string {
    let all = "";
    for (let index = 0; index < this.#texts.length; index++) all += this.#at(index);
    return all;
  }

  toFrames(): Frame[] {
    return this.#texts.map((_, index) => ({ text: this.#at(index), at: 0 }));
  }

  #at(index: number): string {
    const template = this.#templates[index];
    return template ? fillTemplate(template, this.#texts[index]!) : this.#texts[index]!;
  }
}

/** A body of joined frames. Its `frames` are made when they are read. */
export function joinedBody(joined: ShortFrames, ended: FrameBody["ended"]): FrameBody {
  return {
    kind: "frames",
    joined,
    get frames() {
      return joined.toFrames();
    },
    ended,
  };
}
