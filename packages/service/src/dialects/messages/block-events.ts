import type { ContentBlock, ContentBlockDelta, ReasoningDetail, TextCitation, UnknownTag } from "@patchbay/spec";
import { tryParseJson } from "../../json/parse-json.ts";
import type { Part, ReasoningPart, ToolCallPart } from "../../parts/part.ts";
import { toServerToolBlocks } from "./server-tool-blocks.ts";

/** A change of the content of a response. */
export type BlockEvent =
  | { readonly type: "start"; readonly index: number; readonly block: ContentBlock }
  | { readonly type: "delta"; readonly index: number; readonly delta: ContentBlockDelta }
  | { readonly type: "stop"; readonly index: number };

interface BlockOptions {
  /** Id of the generation. */
  readonly id: string;
  /** Whether thinking blocks have only their signature. */
  readonly omitsThinking: boolean;
}

/**
 * Turns parts into the content blocks of a response, as the changes that produce them. However the output is split into parts,
 * the changes add up to the same blocks.
 */
export class BlockBuilder {
  readonly #options: BlockOptions;
  #next = 0;
  /** The text or thinking block that the next piece continues. */
  #open: { readonly type: "text" | "thinking"; readonly index: number } | undefined;
  /** Number of the tool call → its block. */
  readonly #calls = new Map<number, CallBlock>();
  /** The blocks of tool calls that have not ended. */
  readonly #openCalls = new Set<CallBlock>();
  #serverCalls = 0;
  /** Number of web fetches. */
  fetches = 0;

  constructor(options: BlockOptions) {
    this.#options = options;
  }

  /** The changes of a part. */
  write(part: Part): BlockEvent[] {
    switch (part.type) {
      case "text":
      case "refusal":
        return part.text === "" ? [] : this.#writeText({ type: "text_delta", text: part.text });
      case "reasoning":
        return this.#writeReasoning(part);
      case "reasoning-details":
        return part.details.flatMap((detail) => this.#writeDetail(detail));
      case "tool-call-delta":
        return this.#writeCall(part);
      case "images":
        return part.urls.flatMap((url) => this.#writeWhole(toImageBlock(url)));
      case "annotations":
        return part.annotations.flatMap((annotation) =>
          annotation.type === "url_citation"
            ? this.#writeText({ type: "citations_delta", citation: toCitation(annotation.url_citation) })
            : [],
        );
      default:
        return [];
    }
  }

  /** The changes that end the content. */
  end(): BlockEvent[] {
    const stops = this.#close();
    for (const { index } of this.#openCalls) stops.push({ type: "stop", index });
    return stops;
  }

  #writeText(delta: ContentBlockDelta): BlockEvent[] {
    const { index, events } = this.#openBlock("text");
    return [...events, { type: "delta", index, delta }];
  }

  #writeReasoning({ text, signature }: ReasoningPart): BlockEvent[] {
    if (text === "" && signature === undefined) return [];
    const { index, events } = this.#openBlock("thinking");
    if (text !== "" && !this.#options.omitsThinking)
      events.push({ type: "delta", index, delta: { type: "thinking_delta", thinking: text } });
    if (signature === undefined) return events;
    events.push({ type: "delta", index, delta: { type: "signature_delta", signature } });
    return [...events, ...this.#close()];
  }

  #writeDetail(detail: ReasoningDetail): BlockEvent[] {
    switch (detail.type) {
      case "reasoning.encrypted":
        return this.#writeWhole({ type: "redacted_thinking", data: detail.data });
      case "reasoning.server_tool_call": {
        if (detail.tool_name.includes("fetch")) this.fetches++;
        const id = `srvtoolu_${this.#options.id.replaceAll(/\W/g, "_")}_${this.#serverCalls++}`;
        return toServerToolBlocks(detail, id).flatMap((block) => this.#writeWhole(block));
      }
      default: {
        const text = detail.type === "reasoning.summary" ? detail.summary : (detail.text ?? "");
        const signature = detail.type === "reasoning.summary" ? "" : (detail.signature ?? "");
        // Each detail is a block of its own.
        return [...this.#close(), ...this.#writeReasoning({ type: "reasoning", text, signature })];
      }
    }
  }

  #writeCall({ index: number, id, name, arguments: text = "" }: ToolCallPart): BlockEvent[] {
    const events: BlockEvent[] = [];
    let call = this.#calls.get(number);
    if (!call) {
      events.push(...this.#close());
      call = { index: this.#next++, text: "" };
      this.#calls.set(number, call);
      this.#openCalls.add(call);
      const block = {
        type: "tool_use",
        id: id ?? "",
        name: name ?? "",
        input: {},
        caller: { type: "direct" },
      } as const;
      events.push({ type: "start", index: call.index, block });
    }
    if (text === "") return events;
    call.text += text;
    return [...events, { type: "delta", index: call.index, delta: { type: "input_json_delta", partial_json: text } }];
  }

  #writeWhole(block: ContentBlock): BlockEvent[] {
    const events = this.#close();
    const index = this.#next++;
    return [...events, { type: "start", index, block }, { type: "stop", index }];
  }

  /** The block of a type that the next piece continues, and the changes that open it. */
  #openBlock(type: "text" | "thinking"): { readonly index: number; readonly events: BlockEvent[] } {
    if (this.#open?.type === type) return { index: this.#open.index, events: [] };
    const events = this.#close();
    const index = this.#next++;
    this.#open = { type, index };
    const block: ContentBlock =
      type === "text" ? { type, text: "", citations: null } : { type, thinking: "", signature: "" };
    return { index, events: [...events, { type: "start", index, block }] };
  }

  /**
   * Ends the blocks that are complete. Pieces of a tool call may be interleaved with those of other calls, so a call is only
   * complete once its arguments are.
   */
  #close(): BlockEvent[] {
    const stops: BlockEvent[] = [];
    if (this.#open) stops.push({ type: "stop", index: this.#open.index });
    this.#open = undefined;
    for (const call of this.#openCalls) {
      if (!isComplete(call.text)) continue;
      this.#openCalls.delete(call);
      stops.push({ type: "stop", index: call.index });
    }
    return stops;
  }
}

interface CallBlock {
  readonly index: number;
  /** The arguments so far, as JSON text. */
  text: string;
}

/** Whether arguments are a whole object. The start of an object never is. */
function isComplete(text: string): boolean {
  return text.trimEnd().endsWith("}") && tryParseJson(text) !== undefined;
}

function toCitation({
  url,
  title,
  content,
}: {
  url: string;
  title: string;
  content?: string | null | undefined;
}): TextCitation {
  return {
    type: "web_search_result_location",
    url,
    title,
    cited_text: content ?? "",
    encrypted_index: btoa(encodeURI(url)),
  };
}

/** An image of the output, in the form of an image in a request. Anthropic's models make none. */
function toImageBlock(url: string): ContentBlock {
  const [, media_type, data] = /^data:([^;,]+);base64,(.*)$/s.exec(url) ?? [];
  const source = data === undefined ? { type: "url", url } : { type: "base64", media_type, data };
  return { type: "image" as UnknownTag, source };
}
