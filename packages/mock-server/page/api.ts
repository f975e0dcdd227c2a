import type { JournalEntry } from "../src/journal/journal-entry.ts";
import type { JournalRow } from "../src/journal/journal-row.ts";

export type Entry = JournalEntry;
export type Row = JournalRow;

interface Rows {
  readonly count: number;
  readonly rows: readonly Row[];
  /** Hash of a key → its label. */
  readonly labels: Readonly<Record<string, string>>;
  /** The id after which the next rows begin, if there are more. */
  readonly next?: number;
}

export interface Detail {
  readonly entry: Entry;
  readonly key?: { readonly label: string; readonly account: string };
}

export type Spending = Readonly<Record<"model" | "provider" | "key", Readonly<Record<string, number>>>>;

/** The folder of the page, with its trailing slash. Each session has its own page. */
const base = location.pathname.replace(/[^/]*$/, "");
const [, session = ""] = /^\/s\/([\w.-]+)\//.exec(base) ?? [];

/** Name of the session that this page shows. Empty for the server itself. */
export const sessionName: string = session;

/** Base URL of the API whose requests this page shows. */
export const baseURL: string = `${location.origin}${base.replace(/_patchbay\/$/, "")}api/v1`;

async function call<Body>(path: string, body?: unknown): Promise<Body> {
  const response = await fetch(
    path.startsWith("/") ? path : base + path,
    body === undefined ? {} : { method: "POST", body: JSON.stringify(body) },
  );
  const result = (await response.json()) as Body & { readonly error?: { readonly message: string } };
  if (!response.ok) throw new Error(result.error?.message ?? `${response.status} ${response.statusText}`);
  return result;
}

export const getRows = (after: number): Promise<Rows> => call(`requests?after=${after}`);
export const getDetail = (id: number): Promise<Detail> => call(`journal/${id}`);
export const getSpending = (): Promise<Spending> => call("spending");
export const getProviders = (): Promise<Record<string, string>> => call("providers");
export const setProviderState = (slug: string, state: string): Promise<unknown> => call("providers", { [slug]: state });
export const reset = (): Promise<unknown> => call("reset", {});
export const getSessions = (): Promise<{ readonly sessions: readonly { readonly name: string }[] }> =>
  call("/_patchbay/sessions");
