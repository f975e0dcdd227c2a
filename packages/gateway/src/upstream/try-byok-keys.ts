import { type OutputBatches, ProviderFailure } from "@patchbay/providers";
import type { Part } from "@patchbay/service/parts/part";
import type { BatchReader } from "@patchbay/service/upstreams/upstream";
import { toServiceError, UpstreamFailure } from "./upstream-failure.ts";

/** Keys of a call: `undefined` for those of the gateway, which the provider chooses itself. */
export type CallKeys = readonly (string | undefined)[];

/** A call with the gateway's own keys. */
export const gatewaysOwn: CallKeys = [undefined];

/** The output of the first of a customer's keys that the provider accepts. An output that has begun is not started again. */
export class KeyedBatches implements BatchReader {
  readonly #keys: CallKeys;
  readonly #stream: (key: string | undefined) => OutputBatches;
  #output: OutputBatches | undefined;
  #hasBegun = false;
  #isClosed = false;

  constructor(keys: CallKeys, stream: (key: string | undefined) => OutputBatches) {
    this.#keys = keys;
    this.#stream = stream;
  }

  next(): Batch | Promise<Batch> {
    if (!this.#hasBegun) return this.#begin();
    try {
      const parts = this.#output!.next();
      return parts instanceof Promise ? parts.catch(fail) : parts;
    } catch (error) {
      return fail(error);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#output?.close();
  }

  async #begin(): Promise<Batch> {
    for (const [index, key] of this.#keys.entries()) {
      this.#output = this.#stream(key);
      try {
        const parts = await this.#output.next();
        this.#hasBegun = true;
        return parts;
      } catch (error) {
        if (this.#isClosed || index === this.#keys.length - 1 || !isRefusedKey(error)) throw toServiceError(error);
      }
    }
    throw noKey();
  }
}

type Batch = readonly Part[] | undefined;

function fail(error: unknown): never {
  throw toServiceError(error);
}

/** Calls with the first of a customer's keys that the provider accepts. */
export async function callWithKeys<Result>(
  keys: CallKeys,
  call: (key: string | undefined) => Promise<Result>,
): Promise<Result> {
  for (const [index, key] of keys.entries()) {
    try {
      return await call(key);
    } catch (error) {
      if (index === keys.length - 1 || !isRefusedKey(error)) throw toServiceError(error);
    }
  }
  throw noKey();
}

/** Whether a provider refused a key or its rate limit, so that another key can succeed. */
function isRefusedKey(error: unknown): boolean {
  return error instanceof ProviderFailure && (error.facts.fault === "key" || error.facts.fault === "capacity");
}

/** The customer deleted the key after the request was routed. The gateway's own key would be paid by the gateway. */
function noKey(): UpstreamFailure {
  return new UpstreamFailure({
    fault: "key",
    next: "next-endpoint",
    status: 401,
    message: "The customer's provider key was deleted.",
    errorType: "authentication",
  });
}
