import type { WireEvent, WireRequest } from "../adapter.ts";
import { ProviderFailure } from "../failure.ts";
import { excerpt, malformed } from "../failures/response-failures.ts";
import { createEventParser } from "./create-event-parser.ts";
import type { EventParser } from "./event-parser.ts";
import { isWhole } from "./event-stream-parser.ts";
import type { Exchange, ResponseHead } from "./exchange.ts";
import { readBody, readStart } from "./read-body.ts";

/** Limits of a response. */
export interface ReadLimits {
  /** Longest JSON body, in bytes. */
  readonly maxBodyBytes: number;
  /** Longest event, in characters. */
  readonly maxEventLength: number;
}

interface ReadOptions extends ReadLimits {
  readonly format: Exclude<WireRequest["format"], "json">;
  /** Whether the output has ended, so that only the usage can follow. */
  readonly isComplete: () => boolean;
}

/** The events of a response, those of each chunk together. */
export interface EventBatches {
  /** The next events, at once if they have arrived; `undefined` at the end. Throws or rejects with the failure. */
  readonly next: () => EventBatch | Promise<EventBatch>;
}

type EventBatch = readonly WireEvent[] | undefined;

/**
 * Reads the events of a successful response. A JSON body in place of a stream is one event: it is an error under status 200, or the
 * response of a provider that does not stream. An HTML page is a `ProviderFailure`.
 */
export class EventReader implements EventBatches {
  readonly #exchange: Exchange;
  readonly #contentType: string;
  readonly #options: ReadOptions;
  readonly #parser: EventParser;
  #hasBegun = false;
  #hasEnded = false;

  constructor(exchange: Exchange, { headers }: ResponseHead, options: ReadOptions) {
    this.#exchange = exchange;
    this.#contentType = headers["content-type"] ?? "";
    this.#options = options;
    this.#parser = createEventParser(options.format, options);
  }

  readonly next = (): EventBatch | Promise<EventBatch> => {
    while (!this.#hasEnded) {
      const chunk = this.#exchange.read(this.#options.isComplete() ? "usage" : "idle");
      if (chunk instanceof Promise) return chunk.then(this.#parse);
      const events = this.#parse(chunk);
      // A chunk can end in the middle of an event.
      if (events instanceof Promise || events?.length !== 0) return events;
    }
    return undefined;
  };

  readonly #parse = (chunk: Uint8Array | undefined): EventBatch | Promise<EventBatch> => {
    if (!chunk) return this.#end();
    if (this.#hasBegun) return this.#parser.push(chunk);
    // Some providers send line ends until the model begins.
    if (chunk.every(isSpace)) return [];
    this.#hasBegun = true;
    const form = formOf(this.#contentType, chunk, this.#options.format);
    return form === "events" ? this.#parser.push(chunk) : this.#readWhole(form, chunk);
  };

  #end(): EventBatch {
    this.#hasEnded = true;
    return this.#parser.end();
  }

  /** The body of a response that is not a stream. */
  async #readWhole(form: "html" | "json", first: Uint8Array): Promise<EventBatch> {
    this.#hasEnded = true;
    if (form === "html") {
      const page = new TextDecoder().decode(first) + (await readStart(this.#exchange, 4096));
      throw new ProviderFailure(malformed("an HTML page instead of a response", page));
    }
    const data = await readBody(this.#exchange, this.#options.maxBodyBytes, first);
    if (!isWhole(data)) throw new ProviderFailure(malformed("a body that is not valid JSON", excerpt(data)));
    return [{ data }];
  }
}

type Form = "html" | "json" | "events";

/** What a body is. Content types are often wrong, so the first character decides. */
function formOf(contentType: string, chunk: Uint8Array, format: ReadOptions["format"]): Form {
  const text = new TextDecoder().decode(chunk.subarray(0, 256)).trimStart();
  if (text.startsWith("<")) return "html";
  if (format === "ndjson") return "events";
  if (text.startsWith("{") || text.startsWith("[")) return "json";
  return /^application\/json\b/i.test(contentType) && !/^(?:data|event|id|retry)?:/.test(text) ? "json" : "events";
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
