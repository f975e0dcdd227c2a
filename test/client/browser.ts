// Runs in a browser, and in a runtime that has only the globals of the web.
import { Patchbay, StreamError, type ChatCompletion } from "@patchbay/client";

/** The calls of a page or a worker. */
export interface Visit {
  readonly whole: string | null | undefined;
  readonly streamed: string;
  readonly code: unknown;
  readonly partial: string | null | undefined;
  readonly left: string;
}

declare global {
  var visit: (baseURL: string, fetch?: (request: Request) => Promise<Response>) => Promise<Visit>;
}

globalThis.visit = async (baseURL, fetch) => {
  const client = new Patchbay({
    apiKey: "sk-or-v1-page",
    baseURL,
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    ...(fetch && { fetch }),
  });
  const ask = (content: string): { model: string; messages: { role: "user"; content: string }[] } => ({
    model: "openai/gpt-4o-mini",
    messages: [{ role: "user", content }],
  });
  const { completions } = client.chat;
  const reply = await completions.create(ask("one two"));
  let streamed = "";
  for await (const piece of completions.stream(ask("three four")).textStream()) streamed += piece;
  const refused = await completions.create({ ...ask("x"), temperature: 9 }).catch((error: unknown) => error);
  const broken: unknown = await completions
    .stream(ask("break"))
    .final()
    .catch((error: unknown) => error);
  let left = "";
  for await (const piece of completions.stream(ask("leave me now")).textStream()) {
    left = piece;
    break;
  }
  return {
    whole: reply.choices[0]?.message.content,
    streamed,
    code: (refused as { code?: unknown }).code,
    partial:
      broken instanceof StreamError ? (broken.partial as ChatCompletion).choices[0]?.message.content : "no StreamError",
    left,
  };
};
