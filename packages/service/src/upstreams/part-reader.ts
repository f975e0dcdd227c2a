import { createPace, type Pace } from "../context/pace.ts";
import { sliceText } from "@patchbay/engine/data/text-slices";
import type { BatchReader } from "../parts/batch-reader.ts";
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
  /** Ends an attempt without a signal to the upstream. */
  readonly release: () => void;
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
  /** Whether every wait for parts is one for the network. Default: false. */
  readonly isNetwork?: boolean;
  /** Set if the output is read on after the client has left. */
  readonly drain?: DrainLimits | undefined;
}

/**
 * Reads the parts of an output while they are produced. Everything that goes wrong before the first part with content is a
 * `ProviderFailure`, so that the next endpoint can be tried; after it, it is an `error` part, which ends the output.
 */
export class PartReader {
  readonly #parts: BatchReader<unknown>;
  readonly #options: ReadOptions;
  /** An upstream that never waits for anything must not stop other requests. */
  readonly #pace: Pace;
  /** The parts that arrived together, and the place of the next one. */
  #batch: readonly unknown[] = [];
  #place = 0;
  /** What is left of a long text. */
  #slices: AsyncGenerator<Part, void> | undefined;
  /** When the next part with content is late, in the time of `performance.now()`. */
  #deadline: number;
  #state: "open" | "finished" | "ended" = "open";
  #isClosed = false;
  #hasBegun = false;

  constructor(parts: BatchReader<unknown>, options: ReadOptions) {
    this.#parts = parts;
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
    let ahead: Part[] = [];
    try {
      for (;;) {
        const part = this.#take() ?? (await this.#pull(() => timedOut("first token", firstTokenTimeout)));
        if (!part) throw disconnected("The provider's response ended without content");
        if (part.type === "error") throw toFailure(part.error);
        // The last report of usage counts.
        if (part.type === "usage") ahead = ahead.filter(({ type }) => type === "response");
        // An upstream that never produces content must not fill the memory.
        if (part.type === "response") ahead = ahead.filter(({ type }) => type !== "response");
        ahead.push(part);
        if (hasContent(part)) break;
        if (part.type !== "finish") continue;
        if (part.reason === "stop" || part.reason === "") throw disconnected("The provider's response is empty");
        break;
      }
    } catch (error) {
      this.close();
      throw this.#toFailure(error);
    }
    this.#batch = [...ahead, ...this.#batch.slice(this.#place)];
    this.#place = 0;
  }

  /** The parts, ending with `finish` or `error`. Rejects if the client disconnects. */
  async *read(): AsyncGenerator<Part, void> {
    try {
      for (let parts = await this.next(); parts; parts = await this.next()) yield* parts;
    } finally {
      this.close();
    }
  }

  /** The next parts, at once if they have arrived; `undefined` after `finish` or `error` and the usage. Rejects if the client disconnects. */
  next(): Batch | Promise<Batch> {
    if (this.#slices) return this.#nextSlice(this.#slices);
    if (this.#state === "finished") return this.#rest();
    if (this.#state === "ended") return this.#end();
    const parts = this.#takeArrived([]);
    return parts.length > 0 ? parts : this.#wait();
  }

  /** Adds the parts that have arrived, up to a long or invalid one. */
  #takeArrived(parts: Part[]): readonly Part[] {
    let isContent = false;
    while (this.#place < this.#batch.length && this.#state === "open") {
      const part = readShort(this.#batch[this.#place]);
      if (!part) break;
      this.#place++;
      const isOutput = hasContent(part);
      isContent ||= isOutput;
      if (isOutput || !("text" in part)) parts.push(part);
      this.#note(part);
    }
    if (isContent && this.#state === "open") this.#deadline = performance.now() + this.#options.idleTimeout;
    return parts;
  }

  #note({ type }: Part): void {
    if (type === "error") this.#state = "ended";
    if (type !== "finish") return;
    this.#state = "finished";
    this.#deadline = performance.now() + Math.min(this.#options.idleTimeout, restTimeout);
  }

  async #wait(): Promise<Batch> {
    const part = await this.#next();
    if (isShort(part)) {
      this.#note(part);
      return this.#takeArrived([part]);
    }
    this.#slices = this.#slice(part);
    return this.#nextSlice(this.#slices);
  }

  async #nextSlice(slices: AsyncGenerator<Part, void>): Promise<Batch> {
    const slice = await slices.next();
    if (!slice.done) return [slice.value];
    this.#slices = undefined;
    return this.next();
  }

  /** Usage can follow the finish. An output that has its finish is complete, whatever happens then. */
  #rest(): Batch | Promise<Batch> {
    try {
      const part = this.#take();
      if (part) return part.type === "usage" ? [part] : this.#end();
      const isPaused = this.#place < this.#batch.length;
      const arrived = isPaused ? this.#pace.pause() : this.#arrive(() => timedOut("usage", restTimeout));
      if (arrived === false) return this.#end();
      if (arrived === true) return this.#rest();
      return arrived.then(
        (isMore) => (isMore === false ? this.#end() : this.#rest()),
        () => this.#end(),
      );
    } catch {
      return this.#end();
    }
  }

  #end(): undefined {
    this.#state = "ended";
    this.close();
  }

  /** Ends the output: the upstream's signal aborts, and its iterator returns. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { abort, release, waiter, isNetwork } = this.#options;
    waiter.stop();
    // Closing the connection of an output that has begun needs no signal, whose abort takes 5 µs.
    if (isNetwork && this.#hasBegun) release();
    else abort();
    this.#parts.close();
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
    for (;;) {
      if (this.#pace.isDue()) await this.#pace.pause();
      const part = this.#take();
      if (part) return part;
      if (this.#place < this.#batch.length) continue;
      const arrived = this.#arrive(late);
      if (!(arrived instanceof Promise ? await arrived : arrived)) return undefined;
    }
  }

  /** The next part that has arrived and is not empty, unless it is time for a pause. */
  #take(): Part | undefined {
    while (this.#place < this.#batch.length && !this.#pace.isDue()) {
      const part = checkPart(this.#batch[this.#place++]);
      const isOutput = hasContent(part);
      if (isOutput) this.#deadline = performance.now() + this.#options.idleTimeout;
      if (isOutput || !("text" in part)) return part;
    }
    return undefined;
  }

  /** Reads parts. Returns false at the end. */
  #arrive(late: () => ProviderFailure): boolean | Promise<boolean> {
    const { waiter, isNetwork } = this.#options;
    const left = this.#deadline - performance.now();
    if (left <= 0) throw late();
    const read = (parts: readonly unknown[] | undefined): boolean => {
      this.#hasBegun = true;
      this.#batch = parts ?? [];
      this.#place = 0;
      return parts !== undefined;
    };
    const next = this.#parts.next();
    if (!(next instanceof Promise)) return read(next);
    return waiter.wait(next, left, late).then((parts) => {
      if (isNetwork) this.#pace.restart();
      return read(parts);
    });
  }

  /** A long text in slices, so that other requests make progress while its tokens are counted. */
  async *#slice(part: Part): AsyncGenerator<Part, void> {
    if (!("text" in part)) return;
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
}

type Batch = readonly Part[] | undefined;

/** Milliseconds for which the usage can follow the finish. */
const restTimeout = 5000;

/** A longer text is sent in slices, in characters. */
const longText = 50_000;

function withoutSignature({ signature: _, ...part }: Extract<Part, { type: "reasoning" }>, text: string): Part {
  return { ...part, text };
}

/** Whether a part is not a long text. */
function isShort(part: Part): boolean {
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
