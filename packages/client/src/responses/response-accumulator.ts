import type { ResponseObject, ResponseStreamEvent } from "@patchbay/spec";
import { isRecord } from "../encoding/is-record.ts";
import { ApiError } from "../errors/api-error.ts";
import { textPlaces, type TextPlace } from "../generated/text-places.ts";
import { copyLevels } from "../stream/copy.ts";
import type { Fields } from "../stream/event-format.ts";
import type { Accumulator } from "../stream/stream-kind.ts";

/** The progress of a server tool, which its events have as the last part of their type. */
const statuses: ReadonlySet<string> = new Set([
  "in_progress",
  "searching",
  "generating",
  "interpreting",
  "completed",
  "failed",
]);

/** The levels of a part that change while it arrives: its fields, and its annotations and log probabilities. */
const partLevels = 2;

/** The levels of an item that change: its fields, its lists of parts, and the parts. */
const itemLevels = 2 + partLevels;

/** How many parts or annotations a service may skip at once. */
const mostSkipped = 64;

/** Accumulates a response from its events. The last event has the complete response. */
export class ResponseAccumulator implements Accumulator<ResponseStreamEvent, ResponseObject> {
  /** The latest response in an event, without what followed. */
  #response: Fields | undefined;
  /** Whether it is complete. */
  #isWhole = false;
  /** Index of an item → the item so far. */
  readonly #items = new Map<number, Fields>();
  /** Id of an item → its latest index. */
  readonly #indexes = new Map<unknown, number>();
  /** One more than the highest index. */
  #length = 0;

  add(event: ResponseStreamEvent): void {
    const fields = event as Fields;
    const type = String(fields.type);
    const dot = type.lastIndexOf(".");
    const subject = type.slice(0, dot);
    const step = type.slice(dot + 1);
    if (isRecord(fields.response)) this.#addResponse(fields.response, step);
    else if (subject === "response.output_item") this.#addItem(fields);
    else if (subject === "response.content_part") this.#setPart(fields, "content", "content_index");
    else if (subject === "response.reasoning_summary_part") this.#setPart(fields, "summary", "summary_index");
    else if (type === "response.output_text.annotation.added") this.#addAnnotation(fields);
    else if (step === "delta" || step === "done") this.#addText(subject, fields);
    else if (subject.endsWith("_call") && statuses.has(step)) this.#setStatus(fields, step);
  }

  /** A failed event has the response so far. */
  addError(error: unknown): void {
    if (!(error instanceof ApiError)) return;
    const { body } = error;
    if (isRecord(body) && body.status === "failed") this.#addResponse(body, "failed");
  }

  toResult(): ResponseObject | undefined {
    if (!this.#response && this.#items.size === 0) return undefined;
    const { output } = this.#response ?? {};
    // Some services omit the output from the last event.
    const isListed = this.#isWhole && Array.isArray(output) && output.length > 0;
    return {
      ...(this.#response ?? { object: "response", status: "in_progress" }),
      output: isListed
        ? output
        : [...this.#items].toSorted(([a], [b]) => a - b).map(([, item]) => copyLevels(item, itemLevels)),
    } as unknown as ResponseObject;
  }

  #addResponse(response: Fields, step: string): void {
    this.#response = response;
    this.#isWhole = step === "completed" || step === "incomplete" || step === "failed";
  }

  #addItem({ output_index: index, item }: Fields): void {
    if (isRecord(item)) this.#set(this.#indexOf(index, item.id) ?? this.#length, copyLevels(item, itemLevels));
  }

  #set(index: number, item: Fields): Fields {
    this.#items.set(index, item);
    if (item.id !== undefined) this.#indexes.set(item.id, index);
    this.#length = Math.max(this.#length, index + 1);
    return item;
  }

  /** The index of an item; by its id if the service sends no index. */
  #indexOf(index: unknown, id: unknown): number | undefined {
    if (isIndex(index)) return index;
    const found = this.#indexes.get(id);
    // Another item can have replaced the one with this id.
    return found !== undefined && this.#items.get(found)?.id === id ? found : undefined;
  }

  #itemOf({ output_index: outputIndex, item_id: id }: Fields, type: string): Fields {
    const index = this.#indexOf(outputIndex, id) ?? Math.max(this.#length - 1, 0);
    return (
      this.#items.get(index) ??
      this.#set(index, { id, type, ...(type === "message" && { role: "assistant", status: "in_progress" }) })
    );
  }

  #setPart(fields: Fields, list: "content" | "summary", indexName: string): void {
    const { part, [indexName]: index } = fields;
    if (!isRecord(part)) return;
    const parts = listOf(this.#itemOf(fields, list === "content" ? "message" : "reasoning"), list);
    parts[isIndexIn(parts, index) ? index : parts.length] = copyLevels(part, partLevels);
  }

  #partOf(fields: Fields, { list, part: type, item: itemType }: TextPlace): Fields {
    const item = this.#itemOf(fields, itemType);
    if (list === undefined) return item;
    const { content_index: contentIndex, summary_index: summaryIndex } = fields;
    const index = list === "content" ? contentIndex : summaryIndex;
    const parts = listOf(item, list);
    const at = isIndexIn(parts, index) ? index : Math.max(parts.length - 1, 0);
    if (!isRecord(parts[at])) parts[at] = { type };
    return parts[at];
  }

  #addText(subject: string, fields: Fields): void {
    if (subject === "response.apply_patch_call_operation_diff") return this.#addDiff(fields);
    const place = Object.hasOwn(textPlaces, subject) ? textPlaces[subject] : undefined;
    if (!place) return;
    const part = this.#partOf(fields, place);
    const { field } = place;
    appendText(part, field, fields);
    const { logprobs } = fields;
    if (!Array.isArray(logprobs) || logprobs.length === 0) return;
    if (typeof fields.delta !== "string" || !Array.isArray(part.logprobs)) part.logprobs = [];
    for (const logprob of logprobs as unknown[]) (part.logprobs as unknown[]).push(logprob);
  }

  #addDiff(fields: Fields): void {
    const item = this.#itemOf(fields, "apply_patch_call");
    if (!isRecord(item.operation)) item.operation = {};
    appendText(item.operation as Fields, "diff", fields);
  }

  #addAnnotation(fields: Fields): void {
    const { annotation, annotation_index: index } = fields;
    const part = this.#partOf(fields, textPlaces["response.output_text"]!);
    const annotations = listOf(part, "annotations");
    annotations[isIndexIn(annotations, index) ? index : annotations.length] = annotation as Fields;
  }

  #setStatus(fields: Fields, status: string): void {
    const { output_index: index, item_id: id } = fields;
    const item = this.#items.get(this.#indexOf(index, id) ?? -1);
    if (item) item.status = status;
  }
}

/** Appends a piece of a text, or sets the complete text. */
function appendText(into: Fields, field: string, event: Fields): void {
  const { delta, [field]: whole } = event;
  const before = typeof into[field] === "string" ? into[field] : "";
  if (typeof delta === "string") into[field] = before + delta;
  else if (typeof whole === "string") into[field] = whole;
}

function listOf(item: Fields, name: string): Fields[] {
  if (!Array.isArray(item[name])) item[name] = [];
  return item[name] as Fields[];
}

/** Whether a value is an index. A service that sends a larger one does not count from 0. */
function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 100_000;
}

/** Whether a value is an index of a list or close to its end. A large one would create an array of that length. */
function isIndexIn(list: readonly unknown[], value: unknown): value is number {
  return isIndex(value) && value < list.length + mostSkipped;
}
