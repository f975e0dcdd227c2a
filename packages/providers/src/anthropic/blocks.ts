import type { Annotation } from "@patchbay/spec";
import { isObject, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart } from "../unified.ts";
import { claudeFormat } from "./messages.ts";

interface OpenCall {
  readonly call: number;
  /** Arguments that the start of the block has, as some compatible servers send them. */
  readonly input: JsonObject;
  hasPieces: boolean;
}

/** Turns content blocks into parts. Blocks of server tools and unknown blocks have none. */
export class BlockReader {
  /** Index of a block → the tool call that it is. */
  readonly #calls = new Map<unknown, OpenCall>();
  #count = 0;
  #details = 0;

  start(index: unknown, block: JsonObject): ProviderPart[] {
    switch (block.type) {
      case "text":
        return [...toTextPart(block.text), ...toObjects(block.citations).flatMap(toAnnotations)];
      case "thinking":
        return [...toReasoningPart(block.thinking), ...toSignature(block.signature)];
      case "redacted_thinking":
        return this.#encrypted(block.data);
      case "tool_use":
        return this.#startCall(index, block);
      default:
        return [];
    }
  }

  delta(index: unknown, delta: JsonObject): ProviderPart[] {
    switch (delta.type) {
      case "text_delta":
        return toTextPart(delta.text);
      case "thinking_delta":
        return toReasoningPart(delta.thinking);
      case "signature_delta":
        return toSignature(delta.signature);
      case "citations_delta":
        return toAnnotations(toObject(delta.citation));
      case "input_json_delta":
        return this.#continueCall(index, toText(delta.partial_json));
      default:
        return [];
    }
  }

  stop(index: unknown): ProviderPart[] {
    const open = this.#calls.get(index);
    if (!open) return [];
    this.#calls.delete(index);
    if (open.hasPieces) return [];
    // A function without parameters has an empty object as its arguments.
    return [{ type: "tool-call-delta", index: open.call, arguments: JSON.stringify(open.input) }];
  }

  /** The parts of tool calls whose end is missing. */
  end(): ProviderPart[] {
    return [...this.#calls.keys()].flatMap((index) => this.stop(index));
  }

  #startCall(index: unknown, { id, name, input }: JsonObject): ProviderPart[] {
    const call = this.#count++;
    this.#calls.set(index, { call, input: isObject(input) ? input : {}, hasPieces: false });
    return [{ type: "tool-call-delta", index: call, id: toText(id) ?? `toolu_${call}`, name: toText(name) ?? "" }];
  }

  #continueCall(index: unknown, text: string | undefined): ProviderPart[] {
    const open = this.#calls.get(index);
    if (!open || text === undefined) return [];
    open.hasPieces = true;
    return [{ type: "tool-call-delta", index: open.call, arguments: text }];
  }

  #encrypted(data: unknown): ProviderPart[] {
    if (typeof data !== "string") return [];
    const detail = { type: "reasoning.encrypted", data, format: claudeFormat, index: this.#details++ } as const;
    return [{ type: "reasoning-details", details: [detail] }];
  }
}

function toTextPart(value: unknown): ProviderPart[] {
  const text = toText(value);
  return text === undefined ? [] : [{ type: "text", text }];
}

function toReasoningPart(value: unknown): ProviderPart[] {
  const text = toText(value);
  return text === undefined ? [] : [{ type: "reasoning", text, format: claudeFormat }];
}

function toSignature(value: unknown): ProviderPart[] {
  const signature = toText(value);
  return signature === undefined ? [] : [{ type: "reasoning", text: "", format: claudeFormat, signature }];
}

/** The citation of a web page. Citations of documents have no URL. */
function toAnnotations({ url, title, cited_text: content }: JsonObject): ProviderPart[] {
  const address = toText(url);
  if (address === undefined) return [];
  const citation = { url: address, title: toText(title) ?? address, start_index: 0, end_index: 0 };
  const text = toText(content);
  const annotation: Annotation = {
    type: "url_citation",
    url_citation: { ...citation, ...(text !== undefined && { content: text }) },
  };
  return [{ type: "annotations", annotations: [annotation] }];
}
