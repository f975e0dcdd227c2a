import { Worker } from "node:worker_threads";
import { HttpError } from "../http/http-error.ts";
import { outOfTime, PdfError, type PdfReader, type PdfReadOptions } from "./pdf-limits.ts";
import type { PdfWorkerAnswer, PdfWorkerTask } from "./pdf-worker.ts";
import { readPages } from "./read-pages.ts";

/** Megabytes of the heap of a worker. */
const heapLimit = 256;
/** Workers at the same time. More PDFs wait. */
const mostWorkers = 2;

/** PDFs that wait at most, and their bytes together. */
const mostWaiting = { count: 64, bytes: 64 * 1024 * 1024 };

let working = 0;
let waitingBytes = 0;
const waiting = new Set<() => void>();

/** Reads a PDF in a thread of its own, which ends with the task, its time or its caller. Throws 503 when too many wait. */
export const readPdf: PdfReader = async (bytes, options) => {
  if (working >= mostWorkers) await turn(bytes.length, options.signal);
  else working++;
  try {
    options.signal?.throwIfAborted();
    return await readInWorker(bytes, options);
  } finally {
    const [next] = waiting;
    if (next) next();
    else working--;
  }
};

/** Waits for the place of another PDF; rejects when the caller leaves. */
function turn(size: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (waiting.size >= mostWaiting.count || waitingBytes + size > mostWaiting.bytes)
    throw new HttpError(503, "Too many PDFs wait to be read. Send the request again later.", {
      metadata: { error_type: "server" },
      headers: { "retry-after": "5" },
    });
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      waiting.delete(enter);
      waitingBytes -= size;
      signal?.removeEventListener("abort", leave);
    };
    const enter = (): void => {
      settle();
      resolve();
    };
    const leave = (): void => {
      settle();
      reject(signal!.reason as Error);
    };
    waiting.add(enter);
    waitingBytes += size;
    signal?.addEventListener("abort", leave, { once: true });
  });
}

function readInWorker(bytes: Uint8Array, options: PdfReadOptions): Promise<readonly string[]> {
  const { time, signal } = options;
  const worker = new Worker(
    new URL(import.meta.url.endsWith(".ts") ? "./pdf-worker.ts" : "./pdf-worker.js", import.meta.url),
    {
      resourceLimits: { maxOldGenerationSizeMb: heapLimit },
      // Flags of the process, such as those of a test runner, are none of the worker's.
      execArgv: [],
      stderr: true,
      stdout: true,
    },
  );
  // A process may end while a worker reads.
  worker.unref();
  let stop = (): void => undefined;
  return new Promise<readonly string[]>((resolve, reject) => {
    const timer = setTimeout(() => reject(outOfTime()), time);
    const leave = (): void => reject(signal!.reason as Error);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    };
    signal?.addEventListener("abort", leave, { once: true });
    worker.on("message", (answer: PdfWorkerAnswer) =>
      "pages" in answer ? resolve(answer.pages) : reject(new PdfError(answer.error)),
    );
    worker.on("error", (error: NodeJS.ErrnoException) => {
      // A bundle of one file has no file for the worker.
      if (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND")
        resolve(readPages(bytes, options));
      else reject(toPdfError(error));
    });
    worker.on("exit", () => reject(new PdfError("cannot be read: its reader ended early")));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage({ bytes, time } satisfies PdfWorkerTask);
  }).finally(() => {
    stop();
    void worker.terminate();
  });
}

function toPdfError(error: NodeJS.ErrnoException): PdfError {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY")
    return new PdfError(
      `takes more than ${heapLimit} MB of memory to read, the limit of this server. Send a part of it`,
    );
  return new PdfError(`cannot be read: ${error.message}`);
}
