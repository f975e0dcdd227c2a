import type { Annotation } from "@patchbay/spec";
import type { Ids } from "@patchbay/engine/data/ids";
import { HttpError } from "../http/http-error.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { BatchReader } from "../parts/batch-reader.ts";
import { readUsage } from "../parts/read-usage.ts";
import type { Part, ProviderError, ReportedUsage } from "../parts/part.ts";
import type { Payable } from "./budget.ts";
import type { CountedPart } from "./counted-part.ts";
import { cutPart } from "./cut-part.ts";
import { TextExcerpt } from "./text-excerpt.ts";
import { outputImageTokens, type TokenizedOutput } from "./tokenized-output.ts";

interface LiveOutputOptions {
  /** The parts; the last ones have `finish` or `error`. */
  readonly source: BatchReader<Part>;
  readonly tokenizer: Tokenizer;
  readonly ids: Ids;
  /** Whether the reasoning is charged but not sent. */
  readonly hidden: boolean;
  /** The longest output, in tokens of the common tokenizer. Real upstreams limit it themselves. Default: unlimited. */
  readonly maxTokens?: number;
  /** Whether every part of a text is one token. Default: false, the tokens are counted. */
  readonly isTokenized?: boolean;
  /** Reserves credits for an output. Returns the longest part of it that the account can pay for. */
  readonly stretch: (answer: Payable) => Payable | Promise<Payable>;
  /** Annotations that follow the output: citations of search results, parsed files. */
  readonly sources: (text: string) => readonly Annotation[];
}

/** Tokens by which a reservation is extended during a stream. */
const stretchBy = 1024;

/** The longest text of an output that the server remembers, in characters. */
const longestExcerpt = 131_072;

/**
 * An output while it is produced: counts its tokens, extends the reservation of credits, ends it when the account cannot pay
 * for more, and remembers what the record of the request needs. Memory does not grow with the length of the text.
 */
export class LiveOutput {
  readonly #options: LiveOutputOptions;
  readonly #content = new TextExcerpt(longestExcerpt);
  readonly #reasoning = new TextExcerpt(longestExcerpt);
  readonly #calls = new Map<number, { id: string; name: string; arguments: TextExcerpt }>();
  readonly #annotations: Annotation[] = [];
  #images = 0;
  #tokens = 0;
  #reasoningTokens = 0;
  /** Tokens of text for which credits are reserved. */
  #payable = 0;
  #finishReason: string | undefined;
  #nativeReason: string | undefined;
  #stopSequence: string | undefined;
  #error: ProviderError | undefined;
  #usage: ReportedUsage | undefined;
  #upstreamId: string | undefined;
  /** The parts that arrived together, and the place of the next one. */
  #parts: readonly Part[] = [];
  #place = 0;
  #isEnded = false;

  constructor(options: LiveOutputOptions) {
    this.#options = options;
  }

  /** Output tokens so far, in tokens of the common tokenizer. */
  get tokens(): number {
    return this.#tokens;
  }

  /** The usage that the upstream reported last. */
  get usage(): ReportedUsage | undefined {
    return this.#usage;
  }

  /** The provider's id of its response. */
  get upstreamId(): string | undefined {
    return this.#upstreamId;
  }

  /** Stops the upstream. */
  close(): void {
    this.#options.source.close();
  }

  /**
   * The next parts with content, at once if they have arrived; `undefined` at the end. Then `toOutput` has the finish or the error. The next
   * call must wait for this one.
   */
  next(): Batch | Promise<Batch> {
    for (;;) {
      const batch = this.#takeArrived();
      if (batch || this.#isEnded) return batch;
      const read = this.#options.source.next();
      if (read instanceof Promise) return this.#wait(read);
      if (!read) return this.#end();
      this.#parts = read;
      this.#place = 0;
    }
  }

  async #wait(first: Promise<readonly Part[] | undefined>): Promise<Batch> {
    for (let parts = await first; parts; parts = await this.#options.source.next()) {
      this.#parts = parts;
      this.#place = 0;
      const batch = this.#takeArrived();
      if (batch || this.#isEnded) return batch;
    }
    return this.#end();
  }

  #takeArrived(): Batch | Promise<Batch> {
    const batch = this.#take([]);
    if (batch.length > 0) return batch;
    return this.#place < this.#parts.length ? this.#takeReserved() : undefined;
  }

  /** Adds the parts that have arrived, up to one that is not reserved: what came before does not wait for its reservation. */
  #take(batch: CountedPart[]): CountedPart[] {
    for (; this.#place < this.#parts.length; this.#place++) {
      const part = this.#parts[this.#place]!;
      if (this.#note(part)) continue;
      const tokens = this.#count(part);
      if (!this.#isReserved(part, tokens)) break;
      this.#add(part, tokens, batch);
    }
    return batch;
  }

  /** The parts that follow, once the first one is reserved. Without credits for it, the output ends. */
  #takeReserved(): Batch | Promise<Batch> {
    const part = this.#parts[this.#place]!;
    const tokens = this.#count(part);
    const go = (isReserved: boolean): Batch | Promise<Batch> => {
      const batch: CountedPart[] = [];
      if (!isReserved) return this.#cut(part, batch);
      this.#place++;
      this.#add(part, tokens, batch);
      this.#take(batch);
      return batch.length > 0 ? batch : this.next();
    };
    const reserved = this.#tryReserve(part, tokens);
    return reserved instanceof Promise ? reserved.then(go) : go(reserved);
  }

