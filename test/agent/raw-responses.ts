// A client whose API sends the messages of a test unchanged, which createScriptedClient cannot send.
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";

/** A message of a response, and fields of its choice. */
export type RawAnswer =
  | object
  | ((request: ChatCompletionRequest) => object | { readonly message: object; readonly finish_reason: string });

/** Sends the responses one after another, whole or as a stream of one chunk; the last one repeatedly. Each costs 0.1 USD. */
export function rawAnswers(answers: readonly RawAnswer[]): { client: Patchbay; requests: ChatCompletionRequest[] } {
  const requests: ChatCompletionRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const body = (await request.json()) as ChatCompletionRequest;
    requests.push(body);
    const next = answers[Math.min(requests.length, answers.length) - 1]!;
    const given = typeof next === "function" ? next(body) : next;
    const { message, finish_reason: reason = "stop" } = ("message" in given ? given : { message: given }) as {
      message: object;
      finish_reason?: string;
    };
    const head = { id: `gen-${requests.length}`, created: 0, model: body.model ?? "any/model" };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0.1 };
    if (!body.stream) {
      const choices = [{ index: 0, finish_reason: reason, message: { role: "assistant", ...message } }];
      return Response.json({ ...head, object: "chat.completion", choices, usage, system_fingerprint: null });
    }
    const { tool_calls: calls, ...delta } = message as { tool_calls?: readonly object[] };
    const pieces = { ...delta, ...(calls && { tool_calls: calls.map((call, index) => ({ index, ...call })) }) };
    const chunk = (choice: object, more: object = {}): string =>
      `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices: [{ index: 0, ...choice }], ...more })}\n\n`;
    const events = [
      chunk({ delta: { role: "assistant", ...pieces }, finish_reason: null }),
      chunk({ delta: {}, finish_reason: reason }, { usage }),
      "data: [DONE]\n\n",
    ];
    return new Response(events.join(""), { headers: { "content-type": "text/event-stream" } });
  };
  return { client: new Patchbay({ apiKey: "test", fetch, maxRetries: 0 }), requests };
}
