import type { Adapter, SingleAdapter, Target } from "../adapter.ts";
import { ProviderFailure, UnsupportedRequest } from "../failure.ts";
import { readInnerError } from "../failures/read-error-body.ts";
import { malformed } from "../failures/response-failures.ts";
import { send, toSafeError, tryParse, type CallContext, type Connection } from "./call.ts";
import type { KeyRing } from "./key-ring.ts";
import { tryKeys } from "./try-keys.ts";

/** A kind of call without a stream, and its name for errors. */
export interface SingleCall<Request, Result> {
  readonly of: (adapter: Adapter) => SingleAdapter<Request, Result> | undefined;
  readonly what: string;
}

/** What a call needs in addition to its request. */
export interface SingleCallOptions {
  readonly connection: Connection;
  readonly keys: KeyRing;
  readonly context: CallContext;
  /** Called after the caller's key has been checked. */
  readonly toTarget: () => Target;
}

/** Makes a call whose response is one JSON body. */
export async function callOnce<Request, Result>(
  call: SingleCall<Request, Result>,
  request: Request,
  { connection, keys, context, toTarget }: SingleCallOptions,
): Promise<Result> {
  const adapter = call.of(connection.adapter);
  if (!adapter) {
    const message = `A provider of the kind ${connection.adapter.kind} does not support ${call.what}.`;
    throw toSafeError(new UnsupportedRequest(message), []);
  }
  return tryKeys({ keys, context, connection }, async (key) => {
    const response = await send(connection, { request: adapter.toWire(request, toTarget()), key, context });
    const text = await response.text();
    const body = tryParse(text);
    if (typeof body === "string") {
      const what = text.trimStart().startsWith("<") ? "an HTML page instead of a response" : "a body that is not JSON";
      throw new ProviderFailure(malformed(what, text));
    }
    if (hasError(body)) throw new ProviderFailure(readInnerError(body));
    return readResult(text, () => adapter.fromWire(body, request));
  });
}

/** Whether a body of status 200 is an error. */
function hasError(body: unknown): boolean {
  const { error } = (body ?? {}) as { readonly error?: unknown };
  return error !== undefined && error !== null && error !== false;
}

/** The result of a body. A body that is none is a failure of the provider. */
function readResult<Result>(text: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    throw new ProviderFailure(malformed("a body that its API does not have", text), { cause: error });
  }
}
