import type { IncomingMessage } from "node:http";
import { checkLength, readBodyText, toText } from "./body-text.ts";
import type { Bytes } from "./bytes.ts";
import { ClientLeft } from "./client-left.ts";
import { tooLong } from "./content-coding.ts";
import { bodyLimit, type BodyText, type HeaderReader } from "./request.ts";
import type { HttpError } from "./http-error.ts";
import { uploads } from "./uploads.ts";

/** Reads the body of a `node:http` request. Rejects with an `HttpError` as `readBodyText` does. */
export async function readNodeBody(
  request: IncomingMessage,
  headers: HeaderReader,
  limit: number = bodyLimit,
): Promise<string | BodyText> {
  checkLength(headers, limit);
  if (request.readableEnded) return bodyReadBefore(headers);
  if (request.destroyed) throw new ClientLeft();
  if (headers.has("content-encoding")) return readBodyText(toStream(request), headers, limit);
  const bytes = await readBytes(request, limit);
  return { text: toText(bytes, headers), bytes };
}

/** The body of a request that other code has already read: empty, or an error. */
function bodyReadBefore(headers: HeaderReader): string {
  if (!headers.has("transfer-encoding") && Number(headers.get("content-length") ?? 0) === 0) return "";
  throw new Error(
    "The body of the request was read before `toNodeListener` got it. Mount the listener before middleware that parses bodies.",
  );
}

function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    // The listeners stay, and do nothing once the body has settled: removing them takes 1 µs.
    let isOpen = true;
    const upload = uploads.begin(refuse, limit);
    function settle(): Buffer[] {
      const read = chunks;
      isOpen = false;
      // The listeners for the rest of a rejected body must not keep the earlier chunks in memory.
      chunks = [];
      upload.end();
      return read;
    }
    function refuse(refusal: HttpError): void {
      settle();
      reject(refusal);
    }
    function take(chunk: Buffer): void {
      if (!isOpen) return;
      size += chunk.length;
      if (size > limit) return refuse(tooLong(limit));
      chunks.push(chunk);
      upload.add(chunk.length);
    }
    function finish(): void {
      if (!isOpen) return;
      const read = settle();
      resolve(read.length === 1 ? read[0]! : Buffer.concat(read));
    }
    function fail(error: Error): void {
      if (!isOpen) return;
      settle();
      reject(error);
    }
    const leave = (): void => void (isOpen && fail(new ClientLeft()));
    request.on("data", take).on("end", finish).on("error", fail).on("close", leave);
  });
}

/** The body as a web stream. Canceling it leaves the request open, so that the client can read the response. */
function toStream(request: IncomingMessage): ReadableStream<Bytes> {
  let isOpen = true;
  return new ReadableStream<Bytes>({
    start(controller) {
      request.on("data", (chunk: Buffer<ArrayBuffer>) => {
        if (!isOpen) return;
        controller.enqueue(chunk);
        if ((controller.desiredSize ?? 0) <= 0) request.pause();
      });
      request.once("end", () => isOpen && controller.close());
      request.once("error", (error) => isOpen && controller.error(error));
      request.once("close", () => {
        if (isOpen && !request.complete) controller.error(new ClientLeft());
      });
    },
    pull: () => void request.resume(),
    cancel() {
      isOpen = false;
      request.resume();
    },
  });
}

/** The time and size limits for reading the rest of a rejected body. */
const drainLimit = { ms: 10_000, idleMs: 2000, bytes: 16 * bodyLimit };

/**
 * Reads and discards the rest of a body. Otherwise the connection reset would discard the response of a client that sends
 * its whole body before it reads.
 */
export function drain(request: IncomingMessage): Promise<void> {
  if (request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let size = 0;
    let idle = setTimeout(done, drainLimit.idleMs);
    const all = setTimeout(done, drainLimit.ms);
    function done(): void {
      clearTimeout(idle);
      clearTimeout(all);
      request.off("data", drop).off("end", done).off("close", done);
      resolve();
    }
    function drop(chunk: Buffer): void {
      size += chunk.length;
      clearTimeout(idle);
      idle = setTimeout(done, drainLimit.idleMs);
      if (size > drainLimit.bytes) done();
    }
    request.on("data", drop).once("end", done).once("close", done);
    request.resume();
  });
}
