import { clientPolicy } from "@patchbay/spec";
import ky, { NetworkError } from "ky";
import { storeInfo } from "../errors/response-info.ts";
import { notify, notifySafely } from "../options/callback.ts";
import { apiKey } from "../options/checks.ts";
import { toConnectionError } from "../errors/connection-error.ts";
import { PatchbayError } from "../errors/patchbay-error.ts";
import { readsFetchOptions } from "./global-fetch.ts";
import { isResponse } from "./is-response.ts";
import type { AttemptContext, AttemptResult } from "../options/middleware.ts";
import { withNodeTimeouts } from "./node-fetch.ts";
import { readCallOptions, toLimits, type Settings } from "../options/options.ts";
import { load } from "../options/load.ts";
import { readGiven } from "../options/read-given.ts";
import { toRequest, type Call } from "./request.ts";
import { getBackoffMs, shouldRetry, isNotYetAvailable, sleep } from "./retry.ts";
import { showValue } from "../options/show-value.ts";
import { AttemptDeadline } from "./deadline.ts";

/** One attempt while it runs. */
interface Attempt {
  readonly deadline: AttemptDeadline;
  /** Reports the result to the `onEnd` listeners, once. */
  readonly end: (result: AttemptResult) => void;
}

/** Everything between a typed call and the network. */
export interface Exchange {
  readonly settings: Settings;
  /**
   * Sends the call until an attempt succeeds or no retry is left. `read` makes the result from a response; `prepare` is
   * awaited before the request is sent. Resolves to the response itself if the caller requested it unread.
   */
  readonly attempt: <Result extends object>(
    call: Call,
    read: Read<Result>,
    prepare?: () => Promise<unknown>,
  ) => Promise<Result | Response>;
}

/** Makes the result of a call from a response. */
type Read<Result> = (response: Response, attempt: Attempt) => Promise<Result>;

/** The exchange of a client. This file is the only one that uses ky. */
export class HttpExchange implements Exchange {
  readonly settings: Settings;
  readonly #http: typeof ky;

