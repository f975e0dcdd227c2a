import type { PartDecoder, WireEvent } from "../adapter.ts";
import { toErrorPart } from "../failures/error-part.ts";
import { readInnerError } from "../failures/read-error-body.ts";
import { malformed, truncated } from "../failures/response-failures.ts";
import { isObject, parseJson, toObject, toObjects, toText, type JsonObject } from "../fields/json-value.ts";
import type { ProviderPart } from "../unified.ts";
import { BlockReader } from "./blocks.ts";
import { UsageReader } from "./usage.ts";

/** Stop reason → finish reason. An unknown one is an ordinary end. */
const finishReasons: Readonly<Record<string, string>> = {
  max_tokens: "length",
  model_context_window_exceeded: "length",
  tool_use: "tool_calls",
  refusal: "content_filter",
};

/** Decodes the events of a message. A whole message, of a server that does not stream, is decoded as one event. */
export class MessagesDecoder implements PartDecoder {
  readonly #blocks = new BlockReader();
  readonly #usage = new UsageReader();
  #hasResponse = false;
  #stop: { readonly reason: string; readonly sequence: string | undefined } | undefined;
  #isOpen = true;

  push({ event, data }: WireEvent): readonly ProviderPart[] {
    if (!this.#isOpen) return [];
    const fields = parseJson(data);
    if (!isObject(fields)) return this.#fail(toErrorPart(malformed("an event that is not a JSON object", data)));
    const isError = fields.type === "error" || event === "error" || (fields.type === undefined && fields.error);
    if (isError) return this.#fail(toErrorPart(readInnerError({ error: fields.error ?? fields })));
    return this.#read(fields);
  }

  end(): readonly ProviderPart[] {
    if (!this.#isOpen) return [];
    return this.#stop ? this.#finish() : this.#fail(toErrorPart(truncated()));
  }

  isComplete(): boolean {
    return this.#isOpen && this.#stop !== undefined;
  }

  /** Pings, unknown events and events after the end have no parts. */
  #read(fields: JsonObject): ProviderPart[] {
    const { type, index } = fields;
    switch (type) {
      case "message_start":
        return this.#start(toObject(fields.message));
      case "content_block_start":
        return this.#stop ? [] : this.#blocks.start(index, toObject(fields.content_block));
      case "content_block_delta":
        return this.#stop ? [] : this.#blocks.delta(index, toObject(fields.delta));
      case "content_block_stop":
        return this.#blocks.stop(index);
      case "message_delta":
        this.#readStop(toObject(fields.delta));
        return this.#readUsage(fields.usage);
      case "message_stop":
        return this.#finish();
      case "message":
        return this.#readWhole(fields);
      default:
        return [];
    }
  }

  /** A second start belongs to the same response: proxies repeat it. Its usage is cumulative, too. */
  #start({ id, model, usage }: JsonObject): ProviderPart[] {
    const parts = this.#readUsage(usage);
    if (this.#hasResponse) return parts;
    this.#hasResponse = true;
    const ownId = toText(id);
    const name = toText(model);
    return [
      { type: "response", ...(ownId !== undefined && { id: ownId }), ...(name !== undefined && { model: name }) },
      ...parts,
    ];
  }

  #readStop({ stop_reason: reason, stop_sequence: sequence }: JsonObject): void {
    const text = toText(reason);
    if (text !== undefined) this.#stop = { reason: text, sequence: toText(sequence) };
  }

  #readUsage(value: unknown): ProviderPart[] {
    const usage = this.#usage.read(value);
    return usage ? [{ type: "usage", usage }] : [];
  }

  #readWhole(message: JsonObject): ProviderPart[] {
    const start = this.#start(message);
    const blocks = toObjects(message.content).flatMap((block, index) => [
      ...this.#blocks.start(index, block),
      ...this.#blocks.stop(index),
    ]);
    this.#readStop(message);
    return [...start, ...blocks, ...this.#finish()];
  }

  #finish(): ProviderPart[] {
    this.#isOpen = false;
    const { reason, sequence } = this.#stop ?? { reason: "end_turn", sequence: undefined };
    const known = Object.hasOwn(finishReasons, reason) ? finishReasons[reason]! : "stop";
    const stop = sequence !== undefined && { stopSequence: sequence };
    return [...this.#blocks.end(), { type: "finish", reason: known, nativeReason: reason, ...stop }];
  }

  #fail(part: ProviderPart): ProviderPart[] {
    this.#isOpen = false;
    return [part];
  }
}
