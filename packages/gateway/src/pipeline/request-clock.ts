import { HttpError } from "@patchbay/service/http/http-error";

/** A request in progress: its signal, and what stops watching it. */
export interface TimedRequest {
  /** Aborts when the caller leaves, when the time is over, or when the gateway ends. */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** Ends requests that take too long, and all of them when the gateway has to end. */
export class RequestClock {
  readonly #open = new Set<AbortController>();

  /**
   * Watches a request. The reason of an abort is an `HttpError`, which becomes the response; in a stream that has begun, it becomes the
   * stream's last event.
   *
   * @param limit Milliseconds of the whole request.
   */
  begin(caller: AbortSignal | undefined, limit: number): TimedRequest {
    const controller = new AbortController();
    const leave = (): void => controller.abort(caller!.reason);
    if (caller?.aborted) leave();
    caller?.addEventListener("abort", leave, { once: true });
    const timer = setTimeout(() => controller.abort(tooLong(limit)), Math.min(limit, longestTimer));
    this.#open.add(controller);
    return {
      signal: controller.signal,
      end: () => {
        clearTimeout(timer);
        caller?.removeEventListener("abort", leave);
        this.#open.delete(controller);
      },
    };
  }

  /** Ends all requests that are in progress. */
  abort(): void {
    const reason = new HttpError(503, "The gateway was shut down before the request had ended.", {
      headers: { "retry-after": "1" },
      metadata: { limit_source: "draining" },
    });
    for (const controller of this.#open) controller.abort(reason);
  }
}

/** Longer timers fire at once. */
const longestTimer = 2_147_483_647;

function tooLong(ms: number): HttpError {
  return new HttpError(504, `The request took longer than ${ms} ms, which \`limits.requestTime\` allows.`, {
    metadata: { limit_source: "request_time" },
  });
}