  constructor(settings: Settings) {
    const { fetch } = settings;
    this.settings = settings;
    // The client has its own retries, timeouts and errors, so that streams and complete responses follow one policy.
    this.#http = ky.create({
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
      // ky passes a complete `Request`.
      ...(fetch && { fetch: async (request) => checkResponse(await fetch(request as Request)) }),
    });
  }

  async attempt<Result extends object>(
    call: Call,
    read: Read<Result>,
    prepare?: () => Promise<unknown>,
  ): Promise<Result | Response> {
    const { operation } = call;
    const plan = readGiven(`The input of ${operation.id}`, () => readCall(call, this.settings));
    const { outgoing } = plan;
    if (outgoing.unchecked) {
      const { toCheckedBody } = await load(() => import("./json-flaws.ts"), `check the input of ${operation.id}`);
      outgoing.body = toCheckedBody(operation.id, outgoing.unchecked, outgoing.body ?? undefined);
    }
    const { timeout, totalTimeout, maxRetries, retryNonIdempotent } = plan.limits;
    const endsAt = performance.now() + totalTimeout;
    for (let attempt = 1; ; attempt++) {
      const deadline = new AttemptDeadline(plan.signal, totalTimeout, endsAt);
      deadline.limit("attempt", timeout);
      try {
        return await this.#send(call, plan, attempt, deadline, read, prepare);
      } catch (error) {
        if (!(error instanceof PatchbayError)) throw error;
        error.attempts = plan.sent;
        const polls = plan.poll === true && isNotYetAvailable(error, attempt);
        if (!polls && !(attempt <= maxRetries && shouldRetry(error, operation, retryNonIdempotent))) throw error;
        const delayMs = polls ? clientPolicy.poll.delayMs : getBackoffMs(attempt, error);
        if (performance.now() + delayMs > endsAt) throw error;
        notify("onRetry", plan.onRetry, { attempt, delayMs, error });
        await sleep(delayMs, plan.signal);
      }
    }
  }

  /** Sends one request and reads its response. Throws the error that the caller sees. */
  async #send<Result extends object>(
    call: Call,
    plan: Plan,
    attempt: number,
    deadline: AttemptDeadline,
    read: Read<Result>,
    prepare: (() => Promise<unknown>) | undefined,
  ): Promise<Result | Response> {
    const listeners: ((result: AttemptResult) => unknown)[] = [];
    const end = (result: AttemptResult): void => {
      for (const listener of listeners.splice(0)) notifySafely("an onEnd listener of a middleware", listener, result);
    };
    const onEnd: AttemptContext["onEnd"] = (listener) => void listeners.push(listener);
    const context: AttemptContext = { operation: call.operation, input: call.input, attempt, onEnd };
    try {
      const value = await deadline.run(async () => {
        if (prepare) await prepare();
        const response = await this.#dispatch(plan, deadline.signal, context);
        call.response = response;
        let result: Result | Response = response;
        if (call.unread && response.ok) {
          // The caller reads the body, which the caller's signal and `totalTimeout` still abort.
          call.unread = "returned";
          deadline.release(response.body);
          end({});
        } else result = await read(response, { deadline, end });
        storeInfo(result, response, attempt);
        return result;
      });
      deadline.pause();
      return value;
    } catch (cause) {
      const error: unknown = deadline.signal.aborted ? deadline.signal.reason : cause;
      deadline.end();
      end({ error });
      throw error;
    }
  }

  /** Adds the API key, and sends the request through the middleware. */
  async #dispatch(plan: Plan, signal: AbortSignal, context: AttemptContext): Promise<Response> {
    const { middleware, keyFor } = this.settings;
    const { url, method, headers, withKey, body = null, fetchOptions } = plan.outgoing;
    const [option, source] = withKey ? keyFor(context.operation) : [];
    const key = typeof source === "function" ? await getRotatedKey(option!, source) : source;
    const init = {
      method,
      headers: key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` },
      body,
    } satisfies RequestInit;
    const http = this.#http;
    plan.sent = context.attempt;
    if (middleware.length === 0) {
      // A custom `fetch` receives everything in one `Request`, and so does a global one that may not read its second argument.
      if (this.settings.fetch || !readsFetchOptions()) return reach(http(url, { ...init, signal, ...fetchOptions }));
      // The body again, and the signal here alone: saves 20 % of the CPU of a call. Node.js would pipe the body of the
      // request, and ky would combine the signal with its own.
      const last: RequestInit = body === null ? { signal, ...fetchOptions } : { signal, body, ...fetchOptions };
      return reach(http(url, { ...init, fetch: (request) => fetch(request, last) }));
    }
    const first = new Request(url, { ...init, signal });
    // A middleware may call `next` again, so each request gets its own body. Setting a body is cheaper than cloning one.
    const ownBody: RequestInit = body === null ? {} : { body };
    const copyOf = (request: Request): Request => (request === first ? new Request(request, ownBody) : request.clone());
    const chain = middleware.reduceRight<(request: Request) => Promise<Response>>(
      (next, one) => (request) => one(request, next, context),
      (request) => reach(http(copyOf(request), fetchOptions)),
    );
    return checkResponse(await chain(first));
  }
}

type Plan = ReturnType<typeof readCall>;

/** Reads and checks everything that a call specifies, once. */
function readCall(call: Call, settings: Settings) {
  const options = readCallOptions(`the call ${call.operation.id}`, call.options);
  const limits = toLimits(options, settings);
  const fetchOptions = withNodeTimeouts(Math.max(limits.timeout, limits.idleTimeout));
  return {
    /** How many times the request was sent. */
    sent: 0,
    limits,
    signal: options.signal,
    onRetry: options.onRetry ?? settings.onRetry,
    poll: options.poll,
    outgoing: { ...toRequest(call.operation, call.input, options, settings), fetchOptions },
  };
}

/** Refuses a value that a custom `fetch` or a middleware returned in place of an unread response. */
function checkResponse(response: unknown): Response {
  if (!isResponse(response))
    throw new PatchbayError(
      `\`fetch\` and middleware must return a Response, got ${showValue(response)}. Return the result of \`fetch\`, or \`new Response(…)\`.`,
    );
  if (response.bodyUsed)
    throw new PatchbayError(
      "`fetch` and middleware must return a Response with an unread body. Read a `clone()` of it, or return `new Response(text, response)`.",
    );
  return response;
}

/** Converts errors of the network. ky's own error contains the request, and with it the key: only its cause is kept. */
function reach(response: Promise<Response>): Promise<Response> {
  return response.catch((error: unknown) => {
    if (error instanceof PatchbayError) throw error;
    throw toConnectionError(error instanceof NetworkError ? error.cause : error);
  });
}

/** Calls the function that returns the key of this attempt. */
async function getRotatedKey(option: string, source: () => string | Promise<string>): Promise<string> {
  const key: unknown = await source();
  if (typeof key !== "string" || key.trim() === "")
    throw new PatchbayError(
      `The function \`${option}\` must return a key, got ${key === "" ? "an empty string" : typeof key}. No request was sent.`,
    );
  apiKey(option, key);
  return key;
}
