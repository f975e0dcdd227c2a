import type { Emit, Item, OpenItem } from "./open-item.ts";

interface Text {
  readonly type: string;
  text: string;
}

/** What can be known of a piece of reasoning in addition to its text. */
export interface ReasoningFacts {
  readonly format?: string | null | undefined;
  readonly signature?: string | null | undefined;
}

/** Reasoning of the model: summaries, text and encrypted content. */
export class OpenReasoning implements OpenItem {
  readonly item: Item & { readonly summary: Text[]; content?: Text[]; encrypted_content?: string };
  readonly #emit: Emit;
  #open: "summary" | "content" | undefined;

  constructor(id: string, emit: Emit) {
    this.item = { id, type: "reasoning", status: "in_progress", summary: [] };
    this.#emit = emit;
  }

  /** Whether the item is complete, so that the next reasoning is another one. */
  get isSealed(): boolean {
    return this.item.signature !== undefined || this.item.encrypted_content !== undefined;
  }

  /** Adds a piece of the reasoning as text, or of its summary. */
  write(kind: "summary" | "content", delta: string, facts: ReasoningFacts): void {
    const texts = kind === "summary" ? this.item.summary : (this.item.content ??= []);
    if (this.#open !== kind) this.#begin(kind, texts);
    this.#note(facts);
    if (delta === "") return;
    texts.at(-1)!.text += delta;
    const index = texts.length - 1;
    if (kind === "summary") this.#emit("response.reasoning_summary_text.delta", { summary_index: index, delta });
    else this.#emit("response.reasoning_text.delta", { content_index: index, delta });
  }

  /** Adds a complete summary. */
  summarize(text: string, facts: ReasoningFacts): void {
    this.end();
    this.write("summary", text, facts);
    this.end();
  }

  encrypt(data: string, facts: ReasoningFacts): void {
    this.#note(facts);
    this.item.encrypted_content = data;
  }

  #note({ format, signature }: ReasoningFacts): void {
    if (format != null) this.item.format = format;
    if (signature != null) this.item.signature = signature;
  }

  #begin(kind: "summary" | "content", texts: Text[]): void {
    this.end();
    const type = kind === "summary" ? "summary_text" : "reasoning_text";
    texts.push({ type, text: "" });
    const index = texts.length - 1;
    const part = { type, text: "" };
    if (kind === "summary") this.#emit("response.reasoning_summary_part.added", { summary_index: index, part });
    else this.#emit("response.content_part.added", { content_index: index, part });
    this.#open = kind;
  }

  end(): void {
    const texts = this.#open === "summary" ? this.item.summary : this.item.content;
    const part = texts?.at(-1);
    if (this.#open === undefined || !part) return;
    const index = texts!.length - 1;
    if (this.#open === "summary") {
      this.#emit("response.reasoning_summary_text.done", { summary_index: index, text: part.text });
      this.#emit("response.reasoning_summary_part.done", { summary_index: index, part });
    } else {
      this.#emit("response.reasoning_text.done", { content_index: index, text: part.text });
      this.#emit("response.content_part.done", { content_index: index, part });
    }
    this.#open = undefined;
  }
}
