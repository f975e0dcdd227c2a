import { parentPort } from "node:worker_threads";
import { readPages } from "./read-pages.ts";

/** The result of the worker: the pages, or why there are none. */
export type PdfWorkerResult = { readonly pages: readonly string[] } | { readonly error: string };

/** A PDF to read. */
export interface PdfWorkerTask {
  readonly bytes: Uint8Array;
  readonly time: number;
}

parentPort!.on("message", ({ bytes, time }: PdfWorkerTask) => {
  readPages(bytes, { time, signal: undefined }).then(
    (pages) => answer({ pages }),
    (error: unknown) => answer({ error: (error as Error).message }),
  );
});

function answer(message: PdfWorkerResult): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort!.postMessage(message);
}
