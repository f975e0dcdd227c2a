import type { Annotation } from "@patchbay/spec";
import pages from "./catalogue/corpus.json" with { type: "json" };
import { bm25, topicsOf } from "./engine/bm25.ts";

/** A page of the small web that the server knows. */
export interface Page {
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly content: string;
}

/** Settings of a search. */
export interface SearchOptions {
  readonly most?: number;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Searches the small web; the best pages first, none when no word fits. */
export function searchPages(query: string, { most = 5, include, exclude = [] }: SearchOptions = {}): Page[] {
  const open = pages.filter(({ url }) => (!include || isAt(url, include)) && !isAt(url, exclude));
  const scores = bm25(
    topicsOf(query).join(" "),
    open.map(({ title, content }) => `${title} ${title} ${content}`),
  );
  return open
    .map((page, index) => ({ page, score: scores[index]! }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ page }) => page);
}

/** The page of an address. */
export function findPage(url: string): Page | undefined {
  return pages.find((page) => page.url === url || `${page.url}/` === url);
}

/** Whether an address lies at one of the hosts, or below it. */
export function isAt(url: string, hosts: readonly string[]): boolean {
  const { hostname } = new URL(url);
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

/** Citations of pages in a text; a page that the text does not name is cited at its end. */
export function citationsOf(text: string, cited: readonly Page[]): Annotation[] {
  return cited.map(({ url, title, content }) => {
    const at = text.indexOf(url) >= 0 ? text.indexOf(url) : text.indexOf(title);
    const end = at < 0 ? text.length : at + (text.startsWith(url, at) ? url.length : title.length);
    return {
      type: "url_citation",
      url_citation: { url, title, content, start_index: at < 0 ? text.length : at, end_index: end },
    };
  });
}
