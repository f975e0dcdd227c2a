import { hasContent } from "@patchbay/service/parts/has-content";
import type { PartDecoder, WireEvent } from "../adapter.ts";
import { ProviderFailure } from "../failure.ts";
import { toFailure } from "../failures/error-part.ts";
import { emptyCompletion, errorFinish, malformed, truncated } from "../failures/response-failures.ts";
import type { ProviderPart } from "../unified.ts";
import type { WireResponse } from "../wire/wire.ts";

/** Finish reasons of an output that may have no content. */
const emptyReasons: ReadonlySet<string> = new Set(["length", "content_filter"]);

/** Reads the parts of one response. Everything that goes wrong rejects with a `ProviderFailure`. */
export class OutputReader {
  readonly #response: WireResponse;
  readonly #decoder: PartDecoder;
  readonly #batches: AsyncGenerator<readonly WireEvent[], void>;
  #hasContent = false;
  #hasFinish = false;
  /** Follows the parts that came before it. */
  #failure: ProviderFailure | undefined;

  constructor(response: WireResponse, decoder: PartDecoder, format: "sse" | "ndjson") {
    this.#response = response;
    this.#decoder = decoder;
    this.#batches = response.events(format, () => decoder.isComplete?.() ?? false);
  }

  /** The parts up to the first content, which commits the request to this provider. Only the last usage is kept. */
  async commit(): Promise<readonly ProviderPart[]> {
    let ahead: ProviderPart[] = [];
    while (!this.#hasContent && !this.#hasFinish) {
      const batch = (await this.next()) ?? [];
      if (batch.some(({ type }) => type === "usage")) ahead = ahead.filter(({ type }) => type !== "usage");
      ahead.push(...batch);
    }
    return ahead;
  }

  /** The next parts; `undefined` after the finish. */
  async next(): Promise<readonly ProviderPart[] | undefined> {
    if (this.#hasFinish) return undefined;
    try {
      if (this.#failure) throw this.#failure;
      const events = await this.#nextEvents();
      if (events) return this.#check(events.flatMap((event) => this.#decode(event)));
      const parts = this.#check(this.#decoder.end());
      if (!this.#hasFinish && !this.#failure) throw new ProviderFailure(truncated());
      return parts;
    } catch (error) {
      this.#response.abort();
      throw error;
    }
  }

  /** Ends the response: its connection is used again after the finish, and closed before it. */
  close(): void {
    if (this.#hasFinish) this.#response.release();
    else this.#response.abort();
  }

  /** The next events; `undefined` at the end. An output whose end was seen is complete, whatever becomes of the connection. */
  async #nextEvents(): Promise<readonly WireEvent[] | undefined> {
    try {
      const { done, value } = await this.#batches.next();
      return done ? undefined : value;
    } catch (error) {
      if (error instanceof ProviderFailure && this.#decoder.isComplete?.()) return undefined;
      throw error;
    }
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
    for (const [place, part] of parts.entries()) {
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
