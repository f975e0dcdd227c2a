import type { Annotation } from "@patchbay/spec";
import type { Ids } from "@patchbay/engine/data/ids";
import { HttpError } from "../http/http-error.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import { readUsage } from "../parts/read-usage.ts";
import type { Part, ProviderError, ReportedUsage } from "../parts/part.ts";
import type { CountedPart } from "./counted-part.ts";
import { TextExcerpt } from "./text-excerpt.ts";
import { outputImageTokens, type TokenizedOutput } from "./tokenized-output.ts";

/** Where the parts of an output come from. */
export interface PartSource {
  /** The parts, ending with `finish` or `error`. Those that arrived together are yielded together. */
  readBatches(): AsyncGenerator<readonly Part[], void>;
  /** Stops the source. */
  close(): void;
}

/** How much of an output the account can pay for. */
interface Payable {
  readonly tokens: number;
  readonly images: number;
}

interface LiveOutputOptions {
  readonly source: PartSource;
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

  /** The parts with content; those that arrived together in one list. When they end, `toOutput` has the finish or the error. */
  async *readBatches(): AsyncGenerator<readonly CountedPart[], void> {
    const { source, sources } = this.#options;
    let isCut = false;
    for await (const parts of source.readBatches()) {
      let batch: CountedPart[] = [];
      for (const part of parts) {
        if (this.#note(part)) continue;
        const tokens = this.#count(part);
        if (!this.#isReserved(part, tokens)) {
          // What came before does not wait for the reservation.
          if (batch.length > 0) yield batch;
          batch = [];
          if (!(await this.#tryReserve(part, tokens))) {
            const head = this.#error ? undefined : this.#payableHead(part);
            if (head) this.#add(head.part, head.tokens, batch);
            isCut = true;
            break;
          }
        }
        this.#add(part, tokens, batch);
      }
      if (batch.length > 0) yield batch;
      if (isCut) break;
    }
    if (isCut) this.#finishReason = "length";
    const annotations = sources(this.#content.text);
    if (annotations.length > 0 && !this.#error) {
      this.#annotations.push(...annotations);
      yield [{ part: { type: "annotations", annotations }, tokens: 0 }];
    }
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

  /** As `#reserve`, but an error of the server, such as that its database is gone, ends the output as its error. */
  async #tryReserve(part: Part, more: number): Promise<boolean> {
    try {
      return await this.#reserve(part, more);
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      this.#error = { status: error.status, message: error.message };
      return false;
    }
  }

  /** Extends the reservation for a part. Returns false if the account cannot pay for it, or at the longest output. */
  async #reserve(part: Part, more: number): Promise<boolean> {
    const { stretch, maxTokens = Infinity } = this.#options;
    const isImages = part.type === "images";
    const images = this.#images + (isImages ? part.urls.length : 0);
    const tokens = this.#textTokens + (isImages ? 0 : more);
    if (tokens > maxTokens) return false;
    const payable = await stretch({ tokens: Math.min(tokens + stretchBy, maxTokens), images });
    this.#payable = payable.tokens;
    return tokens <= payable.tokens && images <= payable.images;
  }

  get #textTokens(): number {
    return this.#tokens - this.#images * outputImageTokens;
  }

  /**
   * The beginning of a part that the account can pay for in part. Without it, a provider that sends its text in one piece would
   * give an empty response that costs nothing.
   */
  #payableHead(part: Part): CountedPart | undefined {
    const { tokenizer, isTokenized, maxTokens = Infinity } = this.#options;
    const left = Math.min(this.#payable, maxTokens) - this.#textTokens;
    if (isTokenized || !(left > 0)) return undefined;
    const split = (text: string): { text: string; tokens: number } => {
      const pieces = tokenizer.split(text, left);
      return { text: pieces.join(""), tokens: pieces.length };
    };
    if (part.type === "text" || part.type === "refusal" || part.type === "reasoning") {
      const { text, tokens } = split(part.text);
      return { part: { ...part, text }, tokens };
    }
    if (part.type !== "tool-call-delta") return undefined;
    const { text, tokens } = split(part.arguments ?? "");
    return { part: { ...part, arguments: text }, tokens };
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

function isReasoning({ type }: Part): boolean {
  return type === "reasoning" || type === "reasoning-details";
}
