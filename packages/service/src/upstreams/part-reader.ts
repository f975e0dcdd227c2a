import { createPace, type Pace } from "../context/pace.ts";
import { sliceText } from "@patchbay/engine/data/text-slices";
import { hasContent } from "../parts/has-content.ts";
import { checkPart } from "../parts/check-part.ts";
import type { Part } from "../parts/part.ts";
import { toFailure, type ProviderFailure } from "../routing/provider-failure.ts";
import { disconnected, timedOut, toErrorPart, toProviderFailure } from "./upstream-failure.ts";
import type { DrainLimits } from "./upstream.ts";
import type { Waiter } from "./waiter.ts";

interface ReadOptions {
  /** Aborts the attempt. */
  readonly abort: () => void;
  /** Aborts when the client disconnects. */
  readonly clientSignal: AbortSignal | undefined;
  /** Whether the upstream is a script, whose bugs are not failures of a provider. */
  readonly isScript: boolean;
  /** When the attempt began, in the time of `performance.now()`. */
  readonly started: number;
  /** Milliseconds until the first part with content, from the start of the attempt. */
  readonly firstTokenTimeout: number;
  /** Milliseconds between two parts with content after that. */
  readonly idleTimeout: number;
  readonly waiter: Waiter;
  /** Whether the iterable yields lists of parts. */
  readonly isBatched?: boolean;
  /** Set if the output is read on after the client has left. */
  readonly drain?: DrainLimits | undefined;
}

/**
 * Reads the parts of an output while they are produced. Everything that goes wrong before the first part with content is a
 * `ProviderFailure`, so that the next endpoint can be tried; after it, it is an `error` part, which ends the output.
 */
export class PartReader {
  readonly #parts: AsyncIterator<unknown, unknown>;
  readonly #options: ReadOptions;
  /** An upstream that never waits for anything must not stop other requests. */
  readonly #pace: Pace;
  /** Parts that were read before the output was committed. */
  #ahead: Part[] = [];
  /** The parts that arrived together, and the place of the next one. */
  #batch: readonly unknown[] = [];
  #place = 0;
  /** When the next part with content is late, in the time of `performance.now()`. */
  #deadline: number;
  #isOpen = true;

  constructor(parts: AsyncIterable<unknown>, options: ReadOptions) {
    this.#parts = parts[Symbol.asyncIterator]();
    this.#options = options;
    this.#pace = createPace(options.clientSignal);
    this.#deadline = options.started + options.firstTokenTimeout;
  }

  /** How far to read after the client has left; undefined: not at all. */
  get drain(): DrainLimits | undefined {
    return this.#options.drain;
  }

  /** Reads up to the first part with content. */
  async commit(): Promise<void> {
    const { firstTokenTimeout } = this.#options;
    try {
      for (;;) {
        const part = await this.#pull(() => timedOut("first token", firstTokenTimeout));
        if (!part) throw disconnected("The provider's response ended without content");
        if (part.type === "error") throw toFailure(part.error);
        // The last report of usage counts.
        if (part.type === "usage") this.#ahead = this.#ahead.filter(({ type }) => type === "response");
        // An upstream that never produces content must not fill the memory.
        if (part.type === "response") this.#ahead = this.#ahead.filter(({ type }) => type !== "response");
        this.#ahead.push(part);
        if (hasContent(part)) return;
        if (part.type === "finish") {
          if (part.reason === "stop" || part.reason === "") throw disconnected("The provider's response is empty");
          return;
        }
      }
    } catch (error) {
      this.close();
      throw this.#toFailure(error);
    }
  }

  /** The parts, ending with `finish` or `error`. Rejects if the client disconnects. */
  async *read(): AsyncGenerator<Part, void> {
    for await (const parts of this.readBatches()) for (const part of parts) yield part;
  }

