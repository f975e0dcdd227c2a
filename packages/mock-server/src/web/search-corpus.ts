import type { Annotation } from "@patchbay/spec";
import pages from "../catalog/corpus.json" with { type: "json" };
import { bm25, topicsOf } from "../engine/data/bm25.ts";

/** A page of the built-in web corpus. */
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

const longestQuery = 2000;

/** Searches the built-in corpus. Returns the best pages first, and none when no word matches. */
export function searchPages(query: string, { most = 5, include, exclude = [] }: SearchOptions = {}): Page[] {
  const isIncluded = include && atHosts(include);
  const isExcluded = atHosts(exclude);
  const open = pages.filter(({ url }) => (!isIncluded || isIncluded(url)) && !isExcluded(url));
  // Only the beginning of a long question is used, since it names the subject.
  const scores = bm25(
    topicsOf(query.slice(0, longestQuery)).join(" "),
    open.map(({ title, content }) => `${title} ${title} ${content}`),
  );
  return open
    .map((page, index) => ({ page, score: scores[index]! }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ page }) => page);
}

/** The page at an address. */
export function findPage(url: string): Page | undefined {
  return pages.find((page) => page.url === url || `${page.url}/` === url);
}

/**
 * Whether an address belongs to one of the hosts or their subdomains. Takes the same time however many hosts there are.
 */
export function atHosts(hosts: readonly string[]): (url: string) => boolean {
  const known = new Set(hosts);
  return (url) => {
    const labels = new URL(url).hostname.split(".");
    return labels.some((_, index) => known.has(labels.slice(index).join(".")));
  };
}

/** Citations of pages in a text. A page that the text does not mention is cited at its end. */
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
