import { toUsd } from "@patchbay/engine/billing/money";
import { eventData } from "@patchbay/service/http/event-data";
import type { HeaderReader } from "@patchbay/service/http/request";
import { parseJsonOrText } from "@patchbay/service/json/parse-json";
import { redactJson } from "@patchbay/service/redact/redact-json";
import { redactHeaders, redactQuery } from "@patchbay/service/redact/redact-request";
import { redactText } from "@patchbay/service/redact/redact-text";
import type { FrameBody, TextBody } from "@patchbay/service/http/reply";
import type { RequestNote } from "@patchbay/service/context/request-note";
import type { FaultReport } from "../faults/fault.ts";
import type { RuleRequest } from "../rules/match.ts";
import { toRuleRequest } from "../rules/rule-request.ts";
import { toRoutingEntry, type RoutingEntry } from "./routing-entry.ts";
import type { NearMiss } from "../rules/scenario.ts";

/** A request and its result. Contains no secrets: each is replaced by `[redacted]`. */
export interface JournalEntry {
  /** Number of the request, from 1. */
  readonly id: number;
  /** Unix time in milliseconds. */
  readonly timestamp: number;
  readonly method: string;
  /** Path of the URL, without its query. */
  readonly path: string;
  /**
   * Public name of the operation, such as `chat.completions.create`. `undefined` when no operation has the path and the
   * method.
   */
  readonly operation: string | undefined;
  /**
   * Request headers, by name in lower case. A secret is replaced by its kind: `Bearer [redacted: inference key]`. Empty
   * when the request was rejected before its key was accepted.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** Query parameters in order, including repeated ones. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /**
   * The body verbatim, including white space. `undefined` when the request was rejected before its key was accepted,
   * and when the journal has discarded it for newer requests. Omitted parts of a long body are marked `…[cut: 1398101
   * characters]`.
   */
  readonly body: string | undefined;
  /** Query, path parameters and JSON body in one object, as far as they could be parsed. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Hash of the key, as `GET /keys` returns it. `undefined` without a key. */
  readonly keyHash: string | undefined;
  /** HTTP status of the response. 0 when the connection was broken before the status. */
  readonly status: number;
  /** Name of the rule that applied. */
  readonly rule: string | undefined;
  /** Rules that almost matched, closest first, when no rule applied. */
  readonly nearMisses: readonly NearMiss[];
  /** Faults of the response. A fault that was not applied has a reason. */
  readonly faults: readonly FaultReport[];
  /** Attempted endpoints, in order, with the status and the milliseconds until the failure or the first token. */
  readonly attempts: readonly {
    readonly provider: string;
    readonly model: string;
    readonly status: number;
    readonly latencyMs: number;
  }[];
  /**
   * The eligible endpoints and the excluded ones. `undefined` for operations without routing and for cached responses.
   */
  readonly routing: RoutingEntry | undefined;
  /** USD. 0 until a stream has ended. */
  readonly cost: number;
  /** Milliseconds until the response was ready to send. */
  readonly durationMs: number;
  /**
   * How the response ended: the number of stream events sent (1 for a response that is not streamed), and whether all
   * were sent. `complete: false` means that the client disconnected. `undefined` while the response is being sent.
   */
  readonly ended: { readonly sent: number; readonly complete: boolean } | undefined;
  /**
   * The JSON body of the response, the payloads of its stream, or its text. `undefined` when the journal has discarded
   * it.
   */
  readonly response: unknown;
}

/** The data that is collected while a request runs. */
export interface JournalNote extends RequestNote {
  readonly timestamp: number;
  readonly method: string;
  readonly path: string;
  /** The query with its question mark. */
  search: string;
  operation?: string | undefined;
  /** Set when the key was accepted. */
  seen?: { readonly headers: HeaderReader; readonly parameters: Readonly<Record<string, string>> } | undefined;
  body?: string | undefined;
  keyHash?: string | undefined;
  status: number;
  rule?: string | undefined;
  nearMisses?: readonly NearMiss[] | undefined;
  /** Faults of the rule and of the request's header. */
  faults?: readonly FaultReport[] | undefined;
  durationMs: number;
  ended?: JournalEntry["ended"];
  /** Of a response that is sent while it is produced, the events so far. */
  reply?: TextBody | FrameBody | undefined;
}

