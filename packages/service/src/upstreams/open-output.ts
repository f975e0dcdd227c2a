import type { Part } from "../parts/part.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import { checkPart } from "../parts/check-part.ts";
import { PartReader } from "./part-reader.ts";
import { readEach, type BatchReader } from "../parts/batch-reader.ts";
import { timedOut, toProviderFailure } from "./upstream-failure.ts";
import type { DrainLimits, PartBatches, Parts, SimulatedUpstream, SimulationContext } from "./upstream.ts";
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
  /** Set if the output is read on after the client has left. */
  readonly drain?: DrainLimits | undefined;
}

/**
 * Starts an output. Returns all of its parts if they are known at once, or else a reader that has read up to the first part
 * with content. Throws a `ProviderFailure` if the upstream fails before that.
 */
export async function openOutput(
  upstream: SimulatedUpstream,
  request: UnifiedRequest,
  context: Omit<SimulationContext, "signal" | "deadline">,
  { clientSignal: client, isScript, firstTokenTimeout: limit, drain }: OpenOptions,
): Promise<readonly Part[] | PartReader> {
  const clientSignal = drain ? undefined : client;
  const { firstTokenTimeout: own = usualTimeout, idleTimeout = usualTimeout } = upstream;
  const firstTokenTimeout = limit ?? own;
  const attempt = new Attempt(clientSignal);
  const started = performance.now();
  const openReader = async (parts: BatchReader<unknown>, isNetwork: boolean): Promise<PartReader> => {
    const { waiter } = attempt;
    const abort = (): void => attempt.abort();
    const release = (): void => attempt.release();
    const timeouts = { started, firstTokenTimeout, idleTimeout };
    const options = { abort, release, clientSignal, isScript, ...timeouts, waiter, isNetwork, drain };
    const reader = new PartReader(parts, options);
    await reader.commit();
    return reader;
  };
  try {
    const deadline = Date.now() + firstTokenTimeout;
    const starting = upstream.stream(request, withSignal({ ...context, deadline }, attempt));
    if (isBatched(starting)) return await openReader(starting.batches, true);
    if (isKnown(starting)) return readKnown(starting, isScript);
    const { waiter } = attempt;
    const parts = isPromise(starting)
      ? await waiter.wait(starting, firstTokenTimeout, () => timedOut("response", firstTokenTimeout))
      : starting;
    if (isKnown(parts)) {
      waiter.stop();
      return readKnown(parts, isScript);
    }
    return await openReader(readEach(parts), false);
  } catch (error) {
    attempt.abort();
    // The client no longer waits for another attempt.
    client?.throwIfAborted();
    throw toProviderFailure(error, clientSignal, isScript);
  }
}

/** The signal and the waits of one attempt. They are created on first use, since simulated upstreams need neither. */
class Attempt {
  readonly #clientSignal: AbortSignal | undefined;
  #controller: AbortController | undefined;
  #waiter: Waiter | undefined;
  #isAborted = false;

  constructor(clientSignal: AbortSignal | undefined) {
    this.#clientSignal = clientSignal;
  }

  get signal(): AbortSignal {
    if (this.#controller) return this.#controller.signal;
    this.#controller = new AbortController();
    const client = this.#clientSignal;
    if (client?.aborted) this.#controller.abort(client.reason);
    else if (this.#isAborted) this.#controller.abort(ended);
    // `AbortSignal.any` would need 3 µs more for each request.
    else client?.addEventListener("abort", this.#onClientAbort, { once: true });
    return this.#controller.signal;
  }

  readonly #onClientAbort = (): void => this.#controller?.abort(this.#clientSignal!.reason);

  get waiter(): Waiter {
    return (this.#waiter ??= new Waiter(this.#clientSignal));
  }

  abort(): void {
    this.release();
    this.#isAborted = true;
    this.#controller?.abort(ended);
  }

  release(): void {
    this.#waiter?.stop();
    this.#clientSignal?.removeEventListener("abort", this.#onClientAbort);
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

/** The reason of an attempt that is over. One for all: the stack of a new one takes 5 µs. */
const ended = new DOMException("This operation was aborted", "AbortError");

function isPromise(value: Parts | Promise<Parts>): value is Promise<Parts> {
  return typeof (value as { readonly then?: unknown }).then === "function";
}

function isBatched(value: Parts | PartBatches | Promise<Parts>): value is PartBatches {
  return typeof value === "object" && "batches" in value;
}

function isKnown(value: Parts | Promise<Parts>): value is Iterable<Part> {
  return typeof (value as { readonly [Symbol.iterator]?: unknown })[Symbol.iterator] === "function";
}
