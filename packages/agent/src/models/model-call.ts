import {
  getResponseInfo,
  TimeoutError,
  type ChatCompletion,
  type ChatCompletionMessage,
  type ChatCompletionRequest,
  type ChatStreamEvent,
  type ChatMessage,
  type Patchbay,
  type RequestOptions,
} from "@patchbay/client";
import type { RunEvent } from "../report/events.ts";
import { BudgetExceededError } from "../errors/agent-error.ts";
import { defined } from "../options/defined.ts";
import { readCompletion, refusalOf, textOf } from "../state/completion.ts";
import { mayBeBilled, classifyError } from "./failure.ts";
import { requestKey } from "./request-key.ts";
import { PartialJson } from "../output/partial-json.ts";
import type { SpanEnd, ObserverContext } from "../report/observers.ts";
import type { UsageLedger } from "../report/usage-ledger.ts";
import type { OpenAttempt, Step } from "../report/run-report.ts";

/** What asking a model takes. */
export interface ModelCall {
  readonly client: Pick<Patchbay, "chat">;
  readonly request: ChatCompletionRequest;
  readonly signal: AbortSignal;
  readonly ledger: UsageLedger;
  /** Whether a limit forbids the request; agents that run in parallel can reach it while this one waits. Default: never. */
  readonly isSpent?: (() => boolean) | undefined;
  readonly path: readonly string[];
  /** The point of the conversation at which it is asked; the idempotency key is made of it and the request. */
  readonly point: string;
  /** What the client is told beside the request. */
  readonly options?: Pick<RequestOptions, "maxRetries" | "idleTimeout">;
  /** Whether the answer comes event by event. */
  readonly streams: boolean;
  /** Whether the text is JSON that is shown as it comes. */
  readonly isTyped: boolean;
  /** The beginning of the answer, as another model gave it. */
  readonly prefix?: string;
  /** The conversation, whose calls have ids that those of the answer must not have. Default: empty. */
  readonly history?: readonly ChatMessage[];
  readonly observers: ObserverContext;
}

/** An answer, with what it took to get it. */
export interface Answered {
  readonly completion: ChatCompletion;
  readonly message: ChatCompletionMessage;
  readonly step: Step;
  /** The try, for whoever finds fault with the answer. */
  readonly attempt: OpenAttempt;
  /** What was asked for. */
  readonly asked: string;
}

/** Asks the model once: whole, or as a stream whose events are passed on as they come. Throws `BudgetSpent` when a limit forbids it. */
export async function* callModel(call: ModelCall): AsyncGenerator<RunEvent, Answered> {
  const { client, request, signal, ledger, streams } = call;
  if (call.isSpent?.()) throw new BudgetExceededError();
  const asked = request.model ?? request.models?.[0] ?? "default";
  const attempt = ledger.begin(asked);
  const watching = call.observers.begin({ type: "attempt", model: asked, streams, request });
  let end: SpanEnd = {};
  const began = performance.now();
  let answer: object | undefined;
  try {
    const idempotencyKey = requestKey(call.point, request);
    const options = { ...call.options, ...defined({ idempotencyKey }), signal };
    let completion: ChatCompletion;
    if (streams) {
      const stream = client.chat.completions.stream(request, options);
      answer = stream;
      const told = new Told(call, () => void (attempt.timeToFirstTokenMs ??= performance.now() - began));
      for await (const event of watching.around(stream.events())) for (const one of told.take(event)) yield one;
      completion = told.completion!;
    } else {
      completion = await watching.within(async () =>
        client.chat.completions.create({ ...request, stream: false }, options),
      );
      answer = completion;
    }
    const answered = settle(completion, asked, attempt, call);
    end = { usage: completion.usage, finishReason: answered.step.finishReason, message: answered.message };
    return answered;
  } catch (error) {
    end = { error };
    // The reason of an abort can be any value, `null` included.
    const { partial, generationId } = (error ?? {}) as { partial?: ChatCompletion; generationId?: string };
    attempt.provider = partial?.provider;
    attempt.generationId = partial?.id ?? generationId;
    const { kind, message } = classifyError(error);
    if (partial?.usage || mayBeBilled.has(kind)) attempt.cost = ledger.spend(partial?.usage);
    if (!signal.aborted || error instanceof TimeoutError)
      Object.assign(attempt, { outcome: "failed", failureKind: kind, reason: message });
    throw error;
  } finally {
    if (attempt.outcome === "cancelled" && attempt.cost === undefined) ledger.spend(undefined);
    attempt.durationMs = performance.now() - began;
    attempt.generationId = getResponseInfo(answer)?.generationId ?? attempt.generationId;
    const { model, provider, generationId: id, cost, timeToFirstTokenMs: firstTokenMs, outcome } = attempt;
    watching.end({
      model,
      provider,
      generationId: id,
      cost,
      timeToFirstTokenMs: firstTokenMs,
      cancelled: outcome === "cancelled",
      ...end,
    });
  }
}

