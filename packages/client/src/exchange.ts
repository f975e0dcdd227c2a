import { retryPolicy, type OperationInfo } from "@patchbay/spec";
import ky from "ky";
import { ApiError, ConnectionError, detailOf, PatchbayError, statusOf, StreamError, TimeoutError } from "./errors.ts";
import { checkLimits, type RequestOptions, type Settings } from "./options.ts";

/** One typed call on its way to the wire. */
export interface Call {
  readonly operation: OperationInfo;
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: RequestOptions;
}

/** Everything between a typed call and the wire. This is the only file that knows ky. */
export interface Exchange {
  /** Sends the call and reads the whole answer. */
  json(call: Call): Promise<unknown>;
  /** Sends the call and hands over the answer while its body still comes. */
  open(call: Call): Promise<Response>;
}

export function createExchange(settings: Settings): Exchange {
  // Retry, timeout and errors are ours, so that streams and whole answers follow one policy.
  const http = ky.create({
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    ...(settings.fetch && { fetch: toFetch(settings.fetch) }),
  });

  return {
    json: (call) => attempts(call, readWhole),
    open: (call) => attempts(call, readHead),
  };

  async function attempts<Result>(call: Call, read: (response: Response) => Promise<Result>): Promise<Result> {
    const { operation, options } = call;
    const { timeout = settings.timeout, maxRetries = settings.maxRetries } = options;
    checkLimits({ timeout, maxRetries });
    const { url, init } = toRequest(call, settings);
    for (let retries = 0; ; retries++) {
      try {
        return await within({ timeout, signal: options.signal }, async (signal) =>
          read(await http(url, { ...init, signal })),
        );
      } catch (error) {
        if (retries >= maxRetries || !deservesRetry(error, operation)) throw error;
        await sleep(delayBefore(retries, error), options.signal);
      }
    }
  }
}

/** Puts path parameters into the path, query parameters into the query and the rest into the body. */
function toRequest(
  { operation, input, options }: Call,
  { baseURL, apiKey, headers }: Settings,
): { url: string; init: RequestInit } {
  const rest = { ...input };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    if (typeof value !== "string" || value === "") {
      throw new PatchbayError(
        `${operation.id} needs \`${name}\` as a string that is not empty; it is ${JSON.stringify(value)}.`,
      );
    }
    delete rest[name];
    return encodeURIComponent(value).replaceAll("%3A", ":");
  });
  const url = new URL(baseURL + path);
  const inQuery = operation.body ? Object.keys(operation.queryParameters ?? {}) : Object.keys(rest);
  for (const name of inQuery) {
    if (rest[name] !== undefined && rest[name] !== null) url.searchParams.set(name, String(rest[name]));
    delete rest[name];
  }
  const sent = new Headers({
    authorization: `Bearer ${apiKey}`,
    accept: rest.stream === true ? "text/event-stream" : "application/json",
    ...(operation.body && { "content-type": "application/json" }),
  });
  for (const own of [headers, options.headers ?? {}]) {
    for (const [name, value] of Object.entries(own)) sent.set(name, value);
  }
  return {
    url: url.href,
    init: { method: operation.method, headers: sent, ...(operation.body && { body: JSON.stringify(rest) }) },
  };
}

async function readWhole(response: Response): Promise<unknown> {
  const text = await response.text();
  const { status, headers } = response;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new ApiError({ status, headers, text, cause });
  }
  if (!response.ok) throw new ApiError({ status, headers, body, text });
  const detail = detailOf(body);
  // A failure can arrive under HTTP 200.
  if (detail) throw new ApiError({ status: statusOf(detail), headers, body, text });
  return body;
}

async function readHead(response: Response): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith("text/event-stream") && response.body) return response;
  await readWhole(response);
  // It may be paid already, so it is not tried again.
  throw new StreamError(
    `A stream was asked for; the answer is ${type || "without a content type"}. Check \`baseURL\`.`,
  );
}

interface Limits {
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/** Runs one attempt; its signal ends it at the timeout or when the caller aborts. */
async function within<Result>(
  { timeout, signal }: Limits,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    controller.abort();
  }, timeout);
  const joined = signal ? AbortSignal.any([signal, controller.signal]) : controller.signal;
  try {
    return await run(joined);
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    if (late)
      throw new TimeoutError(`No answer came within ${timeout} ms. Raise \`timeout\`, or stream the answer.`, {
        cause,
      });
    if (cause instanceof PatchbayError) throw cause;
    throw new ConnectionError(`The connection failed: ${rootMessage(cause)}. Check \`baseURL\` and the network.`, {
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

function deservesRetry(error: unknown, { idempotent }: OperationInfo): boolean {
  if (error instanceof ApiError) return error.retryable;
  // Nobody knows what became of the request: sending it again could be paid twice.
  return idempotent && (error instanceof ConnectionError || error instanceof TimeoutError);
}

/** `Retry-After` when the service gave one, else a doubling wait of which half is chance. */
function delayBefore(retries: number, error: unknown, random: () => number = Math.random): number {
  const { initialDelayMs, maxDelayMs, maxRetryAfterMs } = retryPolicy;
  const told = error instanceof ApiError ? retryAfter(error.headers) : undefined;
  if (told !== undefined && told <= maxRetryAfterMs) return told;
  const full = Math.min(initialDelayMs * 2 ** retries, maxDelayMs);
  return full / 2 + (full / 2) * random();
}

function retryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return wait >= 0 ? wait : undefined;
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

function toFetch(fetch: (input: Request) => Promise<Response>): typeof globalThis.fetch {
  return (input, init) => fetch(input instanceof Request && init === undefined ? input : new Request(input, init));
}

function rootMessage(error: unknown): string {
  let at = error;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at instanceof Error ? at.message : String(at);
}
