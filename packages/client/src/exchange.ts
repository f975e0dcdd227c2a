import ky from "ky";
import { rememberInfo } from "./answer-info.ts";
import { ChunkReader } from "./chunk-reader.ts";
import { toConnectionError } from "./connection-error.ts";
import { ApiError, detailOf, PatchbayError, statusOf, StreamError } from "./errors.ts";
import type { AttemptContext, AttemptEnd } from "./middleware.ts";
import { checkKey, toLimits, type Settings, type WaitOptions } from "./options.ts";
import { toRequest, type Call, type Outgoing } from "./request.ts";
import { delayAfter, deservesRetry, isLate, lateDelayMs, sleep } from "./retry.ts";
import { Watch } from "./watch.ts";

/** Everything between a typed call and the wire. */
export interface Exchange {
  /** Sends the call and reads the whole answer. */
  send(call: Call): Promise<unknown>;
  /** Sends the call and hands over the answer while it still comes, once its first event is there. */
  open<Chunk>(call: Call, toChunk: (whole: unknown) => unknown): Promise<ChunkReader<Chunk>>;
}

/** One attempt while it runs. */
interface Attempt {
  readonly watch: Watch;
  readonly end: (end: AttemptEnd) => void;
}

/** The only file that knows ky. */
export function createExchange(settings: Settings): Exchange {
  const { fetch, middleware, validate } = settings;
  // Retry, timeout and errors are ours, so that streams and whole answers follow one policy.
  const http = ky.create({
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    ...(fetch && {
      fetch: (input, init) => fetch(input instanceof Request && init === undefined ? input : new Request(input, init)),
    }),
  });

  return {
    send: (call) =>
      attempts(call, async (response, { watch, end }) => {
        // Its body is the caller's, and still ends with the caller's signal.
        if (call.raw && response.ok) return response;
        const answer = await readWhole(response);
        validate?.(call.operation.id, answer, "answer");
        watch.end();
        end({ answer });
        return answer;
      }),

    open: <Chunk>(call: Call, toChunk: (whole: unknown) => unknown) =>
      attempts(call, async (response, { watch, end }) => {
        const idleTimeout = call.options.idleTimeout ?? settings.idleTimeout;
        const { id, stream } = call.operation;
        const source = { operation: id, done: stream!.done, idleTimeout, watch, validate, onEnd: end };
        return new ChunkReader<Chunk>(await toEvents(response, stream!.done, toChunk), source).peek();
      }),
  };

  async function attempts<Result extends object>(
    call: Call,
    read: (response: Response, attempt: Attempt) => Promise<Result>,
  ): Promise<Result> {
    const { operation, options } = call;
    const { timeout, totalTimeout, maxRetries, retryUnknown } = toLimits(options, settings);
    const outgoing = toRequest(call, settings);
    const deadline = performance.now() + totalTimeout;
    for (let attempt = 1; ; attempt++) {
      const watch = new Watch(options.signal, totalTimeout, deadline);
      const listeners: ((end: AttemptEnd) => void)[] = [];
      const end = (how: AttemptEnd): void => {
        for (const listener of listeners.splice(0)) listener(how);
      };
      watch.limit("attempt", timeout);
      let error: unknown;
      try {
        const result = await watch.run(async () => {
          const onEnd: AttemptContext["onEnd"] = (listener) => void listeners.push(listener);
          const response = await dispatch(outgoing, watch.signal, { operation, input: call.input, attempt, onEnd });
          const result = await read(response, { watch, end });
          rememberInfo(result, response, attempt);
          return result;
        });
        watch.pause();
        return result;
      } catch (cause) {
        error = watch.signal.aborted
          ? watch.signal.reason
          : cause instanceof PatchbayError
            ? cause
            : toConnectionError(cause);
        watch.end();
        end({ error });
      }
      if (!(error instanceof PatchbayError)) throw error;
      error.attempts = attempt;
      const waits = (options as WaitOptions).wait === true && isLate(error, attempt);
      if (!waits && !(attempt <= maxRetries && deservesRetry(error, operation, retryUnknown))) throw error;
      const delay = waits ? lateDelayMs : delayAfter(attempt, error);
      if (performance.now() + delay > deadline) throw error;
      (options.onRetry ?? settings.onRetry)?.({ attempt, delay, error });
      await sleep(delay, options.signal);
    }
  }

  async function dispatch(
    { url, method, headers, body }: Outgoing,
    signal: AbortSignal,
    context: AttemptContext,
  ): Promise<Response> {
    const key = settings.keyFor(context.operation);
    const secret = typeof key === "function" ? await key() : key;
    if (typeof key === "function") checkKey("apiKey", secret);
    const init: RequestInit = {
      method,
      headers:
        secret === undefined || "authorization" in headers
          ? headers
          : { ...headers, authorization: `Bearer ${secret}` },
      body,
      signal,
    };
    if (middleware.length === 0) return http(url, init);
    const chain = middleware.reduceRight<(request: Request) => Promise<Response>>(
      (next, one) => (request) => one(request, next, context),
      (request) => http(request),
    );
    return chain(new Request(url, init));
  }
}

async function readWhole(response: Response): Promise<object> {
  const text = await response.text();
  const { status, headers, ok } = response;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new ApiError({ status, headers, text, cause });
  }
  if (!ok) throw new ApiError({ status, headers, body, text });
  const detail = detailOf(body);
  // A failure can arrive under HTTP 200.
  if (detail) throw new ApiError({ status: statusOf(detail), headers, body, text });
  return body as object;
}

/** The response as events; an answer that came whole is one event. */
async function toEvents(response: Response, done: string, toChunk: (whole: unknown) => unknown): Promise<Response> {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && response.body && type.startsWith("text/event-stream")) return response;
  const chunk = toChunk(await readWhole(response));
  if (chunk === undefined)
    throw new StreamError(
      "no-stream",
      `A stream was asked for; the answer is ${type || "without a content type"} and no completion. Check \`baseURL\`.`,
    );
  return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: ${done}\n\n`, { headers: response.headers });
}
