import { checkInflatedSize } from "./inflated-size.ts";
import { outOfTime, PdfError, pdfLimits, type PdfReadOptions } from "./pdf-limits.ts";

/** Reads a PDF on this thread. Other work runs between pages; a page is not interrupted. */
export async function readPages(bytes: Uint8Array, { time, signal }: PdfReadOptions): Promise<readonly string[]> {
  const deadline = performance.now() + time;
  await checkInflatedSize(bytes, pdfLimits.inflatedBytes);
  const { getDocumentProxy } = await import("unpdf");
  // The library would write its warnings to the server's output.
  const document = await getDocumentProxy(bytes, { verbosity: 0 }).catch((cause: unknown) => {
    throw new PdfError(`is not a readable PDF: ${(cause as Error).message}`);
  });
  try {
    if (document.numPages > pdfLimits.pages)
      throw new PdfError(
        `has ${document.numPages} pages, more than the limit of ${pdfLimits.pages}. Send a part of it`,
      );
    const pages: string[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      if (performance.now() > deadline) throw outOfTime();
      const { items } = await (await document.getPage(number)).getTextContent();
      const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
      characters += text.length;
      if (characters > pdfLimits.characters)
        throw new PdfError(
          `has more than ${pdfLimits.characters.toLocaleString("en-US")} characters. Send a part of it`,
        );
      pages.push(text);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return pages;
  } catch (error) {
    if (error instanceof PdfError || signal?.aborted) throw error;
    throw new PdfError(`is not a readable PDF: ${(error as Error).message}`);
  } finally {
    await document.loadingTask.destroy();
  }
}
