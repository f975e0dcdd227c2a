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

/** The parts of an output, those that arrived together in one list. */
export interface OutputBatches {
  /**
   * The next parts, at once if they have arrived; `undefined` at the end. The first call sends the request. Throws or rejects with a
   * `ProviderFailure`, or with the reason of the signal.
   */
  readonly next: () => Batch | Promise<Batch>;
  /** Ends the output. Before its finish, the connection is closed, so that the provider stops. */
  readonly close: () => void;
}

type Batch = readonly ProviderPart[] | undefined;

/** Streams an output. Yields nothing before the first content. */
export async function* streamOutput(call: StreamCall): AsyncGenerator<ProviderPart, void> {
  const batches = new BatchStream(call);
  try {
    for (let parts = await batches.next(); parts; parts = await batches.next()) yield* parts;
  } finally {
    batches.close();
  }
}

/** Streams an output in batches. */
export class BatchStream implements OutputBatches {
  readonly #call: StreamCall;
  #open: OpenOutput | undefined;
  #isClosed = false;

  constructor(call: StreamCall) {
    this.#call = call;
  }

  readonly next = (): Batch | Promise<Batch> => {
    if (this.#isClosed) return undefined;
    if (!this.#open) return this.#begin();
    try {
      const parts = this.#open.reader.next();
      if (parts instanceof Promise || parts?.length === 0) return this.#wait(this.#open.reader, parts);
      if (!parts) this.close();
      return parts;
    } catch (error) {
      return this.#fail(error);
    }
  };

  readonly close = (): void => {
    this.#isClosed = true;
    this.#open?.reader.close();
  };

  async #begin(): Promise<Batch> {
    this.#open = await open(this.#call);
    if (this.#isClosed) this.close();
    return this.#open.ahead;
  }

  /** A chunk can have events without parts. */
  async #wait(reader: OutputReader, first: Batch | Promise<Batch>): Promise<Batch> {
    try {
      let parts = await first;
      while (parts?.length === 0) parts = await reader.next();
      if (!parts) this.close();
      return parts;
    } catch (error) {
      return this.#fail(error);
    }
  }

  #fail(error: unknown): never {
    this.close();
    throw toSafeError(error, secretsOf(this.#call.connection.headers, this.#open?.key));
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
