import type { Part } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import { collectOutput, toOutputParts, type CollectedOutput } from "../upstreams/model-output.ts";
import { PartReader } from "../upstreams/part-reader.ts";
import { toErrorPart } from "../upstreams/upstream-failure.ts";
import { toolLoopOptions, type ModelCall } from "./call-model.ts";
import { Channel } from "./channel.ts";
import { readEach, type BatchReader } from "../parts/batch-reader.ts";
import { runServerTools, type ServerToolLoopResult } from "./server-tool-loop.ts";
import type { FitOptions } from "./turn-parts.ts";

/**
 * Runs the model and its server tools, and passes text and reasoning on while they are produced. Tool calls wait until their
 * step has ended, since calls of server tools are not sent.
 */
export class ToolLoopSource implements BatchReader<Part> {
  readonly #fit: FitOptions;
  readonly #call: ModelCall;
  readonly #channel = new Channel<Part>();
  readonly #parts = readEach(this.#read());
  #reader: PartReader;
  #result: ServerToolLoopResult | undefined;

  constructor(first: PartReader, call: ModelCall, fit: FitOptions) {
    this.#reader = first;
    this.#call = call;
    this.#fit = fit;
  }

  /** The work of the server tools; `undefined` until the output has ended. */
  get result(): ServerToolLoopResult | undefined {
    return this.#result;
  }

  next(): ReturnType<BatchReader<Part>["next"]> {
    return this.#parts.next();
  }

  close(): void {
    this.#channel.close();
    this.#reader.close();
  }

  async *#read(): AsyncGenerator<Part, void> {
    void this.#run();
    try {
      yield* this.#channel.receive();
    } finally {
      this.close();
    }
  }

  async #run(): Promise<void> {
    const { input, context } = this.#fit.question;
    const first = this.#reader;
    try {
      const callModel = async (request: typeof input, steps: number): Promise<CollectedOutput> =>
        this.#pass(steps === 0 && request === input ? first : await this.#callNext(request, steps));
      // The calls come before the text that is based on them, as in a complete response.
      const result = await runServerTools(context.state, input, {
        ...toolLoopOptions(callModel, this.#fit),
        onCalls: (details) => this.#send({ type: "reasoning-details", details }),
      });
      this.#result = result;
      for (const part of toLastParts(result)) await this.#send(part);
      this.#channel.close();
    } catch (error) {
      if (error === ended) return;
      const failure = toErrorPart(error);
      if (failure) await this.#channel.send(failure);
      this.#channel.close(failure ? undefined : { reason: error });
    }
  }

  /** Passes on what the caller sees of a model call. Returns the whole output. */
  async #pass(opened: CollectedOutput | PartReader): Promise<CollectedOutput> {
    if (!(opened instanceof PartReader)) {
      for (const part of toOutputParts(opened.output)) if (isPassedOn(part)) await this.#send(part);
      return opened;
    }
    this.#reader = opened;
    const parts: Part[] = [];
    for await (const part of opened.read()) {
      parts.push(part);
      if (isPassedOn(part)) await this.#send(part);
    }
    return collectOutput(parts);
  }

  async #callNext(request: UnifiedRequest, steps: number): Promise<CollectedOutput | PartReader> {
    const opened = await this.#call(request, steps);
    if (this.#channel.isOpen) return opened;
    if (opened instanceof PartReader) opened.close();
    throw ended;
  }

  /** Throws if the output was closed: then no further tool runs, and the model is not called again. */
  async #send(part: Part): Promise<void> {
    if (!(await this.#channel.send(part))) throw ended;
  }
}

/** Ends the loop of an output that was closed. */
const ended = new DOMException("The output was closed.", "AbortError");

function isPassedOn({ type }: Part): boolean {
  return type !== "tool-call-delta" && type !== "response" && type !== "usage" && type !== "finish" && type !== "error";
}

/** The end of the last step: the calls of the caller's tools, the usage, the finish. */
function toLastParts({ output, usage }: ServerToolLoopResult): Part[] {
  const { toolCalls, finishReason, nativeFinishReason, error } = output;
  const end: Part = error
    ? { type: "error", error }
    : {
        type: "finish",
        reason: finishReason ?? (toolCalls?.length ? "tool_calls" : "stop"),
        ...(nativeFinishReason !== undefined && { nativeReason: nativeFinishReason }),
      };
  return [...toOutputParts(toolCalls ? { toolCalls } : {}), ...(usage ? [{ type: "usage", usage } as const] : []), end];
}
