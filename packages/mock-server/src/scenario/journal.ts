import type { Attempt } from "../attempt.ts";
import type { NanoUsd } from "../engine/money.ts";
import { toUsd } from "../engine/money.ts";
import { compare, type Match, type SeenRequest } from "./match.ts";
import type { NearMiss } from "./scenario.ts";

/** One request and what became of it. */
export interface JournalEntry {
  readonly id: number;
  /** Unix time in milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** Public name; undefined when no operation was meant. */
  readonly operation: string | undefined;
  /** What was sent, as far as it could be read. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly status: number;
  /** The rule that applied. */
  readonly rule: string | undefined;
  /** Rules that came close, when none applied. */
  readonly misses: readonly NearMiss[];
  /** Who was tried, in order. */
  readonly attempts: readonly {
    readonly provider: string;
    readonly model: string;
    readonly status: number;
    readonly latency: number;
  }[];
  /** USD; 0 until a stream has ended. */
  readonly cost: number;
  /** Milliseconds until the reply was ready. */
  readonly took: number;
  /** The body, or the payloads of a stream; undefined where so long a stream was forgotten. */
  readonly reply: unknown;
}

/** What is noted while a request runs. */
export interface JournalNote {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  operation?: string;
  /** What was sent, as the rules see it; read again when it is asked for, since a parsed body is much to keep. */
  seen?: () => SeenRequest;
  status: number;
  rule?: string;
  misses?: readonly NearMiss[];
  attempts?: readonly Attempt[];
  cost?: NanoUsd;
  took: number;
  /** Written out when it is read; forgotten before the rest where it is long. */
  reply?: (() => unknown) | undefined;
  /** Events of the reply; 0 for one body. */
  events?: number;
}

/** How many events of streams are remembered in all. */
const mostEvents = 20_000;

/** The newest requests of a server. */
export class Journal {
  readonly #most: number;
  #notes: JournalNote[] = [];
  #first = 1;
  /** Notes with events, oldest first, and how many events they have. */
  #long: JournalNote[] = [];
  #events = 0;
  #statuses = new Map<number, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** How many requests came, forgotten ones included. */
  get count(): number {
    return this.#first + this.#notes.length - 1;
  }

  /** HTTP status → how many requests it had. */
  get statuses(): ReadonlyMap<number, number> {
    return this.#statuses;
  }

  add(note: JournalNote): void {
    this.#statuses.set(note.status, (this.#statuses.get(note.status) ?? 0) + 1);
    this.#notes.push(note);
    if (note.events) this.#rememberEvents(note);
    // Forgotten by the half, since taking away one at a time is slow.
    if (this.#notes.length >= 2 * this.#most) {
      this.#notes = this.#notes.slice(this.#most);
      this.#first += this.#most;
    }
  }

  #rememberEvents(note: JournalNote): void {
    this.#long.push(note);
    this.#events += note.events!;
    if (this.#events <= mostEvents || this.#long.length < 2) return;
    // The older half at once, since taking away one at a time is slow.
    for (const older of this.#long.splice(0, Math.ceil(this.#long.length / 2))) {
      this.#events -= older.events!;
      older.reply = undefined;
    }
  }

  /** The requests that are meant, oldest first. */
  entries(match: Match = {}): JournalEntry[] {
    return this.#notes.flatMap((note, index) => {
      const isAll = Object.keys(match).length === 0;
      if (!isAll && (!note.seen || compare(match, note.seen()).length > 0)) return [];
      return toEntry(note, this.#first + index);
    });
  }

  get last(): JournalEntry | undefined {
    const note = this.#notes.at(-1);
    return note && toEntry(note, this.count);
  }

  clear(): void {
    this.#notes = [];
    this.#first = 1;
  }

  /** What was noted stays as it is. */
  copied(): this {
    const made = new Journal(this.#most);
    made.#notes = [...this.#notes];
    made.#first = this.#first;
    made.#long = [...this.#long];
    made.#events = this.#events;
    made.#statuses = new Map(this.#statuses);
    return made as this;
  }
}

function toEntry(note: JournalNote, id: number): JournalEntry {
  return {
    id,
    at: note.at,
    method: note.method,
    path: note.path,
    operation: note.operation,
    input: note.seen?.().input ?? {},
    status: note.status,
    rule: note.rule,
    misses: note.misses ?? [],
    attempts: (note.attempts ?? []).map(({ candidate, status, latency }) => ({
      provider: candidate.endpoint.provider.name,
      model: candidate.model.id,
      status,
      latency,
    })),
    cost: toUsd(note.cost ?? 0n),
    took: note.took,
    reply: note.reply?.(),
  };
}
