import { HttpError } from "@patchbay/service/http/http-error";

/** How many requests run and wait at once. */
export interface AdmissionLimits {
  readonly concurrency: number;
  readonly queue: number;
}

/** Admits a bounded number of requests; a bounded number of others wait, and the rest is refused with 503. */
export class Admission {
  readonly #limits: () => AdmissionLimits;
  /** Why no request is admitted; undefined while they are. */
  readonly #closedBy: () => string | undefined;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(limits: () => AdmissionLimits, closedBy: () => string | undefined) {
    this.#limits = limits;
    this.#closedBy = closedBy;
  }

  get running(): number {
    return this.#running;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Admits a request, at once or when another one ends. Throws 503. The result ends the request. */
  enter(): (() => void) | Promise<() => void> {
    const reason = this.#closedBy();
    if (reason !== undefined) throw busy(reason);
    const { concurrency, queue } = this.#limits();
    if (this.#running < concurrency) return this.#begin();
    if (this.#waiting.length >= queue)
      throw busy(`The gateway handles ${concurrency} requests, and ${queue} others wait.`);
    return new Promise<() => void>((resolve) => this.#waiting.push(() => resolve(this.#begin())));
  }

  #begin(): () => void {
    this.#running++;
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      this.#running--;
      this.#waiting.shift()?.();
    };
  }
}

function busy(message: string): HttpError {
  return new HttpError(503, message, { headers: { "retry-after": "1" } });
}
