import { getOwn } from "@patchbay/engine/data/get-own";
import type { ReadRequest } from "@patchbay/service/http/request";
import { HttpError } from "@patchbay/service/http/http-error";
import type { Reply } from "@patchbay/service/http/reply";
import { toReply } from "./recorder.ts";
import {
  redactBody,
  redactPath,
  redactRequest,
  type RecordedExchange,
  type RecordedRequest,
  type Recording,
} from "./recording.ts";

/** Options of a replay. */
export interface ReplayOptions {
  readonly recording: Recording;
  /**
   * `strict`: compares the method, the path and the whole body. `loose`: compares the method, the path, the model, and
   * the role and text of each message. Default: `strict`.
   */
  readonly mode?: "strict" | "loose";
  /** Names of fields whose values were redacted. */
  readonly redact?: readonly string[];
  /** Whether streams keep their recorded timing. Default: false; all chunks are sent at once. */
  readonly preserveTiming?: boolean;
}

/**
 * Creates a function that responds from a recording. Equal requests get their responses in recorded order; the last one
 * repeats.
 */
export function createReplayer({
  recording,
  mode = "strict",
  redact: fields = [],
  preserveTiming = false,
}: ReplayOptions): (request: ReadRequest, path: string) => Reply {
  const names = new Set(fields);
  const reduce = mode === "strict" ? (request: RecordedRequest): unknown => request : loosely;
  const used = new Map<string, number>();
  const exchanges = recording.exchanges.map((one) => ({ ...one, request: redactRequest(one.request, names) }));
  const known = Map.groupBy(exchanges, ({ request }) => JSON.stringify(sorted(reduce(request))));
  return ({ method, url, body }, path) => {
    const request = { method, path: redactPath(`${path}${url.search}`), body: redactBody(body, names) };
    const reduced = reduce(request);
    const key = JSON.stringify(sorted(reduced));
    const matches = known.get(key);
    if (!matches) throw new HttpError(400, `The recording has no such request. ${closest(reduced, exchanges, reduce)}`);
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    const { response } = matches[Math.min(turn, matches.length - 1)]!;
    return toReply(
      preserveTiming ? response : { ...response, pieces: response.pieces.map(({ text }) => ({ text, at: 0 })) },
    );
  };
}

interface Message {
  readonly role?: unknown;
  readonly content?: unknown;
}

function loosely({ method, path, body }: RecordedRequest): unknown {
  if (typeof body !== "object" || body === null) return { method, path };
  const { model, messages, input, query } = body as Readonly<Record<string, unknown>>;
  const compared = Array.isArray(messages)
    ? (messages as Message[]).map(({ role, content }) => ({ role, content }))
    : undefined;
  return { method, path, model, messages: compared, input, query };
}

/** The recorded request with the fewest differences, and where it differs. */
function closest(
  request: unknown,
  exchanges: readonly RecordedExchange[],
  reduce: (request: RecordedRequest) => unknown,
): string {
  const candidates = exchanges.map(({ request: recorded }, index) => ({
    index,
    places: differences(request, reduce(recorded), ""),
  }));
  const [best] = candidates.toSorted((a, b) => a.places.length - b.places.length);
  if (!best) return "It is empty.";
  return `Exchange ${best.index} comes closest and differs at ${best.places.slice(0, 5).join(", ")}.`;
}

function differences(a: unknown, b: unknown, pointer: string): string[] {
  if (Object.is(a, b)) return [];
  const isBoth = typeof a === "object" && typeof b === "object" && a !== null && b !== null;
  if (!isBoth) return [`${pointer || "/"} (recorded ${show(b)}, received ${show(a)})`];
  const [left, right] = [a, b] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((name) =>
    differences(getOwn(left, name), getOwn(right, name), `${pointer}/${name}`),
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The same value with sorted fields, so that the order in which they were sent does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}
