import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import { isRecord } from "../errors/error-detail.ts";
import { copyJson } from "../stream/copy.ts";
import type { Fields } from "../stream/event-format.ts";
import type { Accumulator } from "../stream/stream-kind.ts";
import { parsePartialJson } from "./partial-json.ts";

/** One content block while it arrives. */
interface OpenBlock {
  readonly block: Fields;
  /** The JSON text of its input so far; undefined if the input did not arrive in pieces. */
  json: string | undefined;
}

/** Accumulates a message from its events. */
export class MessageAccumulator implements Accumulator<MessageStreamEvent, MessagesResponse> {
  #message: Fields | undefined;
  /** Index → block. */
  readonly #blocks: OpenBlock[] = [];

  add(event: MessageStreamEvent): void {
    const { type, ...fields } = event as Fields;
    if (type === "message_start") this.#start(fields);
    else if (type === "content_block_start") this.#startBlock(fields);
    else if (type === "content_block_delta") this.#addDelta(fields);
    else if (type === "message_delta") this.#change(fields);
    // The last event can have fields of the message, such as the routing.
    else if (type === "message_stop" && this.#message) this.#message = { ...this.#message, ...fields };
  }

  toResult(): MessagesResponse | undefined {
    if (!this.#message) return undefined;
    return {
      ...copyJson(this.#message),
      content: this.#blocks.filter(Boolean).map(toBlock),
    } as unknown as MessagesResponse;
  }

  #start({ message }: Fields): void {
    if (!isRecord(message)) return;
    const { content } = message;
    this.#message = { ...message };
    if (Array.isArray(content))
      for (const block of content)
        if (isRecord(block)) this.#startBlock({ index: this.#blocks.length, content_block: block });
  }

  #startBlock({ index, content_block: block }: Fields): void {
    if (isRecord(block) && isIndex(index)) this.#blocks[index] = { block: copyJson(block), json: undefined };
  }

  #addDelta({ index, delta }: Fields): void {
    if (!isRecord(delta) || !isIndex(index)) return;
    this.#message ??= {};
    const open = (this.#blocks[index] ??= { block: { type: blockTypes.get(delta.type) }, json: undefined });
    const { block } = open;
    const { type, ...pieces } = delta;
    if (type === "input_json_delta") open.json = (open.json ?? "") + textOf(pieces.partial_json);
    else if (type === "text_delta") block.text = textOf(block.text) + textOf(pieces.text);
    else if (type === "thinking_delta") block.thinking = textOf(block.thinking) + textOf(pieces.thinking);
    else if (type === "citations_delta")
      block.citations = [...(Array.isArray(block.citations) ? (block.citations as unknown[]) : []), pieces.citation];
    else
      for (const [name, value] of Object.entries(pieces)) {
        const isPiece = !complete.has(type) && typeof value === "string" && typeof block[name] === "string";
        define(block, name, isPiece ? String(block[name]) + value : value);
      }
  }

  /** A field that is null does not replace one that is known. The counts of a usage are totals. */
  #change({ delta, usage, ...rest }: Fields): void {
    if (!this.#message) return;
    this.#message = merge(this.#message, { ...rest, ...(isRecord(delta) && delta) });
    if (isRecord(usage)) {
      const { usage: before } = this.#message;
      this.#message.usage = merge(isRecord(before) ? before : {}, usage);
    }
  }
}

function merge(before: Fields = {}, changes: Fields): Fields {
  const known = Object.entries(changes).filter(([name, value]) => value !== null || before[name] === undefined);
  return { ...before, ...Object.fromEntries(known) };
}

/** Types of deltas whose fields replace those of the block. The texts of other ones are pieces. */
const complete: ReadonlySet<unknown> = new Set(["signature_delta", "compaction_delta"]);

/** Type of a delta → type of its block, for a service that does not announce blocks. */
const blockTypes: ReadonlyMap<unknown, string> = new Map([
  ["text_delta", "text"],
  ["thinking_delta", "thinking"],
  ["signature_delta", "thinking"],
  ["citations_delta", "text"],
  ["input_json_delta", "tool_use"],
]);

/** A block as a message has it: its input is JSON. A truncated input has what arrived completely. */
function toBlock({ block, json }: OpenBlock): Fields {
  const copy = copyJson(block);
  if (json !== undefined && json.trim() !== "") copy.input = parsePartialJson(json) ?? copy.input;
  return copy;
}

/** Sets a field, also one named `__proto__`. */
function define(into: Fields, name: string, value: unknown): void {
  Object.defineProperty(into, name, { value, enumerable: true, writable: true, configurable: true });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Whether a value is an index. A large one would create a sparse array of that length. */
function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100_000;
}
