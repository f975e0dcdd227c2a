import { Agent, type Dispatcher, request } from "undici";
import { type Fleet, members, model } from "./fleet.ts";
import { createRandom, lognormal } from "./random.ts";

/** Where to send the load and how much of it. */
export interface DrillOptions {
  readonly baseURL: string;
  readonly key: string;
  readonly fleet: Fleet;
  readonly requests: number;
  /** Requests at the same time. */
  readonly concurrency: number;
  readonly seed: number;
}

/** What became of one request. */
export interface DrillRequest {
  readonly isDuringOutage: boolean;
  readonly isGood: boolean;
  /** What was wrong, if it failed. */
  readonly failure: string | undefined;
  /** Slug of the provider that answered. */
  readonly provider: string;
  /** Milliseconds to the first content. */
  readonly firstToken: number;
  /** USD that the gateway charged, that its provider's price gives, and that the oracle would have paid. */
  readonly charged: number;
  readonly expected: number;
  readonly oracle: number;
}

/**
 * Sends streams and reads all of them. The next one is sent when one ends, not at a time, so that a busy machine slows the
 * load down instead of filling the providers.
 */
export async function runOutageDrill({
  baseURL,
  key,
  fleet,
  requests: total,
  concurrency,
  seed,
}: DrillOptions): Promise<readonly DrillRequest[]> {
  const random = createRandom(seed);
  const dispatcher = new Agent({ connections: 512 });
  const requests: Promise<DrillRequest>[] = [];
  const send = (): Promise<DrillRequest> => {
    const tokens = {
      prompt: Math.round(lognormal(random, 1500, 1)) + 1,
      completion: Math.round(Math.min(lognormal(random, 200, 0.8), 400)) + 1,
    };
    const size = (tokens.prompt + 4 * tokens.completion) / 1e6;
    const oracle = fleet.cheapest() * size;
    const isDuringOutage = fleet.isOutage();
    const text = `Conversation ${requests.length}: ${tokens.prompt} tokens in, ${tokens.completion} tokens out.`;
    return sendChat(baseURL, key, text, dispatcher).then((outcome) => ({
      ...outcome,
      isDuringOutage,
      expected: (members.find(({ slug }) => slug === outcome.provider)?.price ?? 0) * size,
      oracle,
    }));
  };
  fleet.begin(() => requests.length / total);
  const work = async (): Promise<void> => {
    while (requests.length < total) {
      const sent = send();
      requests.push(sent);
      await sent;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  const outcomes = await Promise.all(requests);
  await dispatcher.close();
  return outcomes;
}

type Outcome = Pick<DrillRequest, "isGood" | "failure" | "provider" | "firstToken" | "charged">;

interface Chunk {
  readonly provider?: string;
  readonly choices: readonly {
    readonly delta: { readonly content?: string | null };
    readonly finish_reason: string | null;
  }[];
  readonly usage?: { readonly cost?: number };
  readonly error?: { readonly message: string };
}

async function sendChat(baseURL: string, key: string, text: string, dispatcher: Dispatcher): Promise<Outcome> {
  const startedAt = performance.now();
  const failed = (failure: string): Outcome => ({ isGood: false, failure, provider: "", firstToken: NaN, charged: 0 });
  try {
    const { statusCode, body } = await request(`${baseURL}/chat/completions`, {
      method: "POST",
      dispatcher,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: JSON.stringify({ model, stream: true, messages: [{ role: "user", content: text }] }),
    });
    if (statusCode !== 200) return failed(`HTTP ${statusCode}: ${(await body.text()).slice(0, 300)}`);
    let received = "";
    let firstToken = NaN;
    for await (const bytes of body) {
      received += String(bytes);
      if (Number.isNaN(firstToken) && received.includes('"content":"one')) firstToken = performance.now() - startedAt;
    }
    return readChunks(received, firstToken) ?? failed(received.slice(-300));
  } catch (error) {
    return failed(String(error));
  }
}

/** The outcome of a complete stream; undefined for any other. */
function readChunks(received: string, firstToken: number): Outcome | undefined {
  const payloads = received.split("\n").flatMap((line) => (line.startsWith("data: ") ? [line.slice(6)] : []));
  if (payloads.pop() !== "[DONE]") return undefined;
  const chunks = payloads.map((payload) => JSON.parse(payload) as Chunk);
  const answer = chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("");
  if (answer !== "one two three four" || chunks.some(({ error }) => error)) return undefined;
  const charged = chunks.findLast(({ usage }) => usage)?.usage?.cost ?? NaN;
  return { isGood: true, failure: undefined, provider: chunks[0]?.provider ?? "", firstToken, charged };
}
