import { HttpError } from "@patchbay/service/http/http-error";

/** How many requests run and wait at once. */
export interface AdmissionLimits {
  readonly concurrency: number;
  readonly queue: number;
}

/** Why the gateway takes no requests now. */
export interface Closure {
  readonly source: "draining" | "ledger";
  readonly message: string;
}

interface Waiting {
  readonly begin: () => void;
}

/** Admits a bounded number of requests; a bounded number of others wait, and the rest is refused with 503. */
export class Admission {
  readonly #limits: () => AdmissionLimits;
  /** Why no request is admitted; undefined while they are. */
  readonly #closedBy: () => Closure | undefined;
  readonly #waiting = new Set<Waiting>();
  readonly #idle: (() => void)[] = [];
  #running = 0;

  constructor(limits: () => AdmissionLimits, closedBy: () => Closure | undefined) {
    this.#limits = limits;
    this.#closedBy = closedBy;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Admits a request, at once or when another one ends. The result ends the request. Throws 503, or the reason of `signal` if the
   * caller leaves while it waits.
   */
  enter(signal?: AbortSignal): (() => void) | Promise<() => void> {
    const closure = this.#closedBy();
    if (closure !== undefined) throw closed(closure);
    const { concurrency, queue } = this.#limits();
    if (this.#running < concurrency && this.#waiting.size === 0) return this.#begin();
    if (this.#waiting.size >= queue)
      throw busy(`The gateway handles ${concurrency} requests, and ${queue} others wait.`, "queue");
    return this.#wait(signal);
  }

  /**
   * Admits as many of the waiting requests as the limits allow: after an end, one if the limits are the same, several if they were
   * raised, none if they were lowered. Call it when the limits change: the next end can be far away.
   */
  admitWaiting(): void {
    for (const waiting of this.#waiting) {
      if (this.#running >= this.#limits().concurrency) return;
      this.#waiting.delete(waiting);
      waiting.begin();
    }
  }

  /** Resolves when no request is in progress. */
  async idle(): Promise<void> {
    if (this.#running > 0 || this.#waiting.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  #wait(signal: AbortSignal | undefined): Promise<() => void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(waiting);
        this.#noteIdle();
        reject(signal!.reason as Error);
      };
      const waiting: Waiting = {
        begin: () => {
          signal?.removeEventListener("abort", leave);
          resolve(this.#begin());
        },
      };
      if (signal?.aborted) return leave();
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.add(waiting);
    });
  }

  #begin(): () => void {
    this.#running++;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#running--;
      this.admitWaiting();
      this.#noteIdle();
    };
  }

  #noteIdle(): void {
    if (this.#running === 0 && this.#waiting.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
  }
}

function closed({ source, message }: Closure): HttpError {
  // Behind a load balancer, the next request of this connection should reach another gateway.
  return busy(message, source, source === "draining" ? { connection: "close" } : {});
}

function busy(message: string, source: string, headers: Readonly<Record<string, string>> = {}): HttpError {
  return new HttpError(503, message, {
    headers: { "retry-after": "1", ...headers },
    metadata: { limit_source: source },
  });
}
