import { joinedBody } from "@patchbay/service/http/joined-frames";
import type { FrameBody, TextBody } from "@patchbay/service/http/reply";
import { keptFrames, seenOf, toEntry, weightOf, type JournalEntry, type JournalNote } from "./journal-entry.ts";
import { toRow } from "./journal-row.ts";
import { compare, type Match } from "../rules/match.ts";
import { shorten } from "@patchbay/service/messages/shorten";

/** The limits of a journal. */
export interface JournalLimits {
  /** The minimum number of entries to keep. The maximum is twice as many. */
  readonly entries: number;
  /** Bytes of all entries. The bodies of old entries are discarded first, then old entries. */
  readonly bytes: number;
}

/** The newest requests of a server. */
export class Journal {
  readonly #limits: JournalLimits;
  #notes: JournalNote[] = [];
  #weights: number[] = [];
  /** Number of the first note that is kept. */
  #first = 1;
  /** The bodies of notes before this one are discarded. */
  #whole = 0;
  #bytes = 0;
  #statuses = new Map<number, number>();

  constructor(limits: JournalLimits) {
    this.#limits = limits;
  }

  /** The number of requests, including discarded ones. */
  get count(): number {
    return this.#first + this.#notes.length - 1;
  }

  /** Approximate memory use of the entries, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** HTTP status → number of requests. */
  get statuses(): ReadonlyMap<number, number> {
    return this.#statuses;
  }

  /** Adds a request, and returns its number. */
  add(note: JournalNote): number {
    this.#statuses.set(note.status, (this.#statuses.get(note.status) ?? 0) + 1);
    if (this.#limits.entries === 0) return this.#first++;
    const most = this.longestPart;
    note.body = note.body && shorten(note.body, most);
    note.reply = note.reply && shortenReply(note.reply, most);
    const weight = weightOf(note);
    this.#notes.push(note);
    this.#weights.push(weight);
    this.#bytes += weight;
    const id = this.count;
    // Discards half of the entries at once, since removing one at a time is slow.
    if (this.#notes.length >= 2 * this.#limits.entries) this.#drop(this.#limits.entries);
    if (this.#bytes > this.#limits.bytes) this.#makeRoom();
    return id;
  }

  /** The most characters of a body. Four long parts take up to a quarter of the limit. */
  get longestPart(): number {
    return this.#limits.entries === 0 ? 0 : Math.floor(this.#limits.bytes / 32);
  }

  /** Weighs an entry again, whose response has been completed. */
  update(id: number): void {
    const index = id - this.#first;
    const note = this.#notes[index];
    if (!note) return;
    const weight = weightOf(note);
    this.#bytes += weight - this.#weights[index]!;
    this.#weights[index] = weight;
    if (this.#bytes > this.#limits.bytes) this.#makeRoom();
  }

  /** Discards bodies, oldest first, and then the older half of the entries if necessary. */
  #makeRoom(): void {
    while (this.#bytes > this.#limits.bytes && this.#whole < this.#notes.length - 1) {
      const note = this.#notes[this.#whole]!;
      note.body = note.reply = note.seen = undefined;
      this.#bytes -= this.#weights[this.#whole]!;
      this.#weights[this.#whole] = weightOf(note);
      this.#bytes += this.#weights[this.#whole]!;
      this.#whole++;
    }
    if (this.#bytes > this.#limits.bytes && this.#notes.length > 1) this.#drop(Math.floor(this.#notes.length / 2));
  }

  /** Discards the oldest entries. */
  #drop(count: number): void {
    for (const weight of this.#weights.slice(0, count)) this.#bytes -= weight;
    this.#notes = this.#notes.slice(count);
    this.#weights = this.#weights.slice(count);
    this.#first += count;
    this.#whole = Math.max(this.#whole - count, 0);
  }

  /** The requests that match, oldest first. A request with a discarded body matches only `{}`. */
  entries(match: Match = {}): JournalEntry[] {
    return [...this.after(0, match)];
  }

  /** Iterates over the matching requests with a number above `id`. */
  *after(id: number, match: Match = {}): Generator<JournalEntry, void, undefined> {
    const isAll = Object.keys(match).length === 0;
    for (let index = Math.max(id + 1 - this.#first, 0); index < this.#notes.length; index++) {
      const note = this.#notes[index]!;
      const seen = isAll ? undefined : seenOf(note);
      if (isAll || (seen && compare(match, seen).length === 0)) yield toEntry(note, this.#first + index);
    }
  }

  /** The entry with this number. `undefined` when it is discarded or does not exist yet. */
  get(id: number): JournalEntry | undefined {
    const note = this.#notes[id - this.#first];
    return note && toEntry(note, id);
  }

  /** Rows with a number above `id`, oldest first, each with how many characters were read for it. */
  *rows(id: number): Generator<ReturnType<typeof toRow>, void, undefined> {
    for (let index = Math.max(id + 1 - this.#first, 0); index < this.#notes.length; index++)
      yield toRow(this.#notes[index]!, this.#first + index);
  }

  /** The newest entry. */
  get last(): JournalEntry | undefined {
    const note = this.#notes.at(-1);
    return note && toEntry(note, this.count);
  }

  /** Removes all entries. The next one has number 1. */
  clear(): void {
    this.#notes = [];
    this.#weights = [];
    this.#first = 1;
    this.#whole = 0;
    this.#bytes = 0;
  }

  /** Notes are not copied, since they do not change. */
  copied(): Journal {
    const made = new Journal(this.#limits);
    made.#notes = this.#notes.map((note) => ({ ...note }));
    made.#weights = [...this.#weights];
    made.#first = this.#first;
    made.#whole = this.#whole;
    made.#bytes = this.#bytes;
    made.#statuses = new Map(this.#statuses);
    return made;
  }
}

function shortenReply(reply: TextBody | FrameBody, most: number): TextBody | FrameBody {
  if (reply.kind === "text") return { kind: "text", text: shorten(reply.text, most) };
  const { joined } = reply;
  if (joined && joined.characters <= most) return joinedBody(joined, () => undefined);
  return { kind: "frames", frames: shortenFrames(reply, most), ended: () => undefined };
}

/** A long stream is truncated. A last event reports the omitted events. */
function shortenFrames(body: FrameBody, most: number): FrameBody["frames"] {
  const kept = keptFrames(body, most);
  if (kept.length === body.frames.length) return body.frames;
  const rest = body.frames.length - kept.length;
  return [...kept, { text: `data: …[cut: ${rest} events]`, at: 0 }];
}
