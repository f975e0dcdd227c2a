import type { Emit, Fields, Item, OpenItem } from "./open-item.ts";

type Content =
  | { readonly type: "output_text"; text: string; readonly annotations: Fields[]; readonly logprobs: readonly [] }
  | { readonly type: "refusal"; refusal: string };

/** A message of the model: texts with their citations, and refusals. */
export class OpenMessage implements OpenItem {
  readonly item: Item & { readonly content: Content[] };
  readonly #emit: Emit;

  constructor(id: string, emit: Emit) {
    this.item = { id, type: "message", status: "in_progress", role: "assistant", content: [] };
    this.#emit = emit;
  }

  /** Adds a piece of a text or of a refusal. */
  write(type: Content["type"], delta: string): void {
    const content = this.#begin(type);
    if (delta === "") return;
    const content_index = this.item.content.length - 1;
    if (content.type === "refusal") {
      content.refusal += delta;
      this.#emit("response.refusal.delta", { content_index, delta });
    } else {
      content.text += delta;
      this.#emit("response.output_text.delta", { content_index, delta, logprobs: [] });
    }
  }

  /** Adds a citation to the text. */
  cite(annotation: Fields): void {
    const content = this.#begin("output_text");
    if (content.type === "refusal") return;
    content.annotations.push(annotation);
    const content_index = this.item.content.length - 1;
    const annotation_index = content.annotations.length - 1;
    this.#emit("response.output_text.annotation.added", { content_index, annotation_index, annotation });
  }

  /** The last content if it is of this type, otherwise a new one. */
  #begin(type: Content["type"]): Content {
    const { content } = this.item;
    const last = content.at(-1);
    if (last?.type === type) return last;
    this.end();
    const added = createContent(type);
    content.push(added);
    this.#emit("response.content_part.added", { content_index: content.length - 1, part: createContent(type) });
    return added;
  }

  end(): void {
    const { content } = this.item;
    const part = content.at(-1);
    if (!part) return;
    const content_index = content.length - 1;
    if (part.type === "refusal") this.#emit("response.refusal.done", { content_index, refusal: part.refusal });
    else this.#emit("response.output_text.done", { content_index, text: part.text, logprobs: [] });
    this.#emit("response.content_part.done", { content_index, part });
  }
}

function createContent(type: Content["type"]): Content {
  return type === "refusal" ? { type, refusal: "" } : { type, text: "", annotations: [], logprobs: [] };
}
