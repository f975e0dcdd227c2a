import type { Adapter, Target, WireRequest } from "../adapter.ts";
import { ProviderFailure, UnsupportedRequest, type ProviderFailureFacts } from "../failure.ts";
import { redact, redactFacts } from "../failures/redact.ts";
import type { Timeouts } from "../wire/timeouts.ts";
import type { Wire, WireResponse } from "../wire/wire.ts";
import type { ProviderKey } from "./key-ring.ts";

/** What is called, and how. */
export interface CallContext {
  /** The model, and what is special about it. The provider adds its options and its issuer. */
  readonly target: Pick<Target, "model"> & Partial<Omit<Target, "options" | "issuer">>;
  /** Aborts the call: the connection is closed at once, and the call rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** The caller's own key (BYOK), which is used in place of the provider's keys. */
  readonly apiKey?: string | undefined;
  /** Timeouts of this call. Default: those of the provider. */
  readonly timeouts?: Timeouts | undefined;
  /** Id of the key to try first, so that a conversation stays with the prompt cache of its account. */
  readonly preferKey?: string | undefined;
  /** Called with the id of each key before it is tried. */
  readonly onKey?: ((keyId: string) => void) | undefined;
}

/** The parts of a provider that its calls need. */
export interface Connection {
  readonly adapter: Adapter;
  readonly wire: Wire;
  readonly baseURL: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeouts: Timeouts;
}

/** Sends a request with a key. Throws the classified failure of an error response. */
export async function send(
  { adapter, wire, baseURL, headers, timeouts }: Connection,
  { request, key, context }: { request: WireRequest; key: ProviderKey | undefined; context: Partial<CallContext> },
): Promise<WireResponse> {
  const response = await wire.send(baseURL, request, {
    headers: { ...headers, ...(key && adapter.authorize(key.secret)) },
    signal: context.signal,
    timeouts: context.timeouts ? { ...timeouts, ...context.timeouts } : timeouts,
  });
  if (response.status >= 200 && response.status < 300) return response;
  const text = redact(await response.errorText(), secretsOf(headers, key));
  context.signal?.throwIfAborted();
  throw new ProviderFailure(
    adapter.readError({ status: response.status, headers: response.headers, body: tryParse(text) }),
  );
}

/** Parsed JSON, or the text of a body that is not JSON. */
export function tryParse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Shorter values of headers are names and versions. In characters. */
const shortestSecret = 8;

/** What must not appear in an error: the key, and the values of configured headers, which can be keys, too. */
export function secretsOf(headers: Connection["headers"], key: ProviderKey | undefined): readonly string[] {
  const values = Object.values(headers).filter((value) => value.length >= shortestSecret);
  return key ? [key.secret, ...values] : values;
}

/** A failure without secrets. Other errors, such as the reason of the caller's signal, stay unchanged. */
export function toSafeError(error: unknown, secrets: readonly string[]): unknown {
  if (error instanceof UnsupportedRequest)
    return new ProviderFailure(toUnsupported(redact(error.message, secrets)), { cause: error });
  if (!(error instanceof ProviderFailure)) return error;
  return new ProviderFailure(redactFacts(error.facts, secrets));
}

function toUnsupported(message: string): ProviderFailureFacts {
  return {
    fault: "endpoint",
    next: "next-endpoint",
    status: 400,
    message,
    errorType: "invalid_request",
    code: "unsupported_request",
  };
}
