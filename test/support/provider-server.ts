import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { anthropic } from "./provider-server/anthropic.ts";
import { type ProviderBehavior, replyOf } from "./provider-server/behavior.ts";
import { cohere } from "./provider-server/cohere.ts";
import { gemini } from "./provider-server/gemini.ts";
import { ollama } from "./provider-server/ollama.ts";
import { openai } from "./provider-server/openai.ts";
import type { ProviderFormat } from "./provider-server/reply.ts";
import { type PlannedResponse, writeResponse } from "./provider-server/write.ts";

export type { ProviderBehavior } from "./provider-server/behavior.ts";

const formats: readonly ProviderFormat[] = [openai, anthropic, gemini, cohere, ollama];

/** A request that the provider received. */
interface ReceivedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body verbatim. */
  readonly text: string;
  /** The body as JSON; empty if it is not an object. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Resolves to `false` when the response is written completely, and to `true` when the connection closes before. */
  readonly aborted: Promise<boolean>;
}

/** Decides what to do with a request. `index` counts from 0. */
export type Behave = (request: ReceivedRequest, index: number) => ProviderBehavior;

/** Options of a provider. */
export interface ProviderOptions {
  /** Default: answers every request at once. */
  readonly behave?: ProviderBehavior | Behave;
  /** Requests at the same time; one more is refused with 429. Default: no limit. */
  readonly capacity?: number;
  /** The response to a request above the capacity. Default: 429 with `Retry-After: 1`. */
  readonly refusal?: ProviderBehavior;
  /** Milliseconds before it begins to read the body of a request. */
  readonly delayToRead?: number;
}

/** A provider that does what a test says, over real sockets. */
export interface ProviderServer {
  /** For example `http://127.0.0.1:8080`. The formats of all kinds of providers are at their usual paths below it. */
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Requests that are not answered completely. */
  readonly open: () => number;
  /** The largest number of open requests so far. */
  readonly mostOpen: () => number;
  /** Changes what happens with the following requests. */
  readonly behave: (behavior: ProviderBehavior | Behave) => void;
  /** Forgets the requests so far. */
  readonly reset: () => void;
  /** Closes all connections. */
  readonly stop: () => Promise<void>;
}

/** Starts a provider on a free port of loopback. */
export async function startProvider(options: ProviderOptions = {}): Promise<ProviderServer> {
  const requests: ReceivedRequest[] = [];
  let behave = toFunction(options.behave ?? {});
  let [open, mostOpen, count] = [0, 0, 0];
  const handle = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const aborted = new Promise<boolean>((resolve) => {
      response.once("close", () => resolve(!response.writableFinished));
    });
    const isFull = open >= (options.capacity ?? Infinity);
    mostOpen = Math.max(mostOpen, ++open);
    void aborted.then(() => open--);
    if (options.delayToRead !== undefined) await sleep(options.delayToRead);
    const request = await readRequest(incoming, aborted);
    requests.push(request);
    const behavior = isFull ? (options.refusal ?? tooMany) : behave(request, count++);
    await writeResponse(response, planFor(request, behavior, `r${count}`), behavior);
  };
  const server = createServer((incoming, response) => {
    void handle(incoming, response).catch(() => response.destroy());
  });
  server.on("connection", (socket) => socket.setNoDelay(true).on("error", () => {}));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    open: () => open,
    mostOpen: () => mostOpen,
    behave: (behavior) => {
      behave = toFunction(behavior);
    },
    reset: () => {
      requests.length = 0;
      count = 0;
      mostOpen = open;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const tooMany: ProviderBehavior = {
  status: 429,
  message: "Too many concurrent requests.",
  headers: { "retry-after": "1" },
};

const toFunction = (behavior: ProviderBehavior | Behave): Behave =>
  typeof behavior === "function" ? behavior : () => behavior;

async function readRequest(incoming: IncomingMessage, aborted: Promise<boolean>): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const { method = "", url: path = "", headers } = incoming;
  return { method, path, headers, text, body: parse(text), aborted };
}

function parse(text: string): Record<string, unknown> {
  try {
    const body = JSON.parse(text) as unknown;
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function planFor({ path, body }: ReceivedRequest, behavior: ProviderBehavior, id: string): PlannedResponse {
  const plain = (status: number, text: string): PlannedResponse => ({
    status,
    contentType: behavior.contentType ?? "application/json",
    isStream: false,
    events: [{ text, isContent: false }],
  });
  const { status = 200 } = behavior;
  if (behavior.body !== undefined) return plain(status, behavior.body);
  const format = formats.find((one) => one.path.test(path) || one.others.some((other) => other.path.test(path)));
  if (!format) return plain(404, JSON.stringify({ error: { message: `No operation has the path ${path}.` } }));
  if (status >= 400)
    return plain(status, JSON.stringify(format.error(status, behavior.message ?? "The provider failed.")));
  const other = format.others.find((one) => one.path.test(path));
  if (other) return plain(status, JSON.stringify(other.json(body)));
  const reply = replyOf(behavior, String(body.model ?? /models\/([^:]+)/.exec(path)?.[1]), id);
  if (!format.isStream(path, body)) return plain(status, JSON.stringify(format.json(reply)));
  const contentType = behavior.contentType ?? format.contentType(path);
  return { status, contentType, isStream: true, events: format.events(reply, path) };
}
