/** What reading a PDF may take. */
export const pdfLimits = {
  pages: 1000,
  /** Bytes of all its streams when they are inflated: 64 MiB. */
  inflatedBytes: 67_108_864,
  /** Characters of its text. */
  characters: 2_000_000,
  /** Milliseconds for all files of a request. */
  time: 5000,
} as const;

/** Thrown for a PDF that cannot be read, or takes more than the limits. The message continues the name of the file. */
export class PdfError extends Error {
  override readonly name = "PdfError";
}

/** Reads the text of a PDF, page by page; rejects with a `PdfError`, or with the reason of the signal. */
export type PdfReader = (bytes: Uint8Array, options: PdfReadOptions) => Promise<readonly string[]>;

export interface PdfReadOptions {
  /** Milliseconds that are left. */
  readonly time: number;
  /** Aborted when the caller leaves. */
  readonly signal: AbortSignal | undefined;
}

export function outOfTime(): PdfError {
  return new PdfError(
    `takes longer to read than ${pdfLimits.time / 1000} s, the limit of this server. Send fewer pages`,
  );
}
