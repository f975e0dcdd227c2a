import type { Target, WireRequest } from "../adapter.ts";
import type { ProviderPart, UnifiedRequest } from "../unified.ts";
import { secretsOf, send, toSafeError, type CallContext, type Connection } from "./call.ts";
import type { KeyRing, ProviderKey } from "./key-ring.ts";
import { OutputReader } from "./output-reader.ts";
import { tryKeys } from "./try-keys.ts";

/** A streamed call. */
export interface StreamCall {
  readonly connection: Connection;
  readonly keys: KeyRing;
  readonly context: CallContext;
  readonly request: UnifiedRequest;
  /** Called after the caller's key has been checked. */
  readonly toTarget: () => Target;
}

interface OpenOutput {
  readonly key: ProviderKey | undefined;
  readonly reader: OutputReader;
  readonly ahead: readonly ProviderPart[];
}

/** Streams an output. Yields nothing before the first content. */
export async function* streamOutput(call: StreamCall): AsyncGenerator<ProviderPart, void> {
  for await (const parts of streamBatches(call)) for (const part of parts) yield part;
}

/** Streams an output. Parts that arrived together are yielded together. */
export async function* streamBatches(call: StreamCall): AsyncGenerator<readonly ProviderPart[], void> {
  const { key, reader, ahead } = await open(call);
  try {
    for (let parts: readonly ProviderPart[] | undefined = ahead; parts; parts = await reader.next())
      if (parts.length > 0) yield parts;
  } catch (error) {
    throw toSafeError(error, secretsOf(call.connection.headers, key));
  } finally {
    reader.close();
  }
}

/** Opens the output and reads it up to its first content. */
function open({ connection, keys, context, request, toTarget }: StreamCall): Promise<OpenOutput> {
  const { chat } = connection.adapter;
  let wireRequest: WireRequest | undefined;
  return tryKeys({ keys, context, connection }, async (key) => {
    const target = toTarget();
    wireRequest ??= chat.toWire(request, target);
    const response = await send(connection, { request: wireRequest, key, context });
    const format = wireRequest.format === "ndjson" ? "ndjson" : "sse";
    const reader = new OutputReader(response, chat.createDecoder(request, target), format);
    return { key, reader, ahead: await reader.commit() };
  });
}
