import { infoOf, type ChatCompletion, type ChatCompletionRequest, type Patchbay } from "@patchbay/client";
import type { RunEvent } from "./event.ts";
import { readPartialJson } from "./json.ts";
import type { Attempt, Ledger } from "./report.ts";

/** What asking a model takes. */
export interface ModelCall {
  readonly client: Pick<Patchbay, "chat">;
  readonly request: ChatCompletionRequest;
  readonly signal: AbortSignal;
  readonly ledger: Ledger;
  readonly path: readonly string[];
  /** Whether somebody watches. */
  readonly streams: boolean;
  /** Whether the text is JSON that is shown as it comes. */
  readonly isTyped: boolean;
}

/** An answer, with what it took to get it. */
export interface Answered {
  readonly completion: ChatCompletion;
  readonly cost: number;
  readonly attempt: Attempt;
}

/** Asks the model once: whole, or as a stream whose events are passed on as they come. */
export async function* callModel({
  client,
  request,
  signal,
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
      const stream = client.chat.completions.stream(request, { signal });
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
      completion = await client.chat.completions.create({ ...request, stream: false }, { signal });
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
  const cost = ledger.spend(completion!.usage);
  const attempt: Attempt = {
    model: completion!.model,
    provider: completion!.provider,
    id: infoOf(answer)?.generationId ?? completion!.id,
    ms: performance.now() - began,
    outcome: "ok",
    cost,
  };
  ledger.attempts.push(attempt);
  return { completion: completion!, cost, attempt };
}
