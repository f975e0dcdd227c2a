import type { RoutingEntry } from "./routing-entry.ts";
import { toUsd } from "@patchbay/engine/billing/money";
import { parseJsonOrText } from "@patchbay/service/json/parse-json";
import { redactJson } from "@patchbay/service/redact/redact-json";
import { redactText } from "@patchbay/service/redact/redact-text";
import { flat } from "@patchbay/service/messages/shorten";
import type { JournalEntry, JournalNote } from "./journal-entry.ts";

/** A request on one line, for long lists: an entry without headers, bodies and other long fields. */
export interface JournalRow extends Pick<
  JournalEntry,
  | "id"
  | "timestamp"
  | "method"
  | "path"
  | "operation"
  | "keyHash"
  | "status"
  | "rule"
  | "attempts"
  | "cost"
  | "durationMs"
  | "ended"
> {
  /** The model in the request. */
  readonly model: string | undefined;
  readonly stream: boolean;
  /** The beginning of the last message, of the input or of the query, up to 300 characters. */
  readonly text: string;
  /** Rules that almost matched. */
  readonly nearMisses: number;
  readonly basis: RoutingEntry["basis"] | undefined;
}

/**
 * The fields of a row that come from the body. Cached, since parsing a long body again for every list would be slow.
 */
type Extract = Pick<JournalRow, "model" | "stream" | "text">;

const extracts = new WeakMap<JournalNote, Extract>();

/** The row of a note, and how many characters were read for it. */
export function toRow(note: JournalNote, id: number): { readonly row: JournalRow; readonly read: number } {
  const known = extracts.get(note);
  const body = extractOf(note);
  const row: JournalRow = {
    id,
    timestamp: note.timestamp,
    method: note.method,
    path: redactText(note.path),
    operation: note.operation,
    keyHash: note.keyHash,
    status: note.status,
    rule: note.rule,
    nearMisses: note.nearMisses?.length ?? 0,
    attempts: (note.attempts ?? []).map(({ candidate, status, latency }) => ({
      provider: candidate.endpoint.provider.name,
      model: candidate.model.id,
      status,
      latencyMs: latency,
    })),
    basis: note.plan?.basis,
    cost: toUsd(note.cost ?? 0n),
    durationMs: note.durationMs,
    ended: note.ended,
    ...body,
  };
  return { row, read: known ? 0 : (note.body?.length ?? 0) };
}

function extractOf(note: JournalNote): Extract {
  const known = extracts.get(note);
  if (known) return known;
  const parsed = note.body ? parseJsonOrText(note.body) : {};
  const input = typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  const made: Extract = {
    model: typeof input.model === "string" ? shorten(input.model, 100) : undefined,
    stream: input.stream === true,
    text: shorten(textOf(input) || (typeof parsed === "string" ? parsed : ""), 300),
  };
  extracts.set(note, made);
  return made;
}

function textOf({ messages, input, query, prompt }: Record<string, unknown>): string {
  const items: unknown = messages ?? input;
  const last: unknown = Array.isArray(items) ? (items as unknown[]).at(-1) : undefined;
  return readable(contentOf(last) ?? input ?? query ?? prompt);
}

/** The content of a message, or the output of a tool call. */
function contentOf(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return undefined;
  return "content" in item ? item.content : "output" in item ? item.output : undefined;
}

/** A string, or the strings in a list of parts. */
function readable(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  const texts: string[] = [];
  for (const part of (value as unknown[]).slice(0, 20)) {
    if (typeof part === "string") texts.push(part);
    else if (typeof part === "object" && part !== null)
      texts.push(
        "text" in part && typeof part.text === "string"
          ? part.text
          : `[${String("type" in part ? part.type : "part").slice(0, 40)}]`,
      );
  }
  return texts.join(" ");
}

/** Redacts secrets before it shortens the text, so that no part of a secret remains. */
function shorten(text: string, most: number): string {
  const clean = redactJson(text.slice(0, 8 * most));
  return flat(clean.length > most ? `${clean.slice(0, most)}…` : clean);
}
