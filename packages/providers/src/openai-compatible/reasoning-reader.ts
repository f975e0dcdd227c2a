import type { ReasoningDetail } from "@patchbay/spec";
import { firstText, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart } from "../unified.ts";

/**
 * Reads reasoning: `reasoning_content` or `reasoning` as text, or the pieces of `reasoning_details`. Text is passed on as it arrives;
 * summaries and encrypted details are joined until they are complete.
 */
export class ReasoningReader {
  /** The details that are not complete, by their index. */
  readonly #open = new Map<unknown, JsonObject>();

  /** Whether details wait for their next piece. */
  get isOpen(): boolean {
    return this.#open.size > 0;
  }

  read(delta: JsonObject): ProviderPart[] {
    const details = toObjects(delta.reasoning_details);
    if (details.length > 0) return details.flatMap((detail) => this.#readDetail(detail));
    const text = firstText(delta.reasoning_content, delta.reasoning);
    return text === undefined ? [] : [...this.flush(), { type: "reasoning", text }];
  }

  /** The details that other output, or the end, has completed. */
  flush(): ProviderPart[] {
    if (this.#open.size === 0) return [];
    const details = [...this.#open.values()] as unknown as ReasoningDetail[];
    this.#open.clear();
    return [{ type: "reasoning-details", details }];
  }

  #readDetail(detail: JsonObject): ProviderPart[] {
    if (detail.type === "reasoning.text") {
      const format = toText(detail.format);
      const signature = toText(detail.signature);
      const text = toText(detail.text) ?? "";
      if (text === "" && signature === undefined) return [];
      const part = { type: "reasoning", text, ...(format && { format }), ...(signature && { signature }) } as const;
      return [...this.flush(), part];
    }
    const index = detail.index ?? this.#open.size;
    const before = this.#open.get(index);
    const isNext = before === undefined || before.type !== detail.type;
    const complete = isNext ? this.flush() : [];
    this.#open.set(index, isNext ? detail : join(before, detail));
    return complete;
  }
}

/** Two pieces of a detail: their texts are joined, and of other fields the last value counts. */
function join(before: JsonObject, piece: JsonObject): JsonObject {
  const joined: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(piece)) {
    if (value === undefined || value === null) continue;
    const old = before[name];
    const isText = name === "summary" || name === "data";
    joined[name] = isText && typeof old === "string" && typeof value === "string" ? old + value : value;
  }
  return joined;
}
