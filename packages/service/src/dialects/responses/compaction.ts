import type { ChatMessage, ResponseCompaction, ResponsesRequest } from "@patchbay/spec";
import type { Part } from "../../parts/part.ts";
import type { Fields, Item, OutputBuilder, OutputEvent } from "./open-item.ts";

/** Asks the model to compact the conversation. */
export const compactionPrompt: ChatMessage = {
  role: "user",
  content: "Summarize the conversation so far. The summary replaces the conversation.",
};

/** Marks a compaction of this server. */
const mark = "pbc1.";

/** Whether the input asks for a compaction: its last item is a `compaction_trigger`. */
export function isCompaction(input: ResponsesRequest["input"]): boolean {
  return typeof input !== "string" && input.at(-1)?.type === "compaction_trigger";
}

/** The summary of a compaction as a message. The content of another provider cannot be read and is left out. */
export function readCompaction({ encrypted_content: content }: ResponseCompaction): ChatMessage | undefined {
  if (!content.startsWith(mark)) return undefined;
  const summary = decode(content.slice(mark.length));
  return summary === undefined ? undefined : { role: "developer", content: `The conversation so far:\n${summary}` };
}

/** The output of a compaction: one item with the text of the model. */
export class CompactionOutput implements OutputBuilder {
  readonly #id: string;
  #summary = "";

  constructor(id: string) {
    this.#id = id;
  }

  get items(): readonly Item[] {
    return [this.#item({ encrypted_content: mark + encode(this.#summary) })];
  }

  write(part: Part): readonly OutputEvent[] {
    if (part.type === "text") this.#summary += part.text;
    return [];
  }

  end(): readonly OutputEvent[] {
    const output_index = 0;
    return [
      { type: "response.output_item.added", output_index, item: this.#item({ encrypted_content: "" }) },
      { type: "response.output_item.done", output_index, item: this.items[0] },
    ];
  }

  #item(fields: Fields): Item {
    return { id: `cmp_${this.#id.replace(/^gen-/, "")}`, type: "compaction", ...fields };
  }
}

function encode(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}

function decode(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
