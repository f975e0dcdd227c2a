import {
  infoOf,
  type ChatCompletion,
  type ChatCompletionMessage,
  type ChatCompletionRequest,
  type Patchbay,
  type RequestOptions,
} from "@patchbay/client";
import type { RunEvent } from "./event.ts";
import { readPartialJson } from "./json.ts";
import type { Attempt, Ledger, Step } from "./report.ts";

/** What asking a model takes. */
export interface ModelCall {
  readonly client: Pick<Patchbay, "chat">;
  readonly request: ChatCompletionRequest;
  readonly signal: AbortSignal;
  readonly ledger: Ledger;
  readonly path: readonly string[];
  /** What the client is told beside the request. */
  readonly options?: Pick<RequestOptions, "maxRetries" | "timeout" | "idleTimeout">;
  /** Whether somebody watches. */
  readonly streams: boolean;
  /** Whether the text is JSON that is shown as it comes. */
  readonly isTyped: boolean;
}

/** An answer, with what it took to get it. */
export interface Answered {
  readonly completion: ChatCompletion;
  readonly message: ChatCompletionMessage;
  readonly step: Step;
}

/** Asks the model once: whole, or as a stream whose events are passed on as they come. */
export async function* callModel({
  client,
  request,
  signal,
  options,
  ledger,
  path,
  streams,
  isTyped,
}: ModelCall): AsyncGenerator<RunEvent, Answered> {
  const began = performance.now();
  const model = request.model ?? request.models?.[0] ?? "default";
  let completion: ChatCompletion | undefined;
  let answer: object | undefined;
  try {
    if (streams) {
      const stream = client.chat.completions.stream(request, { ...options, signal });
      answer = stream;
      let text = "";
      for await (const event of stream.events()) {
        if (event.type === "text") {
          yield { type: "text", text: event.text, path };
          text += event.text;
          const output = isTyped ? readPartialJson(text) : undefined;
          if (output !== undefined) yield { type: "partial", output, path };
        } else if (event.type === "reasoning" && event.text) yield { type: "reasoning", text: event.text, path };
        else if (event.type === "tool-call-delta")
          yield { type: "tool-input", call: event.call, name: event.name, text: event.arguments, path };
        else if (event.type === "done") ({ completion } = event);
      }
    } else {
      completion = await client.chat.completions.create({ ...request, stream: false }, { ...options, signal });
      answer = completion;
    }
  } catch (error) {
    const { partial, message } = error as { partial?: ChatCompletion; message?: string };
    // What came before the failure may be paid.
    const cost = partial?.usage ? ledger.spend(partial.usage) : undefined;
    const ms = performance.now() - began;
    ledger.attempts.push({
      model,
      provider: partial?.provider,
      id: partial?.id,
      ms,
      outcome: "failed",
      reason: message ?? String(error),
      cost,
    });
    throw error;
  }
  return note(completion!, infoOf(answer)?.generationId, began, ledger);
}

/** Writes an answer into the books. */
function note(completion: ChatCompletion, id: string | undefined, began: number, ledger: Ledger): Answered {
  const { model, provider, usage, choices } = completion;
  const cost = ledger.spend(usage);
  const attempt: Attempt = {
    model,
    provider,
    id: id ?? completion.id,
    ms: performance.now() - began,
    outcome: "ok",
    cost,
  };
  ledger.attempts.push(attempt);
  const { message, finish_reason: finishReason = null } = choices[0] ?? { message: nothing };
  const step: Step = {
    number: ledger.steps.length + 1,
    model,
    text: message.content ?? "",
    toolCalls: message.tool_calls ?? [],
    finishReason,
    usage,
    cost,
    attempts: [],
  };
  return { completion, message, step };
}

const nothing: ChatCompletionMessage = { role: "assistant", content: null };