  /** Ends the output with what the account can pay for. */
  #cut(part: Part, batch: CountedPart[]): Batch {
    const { tokenizer, isTokenized, maxTokens = Infinity } = this.#options;
    const left = Math.min(this.#payable, maxTokens) - this.#textTokens;
    const head = this.#error || isTokenized ? undefined : cutPart(part, left, tokenizer);
    if (head) this.#add(head.part, head.tokens, batch);
    this.#finishReason = "length";
    this.#parts = [];
    this.close();
    const last = this.#end();
    return last || batch.length > 0 ? [...batch, ...(last ?? [])] : undefined;
  }

  /** The annotations that follow the text, if there are any. */
  #end(): Batch {
    this.#isEnded = true;
    const annotations = this.#options.sources(this.#content.text);
    if (annotations.length === 0 || this.#error) return undefined;
    this.#annotations.push(...annotations);
    return [{ part: { type: "annotations", annotations }, tokens: 0 }];
  }

  /** What is known of the output, in the form that billing and records use. It has excerpts of long texts. */
  toOutput(): TokenizedOutput {
    const calls = [...this.#calls.values()].map(({ id, name, arguments: text }) => ({
      call: { id, type: "function" as const, function: { name, arguments: text.text } },
      pieces: [],
    }));
    const error = this.#error;
    return {
      reasoning: this.#reasoning.text === "" ? [] : [this.#reasoning.text],
      details: [],
      content: this.#content.text === "" ? [] : [this.#content.text],
      toolCalls: calls,
      images: Array.from({ length: this.#images }, () => ""),
      annotations: this.#annotations,
      tokens: this.#tokens,
      reasoningTokens: this.#reasoningTokens,
      imageTokens: this.#images * outputImageTokens,
      stopSequence: this.#stopSequence,
      finishReason: error ? "error" : (this.#finishReason ?? (calls.length > 0 ? "tool_calls" : "stop")),
      nativeFinishReason: this.#nativeReason,
      error,
    };
  }

  /** Notes a part without content. Returns whether it is one. */
  #note(part: Part): boolean {
    if (part.type === "usage") this.#usage = readUsage(part.usage) ?? this.#usage;
    else if (part.type === "response") this.#upstreamId = part.id;
    else if (part.type === "error") this.#error = part.error;
    else if (part.type === "finish") {
      this.#finishReason = part.reason;
      this.#nativeReason = part.nativeReason;
      this.#stopSequence = part.stopSequence;
    } else return false;
    return true;
  }

  #count(part: Part): number {
    const { tokenizer, isTokenized } = this.#options;
    const count = (text: string): number => (text === "" ? 0 : isTokenized ? 1 : tokenizer.count(text));
    switch (part.type) {
      case "text":
      case "refusal":
      case "reasoning":
        return count(part.text);
      case "tool-call-delta":
        return count(part.arguments ?? "");
      case "images":
        return part.urls.length * outputImageTokens;
      default:
        return 0;
    }
  }

  /** Whether a part is within the reservation. */
  #isReserved(part: Part, more: number): boolean {
    if (part.type === "images") return false;
    const { maxTokens = Infinity } = this.#options;
    return this.#textTokens + more <= Math.min(this.#payable, maxTokens);
  }

  #tryReserve(part: Part, more: number): boolean | Promise<boolean> {
    try {
      const reserved = this.#reserve(part, more);
      return reserved instanceof Promise ? reserved.catch(this.#noteError) : reserved;
    } catch (error) {
      return this.#noteError(error);
    }
  }

  /** An error of the server, such as that its database is gone, ends the output as its error. */
  readonly #noteError = (error: unknown): false => {
    if (!(error instanceof HttpError)) throw error;
    this.#error = { status: error.status, message: error.message };
    return false;
  };

  /** Extends the reservation for a part. Returns false if the account cannot pay for it, or at the longest output. */
  #reserve(part: Part, more: number): boolean | Promise<boolean> {
    const { stretch, maxTokens = Infinity } = this.#options;
    const isImages = part.type === "images";
    const images = this.#images + (isImages ? part.urls.length : 0);
    const tokens = this.#textTokens + (isImages ? 0 : more);
    if (tokens > maxTokens) return false;
    const keep = (payable: Payable): boolean => {
      this.#payable = payable.tokens;
      return tokens <= payable.tokens && images <= payable.images;
    };
    const payable = stretch({ tokens: Math.min(tokens + stretchBy, maxTokens), images });
    return payable instanceof Promise ? payable.then(keep) : keep(payable);
  }

  get #textTokens(): number {
    return this.#tokens - this.#images * outputImageTokens;
  }

  /** Adds a part to the output, and to a batch if the client may see it. */
  #add(part: Part, tokens: number, batch: CountedPart[]): void {
    const named = this.#remember(part, tokens);
    if (!(this.#options.hidden && isReasoning(part))) batch.push({ part: named, tokens });
  }

  /** Adds a part to the output. Returns it with the id of its tool call. */
  #remember(part: Part, tokens: number): Part {
    this.#tokens += tokens;
    switch (part.type) {
      case "text":
      case "refusal":
        this.#content.add(part.text);
        return part;
      case "reasoning":
        this.#reasoningTokens += tokens;
        this.#reasoning.add(part.text);
        return part;
      case "images":
        this.#images += part.urls.length;
        return part;
      case "annotations":
        this.#annotations.push(...part.annotations);
        return part;
      case "tool-call-delta": {
        const known = this.#calls.get(part.index);
        const id = known?.id ?? part.id ?? `call_${this.#options.ids.text(24)}`;
        const call = known ?? { id, name: part.name ?? "", arguments: new TextExcerpt(longestExcerpt) };
        if (!known) this.#calls.set(part.index, call);
        call.arguments.add(part.arguments ?? "");
        return known ? part : { ...part, id };
      }
      default:
        return part;
    }
  }
}

type Batch = readonly CountedPart[] | undefined;

function isReasoning({ type }: Part): boolean {
  return type === "reasoning" || type === "reasoning-details";
}
