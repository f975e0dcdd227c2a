import type { Annotation } from "@patchbay/spec";

/** A web page. */
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

/** The pages that plugins and server tools search and fetch. */
export interface WebPages {
  /** Returns the best pages first, and none when nothing was found. */
  readonly search: (query: string, options?: SearchOptions) => Page[];
  /** The page at an address. */
  readonly find: (url: string) => Page | undefined;
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