  /** As `read`. Parts that arrived together are yielded together. */
  async *readBatches(): AsyncGenerator<readonly Part[], void> {
    try {
      for (;;) {
        const part = this.#ahead.shift() ?? (await this.#next());
        if (isShort(part)) {
          yield this.#joinArrived(part);
          continue;
        }
        for await (const slice of this.#slices(part)) yield [slice];
        if (part.type === "finish") for await (const rest of this.#rest()) yield [rest];
        if (part.type === "error" || part.type === "finish") return;
      }
    } finally {
      this.close();
    }
  }

  /** A part and the short ones that arrived with it. */
  #joinArrived(first: Part): readonly Part[] {
    const parts = [first];
    while (this.#ahead.length === 0 && this.#place < this.#batch.length) {
      const next = readShort(this.#batch[this.#place]);
      if (!next) break;
      this.#place++;
      if (hasContent(next) || !("text" in next)) parts.push(next);
    }
    return parts;
  }

  /** Ends the output: the upstream's signal aborts, and its iterator returns. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const { abort, waiter } = this.#options;
    waiter.stop();
    abort();
    // An upstream that does not react is left behind.
    void this.#return().catch(() => undefined);
  }

  async #return(): Promise<void> {
    await this.#parts.return?.();
  }

  async #next(): Promise<Part> {
    const { idleTimeout } = this.#options;
    try {
      const part = await this.#pull(() => timedOut("next token", idleTimeout));
      if (part) return part;
      throw disconnected("The provider's response ended early");
    } catch (error) {
      const failure = this.#toFailure(error);
      const part = toErrorPart(failure);
      if (!part) throw failure;
      return part;
    }
  }

  /** The next part that is not empty; `undefined` at the end. Rejects at the deadline, which parts with content extend. */
  async #pull(late: () => ProviderFailure): Promise<Part | undefined> {
    const { idleTimeout } = this.#options;
    for (;;) {
      if (this.#pace.isDue()) await this.#pace.pause();
      if (this.#place >= this.#batch.length && !(await this.#arrive(late))) return undefined;
      const part = checkPart(this.#batch[this.#place++]);
      if (hasContent(part)) this.#deadline = performance.now() + idleTimeout;
      if (hasContent(part) || !("text" in part)) return part;
    }
  }

  /** Waits for parts. Returns false at the end. */
  async #arrive(late: () => ProviderFailure): Promise<boolean> {
    const { waiter, isBatched } = this.#options;
    const left = this.#deadline - performance.now();
    if (left <= 0) throw late();
    const next = await waiter.wait(this.#parts.next(), left, late);
    if (next.done) return false;
    this.#batch = isBatched ? (next.value as readonly unknown[]) : [next.value];
    this.#place = 0;
    return true;
  }

  /** A long text in slices, so that other requests make progress while its tokens are counted. */
  async *#slices(part: Part): AsyncGenerator<Part, void> {
    if (!("text" in part) || part.text.length <= longText) {
      yield part;
      return;
    }
    let before: string | undefined;
    for (const slice of sliceText(part.text)) {
      // A signature follows the whole text.
      if (before !== undefined)
        yield part.type === "reasoning" ? withoutSignature(part, before) : { ...part, text: before };
      before = slice;
      if (this.#pace.isDue()) await this.#pace.pause();
    }
    yield { ...part, text: before ?? "" };
  }

  #toFailure(error: unknown): unknown {
    return toProviderFailure(error, this.#options.clientSignal, this.#options.isScript);
  }

  /** Usage can follow the finish. An output that has its finish is complete, whatever happens then. */
  async *#rest(): AsyncGenerator<Part, void> {
    this.#deadline = performance.now() + Math.min(this.#options.idleTimeout, restTimeout);
    for (;;) {
      const part = await this.#pull(() => timedOut("usage", restTimeout)).catch(() => undefined);
      if (part?.type !== "usage") return;
      yield part;
    }
  }
}

/** Milliseconds for which the usage can follow the finish. */
const restTimeout = 5000;

/** A longer text is sent in slices, in characters. */
const longText = 50_000;

function withoutSignature({ signature: _, ...part }: Extract<Part, { type: "reasoning" }>, text: string): Part {
  return { ...part, text };
}

/** Whether a part is neither long nor the last one. */
function isShort(part: Part): boolean {
  if (part.type === "finish" || part.type === "error") return false;
  return !("text" in part) || part.text.length <= longText;
}

/** A part, if it is short. The error of an invalid one is reported when it is its turn. */
function readShort(value: unknown): Part | undefined {
  try {
    const part = checkPart(value);
    return isShort(part) ? part : undefined;
  } catch {
    return undefined;
  }
}