/** Converts a note to a public entry. Done on demand, since most entries are never read. */
export function toEntry(note: JournalNote, id: number): JournalEntry {
  const body = note.body === undefined ? undefined : redactJson(note.body);
  const query = redactQuery(note.search);
  return {
    id,
    timestamp: note.timestamp,
    method: note.method,
    path: redactText(note.path),
    headers: note.seen ? redactHeaders(note.seen.headers) : {},
    query,
    body,
    input: note.seen ? inputOf(query, redactValues(note.seen.parameters), body) : {},
    keyHash: note.keyHash,
    operation: note.operation,
    status: note.status,
    rule: note.rule,
    nearMisses: note.nearMisses ?? [],
    faults: note.faults ?? [],
    attempts: (note.attempts ?? []).map(({ candidate, status, latency }) => ({
      provider: candidate.endpoint.provider.name,
      model: candidate.model.id,
      status,
      latencyMs: latency,
    })),
    routing: note.plan && toRoutingEntry(note.plan),
    cost: toUsd(note.cost ?? 0n),
    durationMs: note.durationMs,
    ended: note.ended,
    response: note.reply && readBack(note.reply),
  };
}

/** The request as rules match against it, including secrets. `undefined` when it was discarded. */
export function seenOf({ operation, seen, search, body }: JournalNote): RuleRequest | undefined {
  if (!seen || operation === undefined) return undefined;
  const input = inputOf([...new URLSearchParams(search)], seen.parameters, body);
  return toRuleRequest({ operation, headers: seen.headers, input });
}

/** The input of a request, as far as it can be parsed. */
function inputOf(
  query: readonly (readonly [string, string])[],
  parameters: Readonly<Record<string, string>>,
  body: string | undefined,
): Record<string, unknown> {
  const parsed = body ? parseJsonOrText(body) : {};
  const read = typeof parsed === "object" && parsed !== null ? parsed : { body: parsed };
  return { ...Object.fromEntries(query), ...parameters, ...read };
}

/** A response as the journal shows it. */
function readBack(body: TextBody | FrameBody): unknown {
  if (body.kind === "text") return parseJsonOrText(redactJson(body.text));
  // A raw response is shown as text.
  if (body.frames.some(({ isAlone }) => isAlone)) return redactJson(textIn(body));
  return body.frames.flatMap(({ text }) => {
    const data = eventData(text);
    return data === undefined ? [] : [parseJsonOrText(redactJson(data))];
  });
}

function textIn({ frames }: FrameBody): string {
  const decoder = new TextDecoder();
  return frames.map(({ bytes, text }) => (bytes ? decoder.decode(bytes, { stream: true }) : text)).join("");
}

function redactValues(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, redactText(value)]));
}

/** Approximate memory use of an entry in bytes. Characters count two bytes each. */
export function weightOf({ seen, body, reply, path, search, nearMisses, plan }: JournalNote): number {
  let characters = path.length + search.length + (body?.length ?? 0) + 200 * (nearMisses?.length ?? 0);
  characters += 30 * ((plan?.candidates.length ?? 0) + (plan?.dropped.length ?? 0));
  if (seen) characters += charactersOf(seen.headers);
  return baseWeight + 2 * characters + (reply ? weightOfReply(reply) : 0);
}

function charactersOf(headers: HeaderReader): number {
  if (headers.characters !== undefined) return headers.characters;
  let count = 0;
  for (const [name, value] of headers.entries?.() ?? []) count += name.length + value.length;
  return count;
}

/** Bytes of an entry without text, and of a stream event. */
const baseWeight = 1000;
const frameWeight = 120;

function weightOfReply(reply: TextBody | FrameBody): number {
  if (reply.kind === "text") return 2 * reply.text.length;
  if (reply.joined) return 2 * reply.joined.characters + reply.joined.length * frameWeight;
  let weight = 0;
  for (const { text, bytes } of reply.frames) weight += 2 * text.length + (bytes?.length ?? 0) + frameWeight;
  return weight;
}

/** The first frames with up to `most` characters. */
export function keptFrames({ frames }: FrameBody, most: number): FrameBody["frames"] {
  let characters = 0;
  const end = frames.findIndex(({ text }) => (characters += text.length) > most);
  return end < 0 ? frames : frames.slice(0, end);
}
