import type { MessagesResponse, MessageStreamEvent } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { copyLevels, define } from "../stream/copy.ts";
import type { Fields } from "../stream/event-format.ts";
import type { Accumulator } from "../stream/stream-kind.ts";
import { PartialJson } from "./partial-json.ts";

/** One content block while it arrives. */
interface OpenBlock {
  readonly block: Fields;
  /** Its input so far; undefined if the input did not arrive in pieces. */
  json: PartialJson | undefined;
}

/** The levels of a block that change while it arrives: its fields, and its citations. */
const blockLevels = 2;

/** Accumulates a message from its events. */
export class MessageAccumulator implements Accumulator<MessageStreamEvent, MessagesResponse> {
  #message: Fields | undefined;
  #usage: Fields | undefined;
  /** Index → block. */
  readonly #blocks = new Map<number, OpenBlock>();

  add(event: MessageStreamEvent): void {
    const { type, ...fields } = event as Fields;
    if (type === "message_start") this.#start(fields);
    else if (type === "content_block_start") this.#startBlock(fields);
    else if (type === "content_block_delta") this.#addDelta(fields);
    else if (type === "message_delta") this.#change(fields);
    // The last event can have fields of the message, such as the routing.
    else if (type === "message_stop" && this.#message) setFields(this.#message, fields);
  }

  toResult(): MessagesResponse | undefined {
    if (!this.#message) return undefined;
    return {
      ...this.#message,
      ...(this.#usage && { usage: { ...this.#usage } }),
      content: [...this.#blocks].toSorted(([a], [b]) => a - b).map(([, block]) => toBlock(block)),
    } as unknown as MessagesResponse;
  }

  #start({ message }: Fields): void {
    if (!isRecord(message)) return;
    const { content, usage } = message;
    this.#message = { ...message };
    this.#usage = isRecord(usage) ? { ...usage } : undefined;
    if (Array.isArray(content))
      for (const [index, block] of content.entries()) this.#startBlock({ index, content_block: block });
  }

  #startBlock({ index, content_block: block }: Fields): void {
    if (isRecord(block) && isIndex(index))
      this.#blocks.set(index, { block: copyLevels(block, blockLevels), json: undefined });
  }

  #addDelta({ index, delta }: Fields): void {
    if (!isRecord(delta) || !isIndex(index)) return;
    this.#message ??= {};
    let open = this.#blocks.get(index);
    if (!open) this.#blocks.set(index, (open = { block: { type: blockTypes.get(delta.type) }, json: undefined }));
    const { block } = open;
    const { type, ...pieces } = delta;
    if (type === "input_json_delta") (open.json ??= new PartialJson()).add(textOf(pieces.partial_json));
    else if (type === "text_delta") block.text = textOf(block.text) + textOf(pieces.text);
    else if (type === "thinking_delta") block.thinking = textOf(block.thinking) + textOf(pieces.thinking);
    else if (type === "citations_delta") {
      if (!Array.isArray(block.citations)) block.citations = [];
      (block.citations as unknown[]).push(pieces.citation);
    } else
      for (const [name, value] of Object.entries(pieces)) {
        const isPiece = !complete.has(type) && typeof value === "string" && typeof block[name] === "string";
        define(block, name, isPiece ? String(block[name]) + value : value);
      }
  }

  /** A field that is null does not replace one that is known. The counts of a usage are totals. */
  #change({ delta, usage, ...rest }: Fields): void {
    if (!this.#message) return;
    setFields(this.#message, rest);
    if (isRecord(delta)) setFields(this.#message, delta);
    for (const counts of [isRecord(delta) && delta.usage, usage])
      if (isRecord(counts)) setFields((this.#usage ??= {}), counts);
  }
}

/** Sets fields in place, so that the time depends on the changes alone. */
function setFields(into: Fields, changes: Fields): void {
  for (const [name, value] of Object.entries(changes))
    if (value !== null || !Object.hasOwn(into, name) || into[name] === undefined) define(into, name, value);
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
  const copy = copyLevels(block, blockLevels);
  const input = json?.value;
  if (input !== undefined && input !== null) copy.input = input;
  return copy;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Whether a value is an index. A service that sends a larger one does not count from 0. */
function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100_000;
}
