import { bm25, topicsOf } from "@patchbay/engine/data/bm25";
import { atHosts, type Page, type SearchOptions, type WebPages } from "@patchbay/service/web/page";
import pages from "../catalog/corpus.json" with { type: "json" };

const longestQuery = 2000;

/** Searches the built-in corpus. Returns the best pages first, and none when no word matches. */
function searchPages(query: string, { most = 5, include, exclude = [] }: SearchOptions = {}): Page[] {
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
function findPage(url: string): Page | undefined {
  return pages.find((page) => page.url === url || `${page.url}/` === url);
}

/** The built-in web. */
export const builtInPages: WebPages = { search: searchPages, find: findPage };
