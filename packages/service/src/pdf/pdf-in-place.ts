import type { PdfReader } from "./pdf-limits.ts";
import { readPages } from "./read-pages.ts";

/** Reads a PDF on this thread, in bundles for browsers and workers. Other work runs between its pages. */
export const readPdf: PdfReader = readPages;
