import ky, { NetworkError } from "ky";
import { storeInfo } from "../errors/response-info.ts";
import { notify, tell } from "../options/callback.ts";
import { toConnectionError } from "../errors/connection-error.ts";
import { PatchbayError } from "../errors/errors.ts";
import { isResponse } from "./is-response.ts";
import type { AttemptContext, AttemptResult } from "../options/middleware.ts";
import { waitingFor } from "./node-fetch.ts";
import {
  callOptions,
  checkFunction,
  checkKey,
  checkSignal,
  toLimits,
  type Settings,
  type PollOptions,
} from "../options/options.ts";
import { readGiven } from "../options/read-given.ts";
import { refuseUnknown } from "../options/known-options.ts";
import { toRequest, type Call, type Outgoing } from "./request.ts";
import { delayAfter, shouldRetry, isNotYetAvailable, lateDelayMs, sleep } from "./retry.ts";
import { showValue } from "../options/show-value.ts";
import { AttemptDeadline } from "./deadline.ts";

/** One attempt while it runs. */
interface Attempt {
  readonly watch: AttemptDeadline;
  readonly end: (end: AttemptResult) => void;
}

/** Everything between a typed call and the wire. */
export interface Exchange {
  readonly settings: Settings;
  /** Sends the call until an attempt succeeds or none is left; `read` makes the result of a response. */
  readonly attempt: <Result extends object>(
    call: Call,
    read: (response: Response, attempt: Attempt) => Promise<Result>,
  ) => Promise<Result>;
}

/** The only file that knows ky. */
export function createExchange(settings: Settings): Exchange {
  const { fetch, middleware } = settings;
  // Retry, timeout and errors are ours, so that streams and whole answers follow one policy.
  const http = ky.create({
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    // ky gives a request that says everything.
    ...(fetch && { fetch: async (request) => checkResponse(await fetch(request as Request)) }),
  });

  return { settings, attempt };

  async function attempt<Result extends object>(
    call: Call,
    read: (response: Response, attempt: Attempt) => Promise<Result>,
  ): Promise<Result> {
    const { operation } = call;
    const { limits, signal, onRetry, wait, outgoing } = readGiven(`The input of ${operation.id}`, () =>
      readCall(call, settings),
    );
    const { timeout, totalTimeout, maxRetries, retryNonIdempotent } = limits;
    const deadline = performance.now() + totalTimeout;
    for (let count = 1; ; count++) {
      const watch = new AttemptDeadline(signal, totalTimeout, deadline);
      const listeners: ((end: AttemptResult) => unknown)[] = [];
      const end = (how: AttemptResult): void => {
        for (const listener of listeners.splice(0)) tell("an onEnd listener of a middleware", listener, how);
      };
      watch.limit("attempt", timeout);
      let error: unknown;
      try {
        const result = await watch.run(async () => {
          const onEnd: AttemptContext["onEnd"] = (listener) => void listeners.push(listener);
          const response = await dispatch(outgoing, watch.signal, {
            operation,
            input: call.input,
            attempt: count,
            onEnd,
          });
          const result = await read(response, { watch, end });
          storeInfo(result, response, count);
          return result;
        });
        watch.pause();
        return result;
      } catch (cause) {
        error = watch.signal.aborted ? watch.signal.reason : cause;
        watch.end();
        end({ error });
      }
      if (!(error instanceof PatchbayError)) throw error;
      error.attempts = count;
      const waits = wait === true && isNotYetAvailable(error, count);
      if (!waits && !(count <= maxRetries && shouldRetry(error, operation, retryNonIdempotent))) throw error;
      const delay = waits ? lateDelayMs : delayAfter(count, error);
      if (performance.now() + delay > deadline) throw error;
      notify("onRetry", onRetry, { attempt: count, delayMs: delay, error });
      await sleep(delay, signal);
    }
  }

  async function dispatch(
    { url, method, headers, withKey, body, waiting }: Outgoing & { readonly waiting: object },
    signal: AbortSignal,
    context: AttemptContext,
  ): Promise<Response> {
    const [option, key] = withKey ? settings.keyFor(context.operation) : [];
    const secret = typeof key === "function" ? await ask(option!, key) : key;
    const init = {
      method,
      headers: secret === undefined ? headers : { ...headers, authorization: `Bearer ${secret}` },
      body,
      signal,
    } satisfies RequestInit;
    if (middleware.length === 0) return reach(http(url, { ...init, ...waiting }));
    const first = new Request(url, init);
    // A middleware may call `next` again, so no body is used up. To clone the body of a request costs more than to set it.
    const own: RequestInit = body === null ? {} : { body };
    const copyOf = (request: Request): Request => (request === first ? new Request(request, own) : request.clone());
    const chain = middleware.reduceRight<(request: Request) => Promise<Response>>(
      (next, one) => (request) => one(request, next, context),
      (request) => reach(http(copyOf(request), waiting)),
    );
    return checkResponse(await chain(first));
  }
}

/** Everything that a call says, read once and checked. */
function readCall(call: Call, settings: Settings) {
  const options = call.options as PollOptions;
  refuseUnknown(`the call ${call.operation.id}`, options, callOptions);
  const limits = toLimits(options, settings);
  const { signal, onRetry, poll: wait } = options;
  checkSignal(signal);
  checkFunction("onRetry", onRetry);
  const waiting = waitingFor(Math.max(limits.timeout, limits.idleTimeout));
  return {
    limits,
    signal,
    onRetry: onRetry ?? settings.onRetry,
    wait,
    outgoing: { ...toRequest(call, settings), waiting },
  };
}

/** Refuses what a custom `fetch` or a middleware gives in place of a response. */
function checkResponse(response: unknown): Response {
  if (isResponse(response)) {
    if (!response.bodyUsed) return response;
    throw new PatchbayError(
      "`fetch` and middleware must return a Response whose body was not read. Read a `clone()` of it, or return `new Response(text, response)`.",
    );
  }
  throw new PatchbayError(
    `\`fetch\` and middleware must return a Response, got ${showValue(response)}. Return what \`fetch\` returned, or \`new Response(…)\`.`,
  );
}

/** What fails on the way to the service. ky's own error holds the request, and with it the key: only its cause is kept. */
function reach(response: Promise<Response>): Promise<Response> {
  return response.catch((error: unknown) => {
    if (error instanceof PatchbayError) throw error;
    throw toConnectionError(error instanceof NetworkError ? error.cause : error);
  });
}

/** Asks for a key that is rotated. */
async function ask(option: string, key: () => string | Promise<string>): Promise<string> {
  const secret: unknown = await key();
  if (typeof secret !== "string" || secret.trim() === "")
    throw new PatchbayError(
      `The function \`${option}\` must return a key, got ${secret === "" ? "an empty string" : typeof secret}. No request was sent.`,
    );
  checkKey(option, secret);
  return secret;
}
