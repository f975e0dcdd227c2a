import type { IncomingMessage } from "node:http";
import { checkLength, readBodyText, toText } from "./body-text.ts";
import type { Bytes } from "./bytes.ts";
import { tooLong } from "./content-coding.ts";
import { bodyLimit, type HeaderReader } from "./incoming.ts";

/** The text of the body of a `node:http` request. Rejects with a `Refusal` as `readBodyText` does. */
export async function readNodeBody(request: IncomingMessage, headers: HeaderReader): Promise<string> {
  checkLength(headers);
  if (headers.has("content-encoding")) return readBodyText(toStream(request), headers);
  return toText(await readBytes(request), headers);
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size <= bodyLimit) return void chunks.push(chunk);
      request.off("data", take);
      reject(tooLong());
    };
    request.on("data", take);
    request.once("error", reject);
    request.once("end", () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
  });
}

/** The body as a web stream. To cancel it leaves the request open, so that the client can read the answer. */
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
    },
    pull: () => void request.resume(),
    cancel() {
      isOpen = false;
      request.resume();
    },
  });
}

/** How long and how far the rest of a refused body is read. */
const drainLimit = { ms: 10_000, idleMs: 2000, bytes: 16 * bodyLimit };

/**
 * Reads and drops the rest of a body. A client that sends its whole body before it reads would otherwise lose the answer to
 * the reset of the connection.
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
