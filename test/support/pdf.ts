import { deflateSync } from "node:zlib";

/** What a PDF contains. */
export interface Pdf {
  /** What each page draws. */
  readonly content: Uint8Array | string;
  /** How often the page is listed. Default: 1. */
  readonly pages?: number;
}

/** Creates a small PDF whose pages have the same content. */
export function createPdf({ content, pages = 1 }: Pdf): Buffer {
  const stream = deflateSync(content, { level: 9 });
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${"3 0 R ".repeat(pages)}] >>`,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ].map((object, index) => Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`));
  const drawn = [
    Buffer.from(`5 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
    stream,
    Buffer.from("\nendstream\nendobj\n"),
  ];
  const parts = [Buffer.from("%PDF-1.4\n"), ...objects, Buffer.concat(drawn)];
  let at = 0;
  const offsets = parts.map(({ length }) => String((at += length)).padStart(10, "0")).slice(0, -1);
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
