/** A response of the gateway to a chat. */
export interface ChatReply {
  readonly status: number;
  readonly headers: Headers;
  readonly id: string | undefined;
  readonly provider: string | undefined;
  readonly text: string;
  /** In USD, as the response says; undefined if it does not. */
  readonly cost: number | undefined;
  /** The message of an error, before or in the stream. */
  readonly error: string | undefined;
  /** Whether the response was received to its end. */
  readonly isWhole: boolean;
}

/** A chat request. */
export interface ChatInput {
  readonly baseURL: string;
  readonly key: string;
  /** Fields of the body. Default: one short message, not streamed. */
  readonly body: Readonly<Record<string, unknown>> & { readonly model: string };
  readonly signal?: AbortSignal;
}

interface Event {
  readonly id?: string;
  readonly provider?: string;
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null };
    readonly message?: { readonly content?: string | null };
  }[];
  readonly usage?: { readonly cost?: number } | null;
  readonly error?: { readonly message: string };
}

/** Sends a chat and reads its response as far as it comes. Rejects only if there is no response. */
export async function sendChat({ baseURL, key, body, signal }: ChatInput): Promise<ChatReply> {
  const response = await fetch(`${baseURL}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ messages: [{ role: "user", content: "Hi" }], ...body }),
    ...(signal && { signal }),
  });
  const { text, isWhole } = await readAll(response);
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  const events = isStream ? eventsOf(text) : [parse(text)];
  const pieces = events.map(({ choices }) => choices?.[0]?.delta?.content ?? choices?.[0]?.message?.content ?? "");
  return {
    status: response.status,
    headers: response.headers,
    id: response.headers.get("x-generation-id") ?? events.find(({ id }) => id !== undefined)?.id,
    provider: events.find(({ provider }) => provider !== undefined)?.provider,
    text: pieces.join(""),
    cost: events.findLast(({ usage }) => usage)?.usage?.cost,
    error: events.find(({ error }) => error)?.error?.message,
    isWhole,
  };
}

async function readAll(response: Response): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let text = "";
  try {
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) text += decoder.decode(bytes, { stream: true });
    return { text, isWhole: true };
  } catch {
    return { text, isWhole: false };
  }
}

const eventsOf = (text: string): Event[] =>
  text.split("\n").flatMap((line) => (line.startsWith("data: {") ? [parse(line.slice("data: ".length))] : []));

function parse(text: string): Event {
  try {
    return JSON.parse(text) as Event;
  } catch {
    return {};
  }
}

/** The sum of costs in nano-USD. */
export const nanoUsd = (costs: readonly (number | undefined)[]): bigint =>
  costs.reduce((sum, cost) => sum + BigInt(Math.round((cost ?? 0) * 1e9)), 0n);
