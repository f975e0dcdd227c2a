import type { WireEvent, WireRequest } from "../adapter.ts";
import { ProviderFailure } from "../failure.ts";
import { excerpt, malformed } from "../failures/response-failures.ts";
import { createEventParser } from "./create-event-parser.ts";
import { isWhole } from "./event-stream-parser.ts";
import type { Exchange, ResponseHead } from "./exchange.ts";
import { readBody, readStart } from "./read-body.ts";

/** Limits of a response. */
export interface ReadLimits {
  /** Longest JSON body, in bytes. */
  readonly maxBodyBytes: number;
  /** Longest event, in characters. */
  readonly maxEventLength: number;
}

interface ReadOptions extends ReadLimits {
  readonly format: Exclude<WireRequest["format"], "json">;
  /** Whether the output has ended, so that only the usage can follow. */
  readonly isComplete: () => boolean;
}

/**
 * The events of a successful response, those of each chunk together. A JSON body in place of a stream is one event: it is an error under status 200, or the
 * response of a provider that does not stream. Throws a `ProviderFailure` for an HTML page.
 */
export async function* readEvents(
  exchange: Exchange,
  { headers }: ResponseHead,
  options: ReadOptions,
): AsyncGenerator<readonly WireEvent[], void> {
  const first = await readFirst(exchange);
  const form = first && formOf(headers["content-type"] ?? "", first, options.format);
  if (form === "html") {
    const page = new TextDecoder().decode(first) + (await readStart(exchange, 4096));
    throw new ProviderFailure(malformed("an HTML page instead of a response", page));
  }
  if (form === "json") {
    const data = await readBody(exchange, options.maxBodyBytes, first);
    if (!isWhole(data)) throw new ProviderFailure(malformed("a body that is not valid JSON", excerpt(data)));
    yield [{ data }];
    return;
  }
  const parser = createEventParser(options.format, options);
  for (let chunk = first; chunk; chunk = await exchange.read(options.isComplete() ? "usage" : "idle"))
    yield parser.push(chunk);
  yield parser.end();
}

/** The first chunk that is not white space. Some providers send line ends until the model begins. */
async function readFirst(exchange: Exchange): Promise<Uint8Array | undefined> {
  for (;;) {
    const chunk = await exchange.read();
    if (!chunk || chunk.some((byte) => !isSpace(byte))) return chunk;
  }
}

type Form = "html" | "json" | "events";

/** What a body is. Content types are often wrong, so the first character decides. */
function formOf(contentType: string, chunk: Uint8Array, format: ReadOptions["format"]): Form {
  const text = new TextDecoder().decode(chunk.subarray(0, 256)).trimStart();
  if (text.startsWith("<")) return "html";
  if (format === "ndjson") return "events";
  if (text.startsWith("{") || text.startsWith("[")) return "json";
  return /^application\/json\b/i.test(contentType) && !/^(?:data|event|id|retry)?:/.test(text) ? "json" : "events";
}

function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