/** Turns what a stream tells into events of a run. */
class Told {
  completion: ChatCompletion | undefined;
  readonly #call: ModelCall;
  readonly #onContent: () => void;
  readonly #withoutBlank: (text: string) => string;
  #text: string;
  readonly #partial: PartialJson | undefined;

  constructor(call: ModelCall, onContent: () => void) {
    const { prefix = "" } = call;
    this.#call = call;
    this.#partial = call.isTyped ? new PartialJson() : undefined;
    this.#onContent = onContent;
    this.#withoutBlank = seamAfter(prefix);
    this.#text = prefix;
    this.#partial?.push(prefix);
  }

  take(event: ChatStreamEvent): readonly RunEvent[] {
    if (event.type === "done") return this.#end(event.completion);
    // Of several choices, the first one is the answer.
    if ("index" in event && event.index > 0 && Number(this.#call.request.n ?? 1) > 1) return none;
    const events = this.#tell(event);
    if (events) this.#onContent();
    return events ?? none;
  }

  #end(completion: ChatCompletion): readonly RunEvent[] {
    this.completion = this.#joined(completion);
    const output = this.#partial?.last();
    return output === undefined ? none : [{ type: "partial-output", output, path: this.#call.path }];
  }

  /** The events of a part of the answer; undefined if it is not a part of it. */
  #tell(event: ChatStreamEvent): readonly RunEvent[] | undefined {
    const { path } = this.#call;
    switch (event.type) {
      case "text-delta":
        return this.#takeText(this.#withoutBlank(event.text));
      case "reasoning-delta":
        return event.text ? [{ type: "reasoning-delta", text: event.text, path }] : none;
      case "tool-call-delta":
        return [{ type: "tool-call-delta", call: event.call, name: event.name, text: event.arguments, path }];
      case "refusal-delta":
        return [{ type: "refusal-delta", text: event.text, path }];
      case "image":
        return [{ type: "image", image: event.image, path }];
      case "audio-delta":
        return [{ type: "audio-delta", audio: event.audio, path }];
      default:
        return undefined;
    }
  }

  #takeText(text: string): readonly RunEvent[] {
    const { path } = this.#call;
    if (text === "") return none;
    this.#text += text;
    this.#partial?.push(text);
    const event = { type: "text-delta", text, path } as const;
    const output = this.#partial?.next();
    return output === undefined ? [event] : [event, { type: "partial-output", output, path }];
  }

  /** With what another model gave before. */
  #joined(completion: ChatCompletion): ChatCompletion {
    const [choice, ...others] = completion.choices;
    if (!this.#call.prefix || !choice) return completion;
    return { ...completion, choices: [{ ...choice, message: { ...choice.message, content: this.#text } }, ...others] };
  }
}

const none: readonly RunEvent[] = [];

/** Leaves out of a text that goes on after another one the blank that was shown already: it is not sent, and may come again. */
function seamAfter(prefix: string): (text: string) => string {
  let blank = prefix.slice(prefix.trimEnd().length);
  return (text) => {
    let same = 0;
    while (same < blank.length && text[same] === blank[same]) same++;
    blank = same === text.length ? blank.slice(same) : "";
    return text.slice(same);
  };
}

/** Writes an answer into the books. */
function settle(
  completion: ChatCompletion,
  asked: string,
  attempt: OpenAttempt,
  { ledger, history = [] }: ModelCall,
): Answered {
  const { id, model, provider, usage, choices } = completion;
  const cost = ledger.spend(usage);
  Object.assign(attempt, { model, provider, generationId: id, outcome: "succeeded", cost });
  const message = readCompletion(completion, history);
  const refusal = refusalOf(message);
  const step: Step = {
    number: ledger.steps.length + 1,
    model,
    text: textOf(message),
    ...(refusal !== undefined && { refusal }),
    toolCalls: message.tool_calls ?? [],
    finishReason: choices[0]?.finish_reason ?? null,
    usage,
    cost,
    attempts: [],
  };
  return { completion, message, step, attempt, asked };
}
