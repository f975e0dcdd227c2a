import { page, pageHashes } from "../generated/page.ts";
import type { ServerHandle } from "../pipeline/server-handle.ts";
import { HttpError } from "@patchbay/service/http/http-error";
import { json, type Reply } from "@patchbay/service/http/reply";
import type { JournalRow } from "../journal/journal-row.ts";

/** The page can run its own script and style, and can connect to this server only. */
const policy = [
  "default-src 'none'",
  `script-src '${pageHashes.script}'`,
  `style-src '${pageHashes.style}'`,
  "connect-src 'self'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The dashboard page. */
export function pageReply(): Reply {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
  return { status: 200, headers, body: { kind: "text", text: page } };
}

/** Rows in one answer. */
const mostRows = 500;
/** Characters of bodies that are read for one response, so that one request does not block the others. */
const mostRead = 4_000_000;

/** The requests after an id as rows, and the labels of their keys. If there are more, `next` is the next `after`. */
export function rowsReply({ journal, state }: ServerHandle, after: number): Reply {
  const rows: JournalRow[] = [];
  const labels = new Map<string, string>();
  let read = 0;
  let next: number | undefined;
  for (const { row, read: more } of journal.rows(after)) {
    rows.push(row);
    read += more;
    if (row.keyHash !== undefined)
      labels.set(row.keyHash, state.keys.get(row.keyHash)?.label ?? row.keyHash.slice(0, 8));
    if (rows.length < mostRows && read < mostRead) continue;
    if (row.id < journal.count) next = row.id;
    break;
  }
  return json({ count: journal.count, rows, labels: Object.fromEntries(labels), next }, 200);
}

/** One complete entry of the journal. */
export function entryReply({ journal, state }: ServerHandle, { pathname }: URL): Reply {
  const id = pathname.slice(pathname.lastIndexOf("/") + 1);
  const entry = journal.get(Number(id));
  if (!entry) throw new HttpError(404, `The journal has no request ${id}. It was evicted, or it has not arrived yet.`);
  const key = entry.keyHash === undefined ? undefined : state.keys.get(entry.keyHash);
  return json({ entry, key: key && { label: key.label, account: key.account } }, 200);
}
