import type * as Stream from "node:stream";
import type * as Zlib from "node:zlib";
import type { Bytes } from "./bytes.ts";
import type { HeaderReader } from "./request.ts";
import { HttpError } from "./http-error.ts";

type Decoder = ReadableWritablePair<Bytes, Bytes>;

/** Maximum number of content codings of one body. */
const mostCodings = 3;

/** The content codings of a body, outermost last. Throws 415 for a coding that this runtime cannot decode. */
export function codingsOf(headers: HeaderReader): readonly string[] {
  const listed = headers.get("content-encoding");
  if (listed === null) return [];
  const names = listed
    .toLowerCase()
    .split(",")
    .map((name) => name.trim().replace(/^x-(?=gzip$)/, ""))
    .filter((name) => name !== "" && name !== "identity");
  const unknown = names.find((name) => !supported().has(name));
  if (unknown === undefined && names.length <= mostCodings) return names;
  const fault =
    unknown === undefined
      ? `The body has ${names.length} content codings. Use ${mostCodings} at most.`
      : `The content coding ${JSON.stringify(unknown.slice(0, 50))} is not supported. Use ${[...supported().keys()].join(", ")}, or send the body uncompressed.`;
  throw new HttpError(415, fault, { headers: { "accept-encoding": [...supported().keys()].join(", ") } });
}

/** Decodes a body. The stream fails with an `HttpError`: 413 if it becomes too long, 400 if it is damaged. */
export async function decoded(
  stream: ReadableStream<Bytes>,
  codings: readonly string[],
  limit: number,
): Promise<ReadableStream<Bytes>> {
  const { first, source } = await peek(stream);
  let inner = limited(source, limit);
  // An empty body has nothing to decode.
  if (first === undefined) return inner;
  for (const coding of codings.toReversed()) {
    const opened = await supported().get(coding)!(inner);
    inner = limited(opened.source.pipeThrough(opened.decoder), limit, coding);
  }
  return inner;
}

/** Creates the decoder of a coding; it can inspect the first bytes of the stream. */
type MakeDecoder = (stream: ReadableStream<Bytes>) => Opened | Promise<Opened>;

interface Opened {
  readonly decoder: Decoder;
  readonly source: ReadableStream<Bytes>;
}

let known: ReadonlyMap<string, MakeDecoder> | undefined;

/** Coding → its decoder in this runtime. Browsers cannot decode `br` and `zstd`. */
function supported(): ReadonlyMap<string, MakeDecoder> {
  if (known) return known;
  const makers = zlibDecoders() ?? webDecoders;
  const open = (name: keyof typeof makers): [string, MakeDecoder][] => {
    const make = makers[name];
    return make ? [[name, (source) => ({ decoder: make(), source })]] : [];
  };
  const { deflate, deflateRaw } = makers;
  known = new Map([
    ...open("gzip"),
    ["deflate", (source: ReadableStream<Bytes>) => openDeflate(source, deflate, deflateRaw)],
    ...open("br"),
    ...open("zstd"),
  ]);
  return known;
}

type Make = () => Decoder;

interface Decoders {
  readonly gzip: Make;
  readonly deflate: Make;
  readonly deflateRaw: Make;
  readonly br?: Make | undefined;
  readonly zstd?: Make | undefined;
}

/** The decoders of every runtime. */
const webDecoders: Decoders = {
  gzip: () => new DecompressionStream("gzip"),
  deflate: () => new DecompressionStream("deflate"),
  deflateRaw: () => new DecompressionStream("deflate-raw"),
};

/** The decoders of `node:zlib`, which also supports more codings and multi-member gzip. Bundlers must not see an import. */
function zlibDecoders(): Decoders | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  const zlib = process?.getBuiltinModule?.("node:zlib") as Partial<typeof Zlib> | undefined;
  const stream = process?.getBuiltinModule?.("node:stream") as Partial<typeof Stream> | undefined;
  const { createGunzip, createInflate, createInflateRaw, createBrotliDecompress, createZstdDecompress } = zlib ?? {};
  const Duplex = stream?.Duplex;
  if (!Duplex || !createGunzip || !createInflate || !createInflateRaw) return undefined;
  const web = (create: () => Stream.Duplex) => (): Decoder => Duplex.toWeb(create()) as unknown as Decoder;
  return {
    gzip: web(createGunzip),
    deflate: web(createInflate),
    deflateRaw: web(createInflateRaw),
    br: createBrotliDecompress && web(createBrotliDecompress),
    zstd: createZstdDecompress && web(createZstdDecompress),
  };
}

/** Clients send `deflate` with the zlib header, as the standard requires, or without it. */
async function openDeflate(stream: ReadableStream<Bytes>, zlib: Make, raw: Make): Promise<Opened> {
  const { first, source } = await peek(stream);
  const hasHeader = first === undefined || (first & 0x0f) === 8;
  return { decoder: hasHeader ? zlib() : raw(), source };
}

/** The first byte of a stream (`undefined` for an empty one), and the complete stream. */
async function peek(
  stream: ReadableStream<Bytes>,
): Promise<{ first: number | undefined; source: ReadableStream<Bytes> }> {
  const reader = stream.getReader();
  let next = await reader.read();
  while (!next.done && next.value.length === 0) next = await reader.read();
  const source = new ReadableStream<Bytes>({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(next.value);
      next = await reader.read();
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { first: next.value?.[0], source };
}

/** A stream that fails if the input is damaged, or as soon as it exceeds the body limit. */
function limited(stream: ReadableStream<Bytes>, limit: number, coding?: string): ReadableStream<Bytes> {
  const reader = stream.getReader();
  let size = 0;
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        if (cause instanceof HttpError) throw cause;
        if (coding === undefined) throw cause;
        throw new HttpError(
          400,
          `The body is not valid ${coding}, which the header \`Content-Encoding\` announces. Encode it, or remove the header.`,
        );
      });
      if (done) return controller.close();
      size += value.length;
      if (size > limit) {
        await reader.cancel().catch(() => undefined);
        throw tooLong(limit);
      }
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** The error for a body that is too long, encoded or decoded. */
export function tooLong(limit: number): HttpError {
  return new HttpError(413, `The body is larger than ${limit} bytes. Send a smaller one.`, {
    headers: { connection: "close" },
  });
}
