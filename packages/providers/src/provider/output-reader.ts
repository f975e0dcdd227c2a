import { hasContent } from "@patchbay/service/parts/has-content";
import type { PartDecoder, WireEvent } from "../adapter.ts";
import { ProviderFailure } from "../failure.ts";
import { toFailure } from "../failures/error-part.ts";
import { emptyCompletion, errorFinish, malformed, truncated } from "../failures/response-failures.ts";
import type { ProviderPart } from "../unified.ts";
import type { EventBatches } from "../wire/read-events.ts";
import type { WireResponse } from "../wire/wire.ts";

/** Finish reasons of an output that may have no content. */
const emptyReasons: ReadonlySet<string> = new Set(["length", "content_filter"]);

type Batch = readonly ProviderPart[] | undefined;

/** Reads the parts of one response. Everything that goes wrong rejects with a `ProviderFailure`. */
export class OutputReader {
  readonly #response: WireResponse;
  readonly #decoder: PartDecoder;
  readonly #events: EventBatches;
  #hasContent = false;
  #hasFinish = false;
  /** Follows the parts that came before it. */
  #failure: ProviderFailure | undefined;

  constructor(response: WireResponse, decoder: PartDecoder, format: "sse" | "ndjson") {
    this.#response = response;
    this.#decoder = decoder;
    this.#events = response.events(format, () => decoder.isComplete?.() ?? false);
  }

  /** The parts up to the first content, which commits the request to this provider. Only the last usage is kept. */
  async commit(): Promise<readonly ProviderPart[]> {
    let ahead: ProviderPart[] = [];
    while (!this.#hasContent && !this.#hasFinish) {
      const next = this.next();
      const batch = (next instanceof Promise ? await next : next) ?? [];
      if (batch.some(({ type }) => type === "usage")) ahead = ahead.filter(({ type }) => type !== "usage");
      ahead.push(...batch);
    }
    return ahead;
  }

  /** The next parts, at once if they have arrived; `undefined` after the finish. Throws or rejects with the failure. */
  next(): Batch | Promise<Batch> {
    if (this.#hasFinish) return undefined;
    if (this.#failure) {
      this.#response.abort();
      throw this.#failure;
    }
    let events: ReturnType<EventBatches["next"]>;
    try {
      events = this.#events.next();
    } catch (error) {
      return this.#endWith(error);
    }
    return events instanceof Promise ? events.then(this.#read, this.#endWith) : this.#read(events);
  }

  /** Ends the response: its connection is used again after the finish, and closed before it. */
  close(): void {
    if (this.#hasFinish) this.#response.release();
    else this.#response.abort();
  }

  readonly #read = (events: readonly WireEvent[] | undefined): Batch => {
    try {
      if (events) return this.#check(this.#decodeAll(events));
      const parts = this.#check(this.#decoder.end());
      if (!this.#hasFinish && !this.#failure) throw new ProviderFailure(truncated());
      return parts;
    } catch (error) {
      this.#response.abort();
      throw error;
    }
  };

  /** An output whose end was seen is complete, whatever becomes of the connection. */
  readonly #endWith = (error: unknown): Batch => {
    if (error instanceof ProviderFailure && this.#decoder.isComplete?.()) return this.#read(undefined);
    this.#response.abort();
    throw error;
  };

  #decodeAll(events: readonly WireEvent[]): readonly ProviderPart[] {
    const parts: ProviderPart[] = [];
    for (const event of events) for (const part of this.#decode(event)) parts.push(part);
    return parts;
  }

  #decode(event: WireEvent): readonly ProviderPart[] {
    try {
      return this.#decoder.push(event);
    } catch (error) {
      if (error instanceof ProviderFailure) throw error;
      throw new ProviderFailure(malformed("an event that its API does not have", event.data), { cause: error });
    }
  }

  #check(parts: readonly ProviderPart[]): readonly ProviderPart[] {
    for (let place = 0; place < parts.length; place++) {
      const part = parts[place]!;
      if (part.type === "error") return this.#fail(parts.slice(0, place), toFailure(part));
      if (!this.#hasContent && hasContent(part)) {
        this.#hasContent = true;
        this.#response.commit();
      }
      if (part.type !== "finish") continue;
      if (part.reason === "error") return this.#fail(parts.slice(0, place), new ProviderFailure(errorFinish()));
      if (!this.#hasContent && !emptyReasons.has(part.reason)) throw new ProviderFailure(emptyCompletion());
      this.#hasFinish = true;
      return parts.slice(0, place + 1);
    }
    return parts;
  }

  /** Parts that came before a failure are still output. The failure then follows with the next read. */
  #fail(before: readonly ProviderPart[], failure: ProviderFailure): readonly ProviderPart[] {
    if (!before.some(hasContent) && !before.some(({ type }) => type === "usage")) throw failure;
    this.#failure = failure;
    return before;
  }
}
