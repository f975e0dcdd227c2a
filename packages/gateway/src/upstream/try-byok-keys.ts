import { ProviderFailure, type ProviderPart } from "@patchbay/providers";
import type { Part } from "@patchbay/service/parts/part";
import { toServiceError, UpstreamFailure } from "./upstream-failure.ts";

/** Keys of a call: `undefined` for those of the gateway, which the provider chooses itself. */
export type CallKeys = readonly (string | undefined)[];

/** A call with the gateway's own keys. */
export const gatewaysOwn: CallKeys = [undefined];

/** Streams with the first of a customer's keys that the provider accepts. A stream that has begun is not started again. */
export async function* streamWithKeys(
  keys: CallKeys,
  stream: (key: string | undefined) => AsyncIterable<readonly ProviderPart[]>,
): AsyncGenerator<readonly Part[], void> {
  for (const [index, key] of keys.entries()) {
    let hasBegun = false;
    try {
      for await (const parts of stream(key)) {
        hasBegun = true;
        yield parts;
      }
      return;
    } catch (error) {
      if (hasBegun || index === keys.length - 1 || !isRefusedKey(error)) throw toServiceError(error);
    }
  }
  throw noKey();
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
