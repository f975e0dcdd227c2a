import { type ReadonlySignal, signal } from "@preact/signals";

export const pages = {
  overview: "Overview",
  spend: "Spend",
  requests: "Requests",
  providers: "Providers",
  keys: "Keys",
  models: "Models",
} as const;

export type PageName = keyof typeof pages;

export interface Route {
  readonly page: PageName;
  /** What follows the page, such as the id of a request; empty without it. */
  readonly id: string;
  readonly query: URLSearchParams;
}

function read(): Route {
  const [path = "", query = ""] = location.hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/");
  let id = rest.join("/");
  try {
    id = decodeURIComponent(id);
  } catch {
    // An address that was typed by hand.
  }
  return { page: Object.hasOwn(pages, page) ? (page as PageName) : "overview", id, query: new URLSearchParams(query) };
}

const current = signal(read());
addEventListener("hashchange", () => (current.value = read()));

/** Where the address of the page leads. */
export const route: ReadonlySignal<Route> = current;

/** The address of a page, with its filters. Empty values are left out. */
export function linkTo(page: PageName, id = "", query: Readonly<Record<string, string | undefined>> = {}): string {
  const filters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== "") filters.set(name, value);
  const text = filters.toString();
  return `#/${page}${id === "" ? "" : `/${encodeURIComponent(id)}`}${text === "" ? "" : `?${text}`}`;
}

/** Changes filters of the page without a new entry in the browser's history. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const { page, id, query } = current.value;
  history.replaceState(null, "", linkTo(page, id, { ...Object.fromEntries(query), ...changes }));
  current.value = read();
}

/** Opens a page or a part of it. */
export function goTo(page: PageName, id = ""): void {
  location.hash = linkTo(page, id, Object.fromEntries(page === current.value.page ? current.value.query : []));
}
