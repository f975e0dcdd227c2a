import { Worker } from "node:worker_threads";
import { HttpError } from "../http/http-error.ts";
import { outOfTime, PdfError, type PdfReader, type PdfReadOptions } from "./pdf-limits.ts";
import type { PdfWorkerResult, PdfWorkerTask } from "./pdf-worker.ts";
import { readPages } from "./read-pages.ts";

/** Heap limit of a worker, in megabytes. */
const heapLimit = 256;
/** The most concurrent workers. Further PDFs wait. */
const mostWorkers = 2;

/** The most waiting PDFs, and their bytes together. */
const mostWaiting = { count: 64, bytes: 64 * 1024 * 1024 };

let working = 0;
let waitingBytes = 0;
const waiting = new Set<() => void>();

/**
 * Reads a PDF in its own thread, which ends with the task, its time limit or its request. Throws 503 when too many
 * wait.
 */
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

/** Waits for a free worker. Rejects when the client disconnects. */
function turn(size: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (waiting.size >= mostWaiting.count || waitingBytes + size > mostWaiting.bytes)
    throw new HttpError(503, "Too many PDFs are waiting. Send the request again later.", {
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
      // Flags of the process, such as those of a test runner, must not apply to the worker.
      execArgv: [],
      stderr: true,
      stdout: true,
    },
  );
  // A process may exit while a worker runs.
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
    worker.on("message", (answer: PdfWorkerResult) =>
      "pages" in answer ? resolve(answer.pages) : reject(new PdfError(answer.error)),
    );
    worker.on("error", (error: NodeJS.ErrnoException) => {
      // A single-file bundle has no file for the worker.
      if (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND")
        resolve(readPages(bytes, options));
      else reject(toPdfError(error));
    });
    worker.on("exit", () => reject(new PdfError("cannot be read: the reader exited early")));
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
