import { HttpError } from "../http/http-error.ts";
import { showValue } from "../json/show-value.ts";
import type { Part } from "../parts/part.ts";
import { ProviderFailure } from "../routing/provider-failure.ts";

/**
 * An error that an upstream threw, as the failure of its provider. Does not change errors of the caller, the end of the
 * request, and bugs of a script.
 */
export function toProviderFailure(error: unknown, signal: AbortSignal | undefined, isScript: boolean): unknown {
  if (error instanceof ProviderFailure || error instanceof HttpError) return error;
  if (signal?.aborted && error === signal.reason) return error;
  const { code, name, message } = describe(error);
  if (isScript && code === undefined && name !== "TimeoutError" && !isFailedFetch(error, message)) return error;
  return new ProviderFailure({
    status: 502,
    message: "Provider returned error",
    errorType: "provider_unavailable",
    providerCode: code ?? "disconnected",
    raw: message,
  });
}

interface Description {
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly message: string;
}

/** What is known of an error, which can be any value, also one with getters that throw. */
function describe(error: unknown): Description {
  try {
    const { code, name, message, cause } = (error ?? {}) as Record<string, unknown>;
    const inner = (cause as { readonly code?: unknown } | undefined)?.code;
    return {
      code: [code, inner].find((one) => typeof one === "string"),
      name: typeof name === "string" ? name : undefined,
      message: typeof message === "string" ? message : showValue(error),
    };
  } catch {
    return { code: undefined, name: undefined, message: "an error that cannot be read" };
  }
}

/** Whether `fetch` or the body of its response failed. Their errors have no code in browsers. */
function isFailedFetch(error: unknown, message: string): boolean {
  return (
    error instanceof TypeError &&
    /^(?:fetch failed|terminated|network error|failed to fetch|load failed)/i.test(message)
  );
}

/** The `error` part of a failure; `undefined` for any other error, such as the end of the request. */
export function toErrorPart(error: unknown): Part | undefined {
  if (error instanceof HttpError) return { type: "error", error: { status: error.status, message: error.message } };
  if (!(error instanceof ProviderFailure)) return undefined;
  const { status, message, errorType, raw } = error.failure;
  // An error in mid-stream has no place for the upstream's own text.
  return { type: "error", error: { status, message: raw ? `${message}: ${raw}` : message, errorType } };
}

/** The failure of a provider that sends nothing for too long. */
export function timedOut(what: string, ms: number): ProviderFailure {
  return new ProviderFailure({
    status: 504,
    message: `The provider sent no ${what} within ${ms} ms`,
    errorType: "timeout",
    providerCode: "timeout",
  });
}

/** The failure of a provider whose response ends too early. */
export function disconnected(message: string): ProviderFailure {
  return new ProviderFailure({ status: 502, message, errorType: "provider_unavailable", providerCode: "disconnected" });
}
