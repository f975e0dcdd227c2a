import { joinedBody } from "@patchbay/service/http/joined-frames";
import type { FrameBody, Reply, TextBody } from "@patchbay/service/http/reply";
import type { IncomingRequest } from "@patchbay/service/http/request";
import { toEntry, type JournalEntry, type JournalNote } from "../journal/journal-entry.ts";
import { recordFrames } from "../journal/record-frames.ts";
import type { Journal } from "../journal/journal.ts";
import { shorten } from "@patchbay/service/messages/shorten";
import type { ServerState } from "../state/server-state.ts";
import type { OpenRequest } from "./open-request.ts";

/** Maximum length of a path and of a query in the journal, in characters. */
export const longestPath = 4096;

/** The journal entry of a request that has just arrived. */
export function startEntry({ now }: ServerState, { method, url }: IncomingRequest): JournalNote {
  // All fields at once: an object that grows is copied several times.
  return {
    timestamp: now(),
    method,
    path: shorten(url.pathname, longestPath),
    search: "",
    operation: undefined,
    seen: undefined,
    body: undefined,
    keyHash: undefined,
    status: 500,
    rule: undefined,
    nearMisses: undefined,
    faults: undefined,
    attempts: undefined,
    plan: undefined,
    cost: undefined,
    durationMs: 0,
    ended: undefined,
    reply: undefined,
  };
}

interface JournalOptions {
  readonly journal: Journal;
  readonly onRequest: ((entry: JournalEntry) => void) | undefined;
  /** In milliseconds. */
  readonly writeTimeout: number;
}

/** Adds a request and its reply to the journal. Returns the reply, which ends the request once its body has ended. */
export function writeEntry(
  { journal, onRequest, writeTimeout }: JournalOptions,
  { note, open }: { readonly note: JournalNote; readonly open: OpenRequest },
  reply: Reply,
  durationMs: number,
): Reply {
  note.status = reply.connection ? 0 : reply.status;
  note.durationMs = durationMs;
  const live = reply.body.kind === "live" ? recordFrames(reply.body, journal.longestPart) : undefined;
  const body = live?.body ?? reply.body;
  note.reply = live?.recorded ?? (reply.body as TextBody | FrameBody);
  const id = journal.add(note);
  onRequest?.(toEntry(note, id));
  if (body.kind === "text") open.scope.close();
  const ended = (sent: number, complete: boolean): void => {
    if (note.ended) return;
    open.end();
    note.ended = { sent, complete };
    if (live) journal.update(id);
    try {
      body.ended?.(sent, complete);
    } finally {
      open.scope.close();
    }
  };
  return { ...reply, writeTimeout, body: withEnd(body, ended) };
}

/** A body that reports its end to another function. */
function withEnd(body: Reply["body"], ended: (sent: number, complete: boolean) => void): Reply["body"] {
  if (body.kind === "text") return { kind: "text", text: body.text, ended };
  return body.kind === "frames" && body.joined ? joinedBody(body.joined, ended) : { ...body, ended };
}
