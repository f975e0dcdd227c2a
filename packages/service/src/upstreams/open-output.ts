import type { Part } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import { checkPart } from "../parts/check-part.ts";
import { PartReader } from "./part-reader.ts";
import { timedOut, toProviderFailure } from "./upstream-failure.ts";
import type { Parts, SimulatedUpstream, SimulationContext } from "./upstream.ts";
import { Waiter } from "./waiter.ts";

/** Default of `firstTokenTimeout` and `idleTimeout`. */
const usualTimeout = 60_000;

interface OpenOptions {
  /** Aborts when the client disconnects. */
  readonly clientSignal: AbortSignal | undefined;
  /** Whether the upstream is a script, whose bugs are not failures of a provider. */
  readonly isScript: boolean;
  /** Milliseconds until the first part with content. Default: that of the upstream. */
  readonly firstTokenTimeout?: number | undefined;
}

/**
 * Starts an output. Returns all of its parts if they are known at once, or else a reader that has read up to the first part
 * with content. Throws a `ProviderFailure` if the upstream fails before that.
 */
export async function openOutput(
  upstream: SimulatedUpstream,
  request: UnifiedRequest,
  context: Omit<SimulationContext, "signal" | "deadline">,
  { clientSignal, isScript, firstTokenTimeout: limit }: OpenOptions,
): Promise<readonly Part[] | PartReader> {
  const { firstTokenTimeout: own = usualTimeout, idleTimeout = usualTimeout } = upstream;
  const firstTokenTimeout = limit ?? own;
  const attempt = new Attempt(clientSignal);
  const started = performance.now();
  try {
    const deadline = Date.now() + firstTokenTimeout;
    const starting = upstream.stream(request, withSignal({ ...context, deadline }, attempt));
    if (isKnown(starting)) return readKnown(starting, isScript);
    const { waiter } = attempt;
    const parts = isPromise(starting)
      ? await waiter.wait(starting, firstTokenTimeout, () => timedOut("response", firstTokenTimeout))
      : starting;
    if (isKnown(parts)) {
      waiter.stop();
      return readKnown(parts, isScript);
    }
    const abort = (): void => attempt.abort();
    const options = { abort, clientSignal, isScript, started, firstTokenTimeout, idleTimeout, waiter };
    const reader = new PartReader(parts, options);
    await reader.commit();
    return reader;
  } catch (error) {
    attempt.abort();
    throw toProviderFailure(error, clientSignal, isScript);
  }
}

/** The signal and the waits of one attempt. They are created on first use, since simulated upstreams need neither. */
class Attempt {
  readonly #clientSignal: AbortSignal | undefined;
  #controller: AbortController | undefined;
  #signal: AbortSignal | undefined;
  #waiter: Waiter | undefined;
  #isAborted = false;

  constructor(clientSignal: AbortSignal | undefined) {
    this.#clientSignal = clientSignal;
  }

  get signal(): AbortSignal {
    if (this.#signal) return this.#signal;
    this.#controller = new AbortController();
    const own = this.#controller.signal;
    this.#signal = this.#clientSignal ? AbortSignal.any([this.#clientSignal, own]) : own;
    if (this.#isAborted) this.#controller.abort();
    return this.#signal;
  }

  get waiter(): Waiter {
    return (this.#waiter ??= new Waiter(this.#clientSignal));
  }

  abort(): void {
    this.#isAborted = true;
    this.#waiter?.stop();
    this.#controller?.abort();
  }
}

/** The context of an upstream. Its signal is a getter, since most upstreams do not read it. */
function withSignal(context: Omit<SimulationContext, "signal">, attempt: Attempt): SimulationContext {
  return {
    ...context,
    get signal() {
      return attempt.signal;
    },
  };
}

/** All parts of an output. Those of scripts and default replies are made by the server, so they need no check. */
function readKnown(parts: Iterable<Part>, isScript: boolean): readonly Part[] {
  return isScript ? [...parts] : Array.from(parts, checkPart);
}

function isPromise(value: Parts | Promise<Parts>): value is Promise<Parts> {
  return typeof (value as { readonly then?: unknown }).then === "function";
}

function isKnown(value: Parts | Promise<Parts>): value is Iterable<Part> {
  return typeof (value as { readonly [Symbol.iterator]?: unknown })[Symbol.iterator] === "function";
}
