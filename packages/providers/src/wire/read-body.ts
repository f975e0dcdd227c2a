import { tooLarge } from "../failures/response-failures.ts";
import type { Exchange } from "./exchange.ts";

/** Reads a whole body as text. Throws a `ProviderFailure` for a body of more than `maxBytes`. */
export async function readBody(exchange: Exchange, maxBytes: number, first?: Uint8Array): Promise<string> {
  const chunks: Uint8Array[] = first ? [first] : [];
  let size = first?.length ?? 0;
  for (;;) {
    const chunk = await exchange.read();
    if (!chunk) break;
    size += chunk.length;
    if (size > maxBytes) {
      const failure = tooLarge("body", maxBytes);
      exchange.fail(failure);
      throw failure;
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Reads the start of a body as text, and closes the connection if there is more. For errors, which are only logged. */
export async function readStart(exchange: Exchange, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (size < maxBytes) {
    // An error without a complete body is still that error.
    const chunk = await readNext(exchange).catch(() => undefined);
    if (!chunk) break;
    size += chunk.length;
    chunks.push(chunk);
  }
  exchange.release();
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes));
}

async function readNext(exchange: Exchange): Promise<Uint8Array | undefined> {
  return exchange.read();
}
