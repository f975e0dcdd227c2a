import { ProviderFailure } from "../failure.ts";
import { secretsOf, toSafeError, type CallContext, type Connection } from "./call.ts";
import { toKey, type KeyRing, type ProviderKey } from "./key-ring.ts";

/** What is called, and the keys for it. */
interface KeyedCall {
  readonly keys: KeyRing;
  readonly context: CallContext;
  readonly connection: Pick<Connection, "headers">;
}

/**
 * Runs an attempt with each usable key in turn until one succeeds. Only failures of a key and of its rate limit move on to the next
 * key. Rejects with the last failure, which then moves on to the next endpoint.
 */
export async function tryKeys<T>(
  { keys, context, connection }: KeyedCall,
  attempt: (key: ProviderKey | undefined) => Promise<T>,
): Promise<T> {
  const { model } = context.target;
  const order = orderOf(keys, context);
  if (order.length === 0) throw new ProviderFailure(keys.pausedFailure(model, Date.now())!);
  for (let place = 0; ; place++) {
    const key = order[place];
    if (key) context.onKey?.(key.id);
    try {
      return await attempt(key);
    } catch (error) {
      const failure = toSafeError(error, secretsOf(connection.headers, key));
      if (!(failure instanceof ProviderFailure) || failure.facts.next !== "next-key") throw failure;
      if (key && context.apiKey === undefined) keys.note(key, model, { facts: failure.facts, now: Date.now() });
      if (place + 1 >= order.length) throw new ProviderFailure({ ...failure.facts, next: "next-endpoint" });
    }
  }
}

/** The keys to try. A provider without keys, such as a local server, is called once without one. */
function orderOf(keys: KeyRing, context: CallContext): readonly (ProviderKey | undefined)[] {
  if (context.apiKey !== undefined) return [toCallerKey(context.apiKey)];
  if (keys.size === 0) return [undefined];
  return keys.order(context.target.model, Date.now(), context.preferKey);
}

function toCallerKey(secret: string): ProviderKey {
  try {
    return toKey(secret);
  } catch {
    throw new ProviderFailure({
      fault: "key",
      next: "next-endpoint",
      status: 401,
      message: "The provider key of this request is empty or has characters other than visible ASCII.",
      errorType: "authentication",
    });
  }
}
