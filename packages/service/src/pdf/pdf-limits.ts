/** The limits of reading a PDF. */
export const pdfLimits = {
  pages: 1000,
  /** Total size of its inflated streams, in bytes: 64 MiB. */
  inflatedBytes: 67_108_864,
  /** Characters of its text. */
  characters: 2_000_000,
  /** Milliseconds for all files of a request. */
  time: 5000,
} as const;

/** Thrown for a PDF that cannot be read or exceeds a limit. The message continues the name of the file. */
export class PdfError extends Error {
  override readonly name = "PdfError";
}

/** Reads the text of a PDF, page by page. Rejects with a `PdfError`, or with the reason of the signal. */
export type PdfReader = (bytes: Uint8Array, options: PdfReadOptions) => Promise<readonly string[]>;

export interface PdfReadOptions {
  /** The remaining time, in milliseconds. */
  readonly time: number;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal | undefined;
}

export function outOfTime(): PdfError {
  return new PdfError(
    `takes longer to read than ${pdfLimits.time / 1000} s, the limit of this server. Send fewer pages`,
  );
}
