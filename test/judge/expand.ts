import type { RawResponse, Rule, RuleReply, ScenarioFile } from "@patchbay/mock-server";
import type { Case, Newline, Reply, ServerSetup, Split, SseReply } from "./case-format.ts";
import { isObject } from "./compare.ts";

/** One form of a case. */
export interface Variant {
  /** Such as `byte, crlf`; `default` without `vary`. */
  readonly name: string;
  readonly split?: Split;
  readonly newline?: Newline;
}

/** The variants of a case: each combination of splits and newlines. */
export function variantsOf({ vary }: Case): Variant[] {
  if (!vary) return [{ name: "default" }];
  const { split: splits = ["whole"], newline: newlines = ["lf"] } = vary;
  return splits.flatMap((split) =>
    newlines.map((newline) => ({
      name: `${typeof split === "object" ? `[${split.join(" ")}]` : split}, ${newline}`,
      split,
      newline,
    })),
  );
}

/** The scenario of a case in one of its variants. */
export function toScenario(
  { replies, rules = [], closeIdleMs: _, ...rest }: ServerSetup,
  variant: Variant,
): ScenarioFile {
  const given = replies ? [{ name: "replies", reply: replies }, ...rules] : rules;
  return {
    defaultReply: "echo",
    ...rest,
    rules: given.map((rule): Rule => {
      const list = [rule.reply].flat() as readonly Reply[];
      return { ...rule, reply: list.map((reply) => toReply(reply, variant)) };
    }),
  };
}

function toReply(reply: Reply, variant: Variant): RuleReply {
  if (typeof reply === "string") return reply;
  const made = "sse" in reply ? toRaw(reply) : reply;
  return typeof made !== "string" && "raw" in made && made.raw ? { ...made, raw: vary(made.raw, variant) } : made;
}

/** Changes the newlines and the splits of a raw response. One in chunks has its own splits. */
function vary(raw: RawResponse, { split, newline = "lf" }: Variant): RawResponse {
  const end = newlines[newline];
  const inText = (text: string): string => text.replaceAll("\n", end);
  const text = raw.text === undefined ? {} : { text: inText(raw.text) };
  const chunks = raw.chunks && {
    chunks: raw.chunks.map((chunk) => {
      if (typeof chunk === "string") return inText(chunk);
      return chunk.text === undefined ? chunk : { ...chunk, text: inText(chunk.text) };
    }),
  };
  const own = split === undefined || split === "whole" || raw.chunks ? {} : { split };
  return { ...raw, ...text, ...chunks, ...own };
}

const newlines: Readonly<Record<Newline, string>> = { lf: "\n", crlf: "\r\n", cr: "\r" };

/** Writes the events of a stream. With pauses, each part between two pauses is a chunk. */
function toRaw({ sse, status, headers, delay, gap, end }: SseReply): RuleReply {
  const parts: { text: string; gap: number }[] = [{ text: "", gap: 0 }];
  for (const event of sse)
    if (isObject(event) && "$pause" in event) parts.push({ text: "", gap: Number(event.$pause) });
    else if (isObject(event) && "$times" in event) {
      const { $times: times, ...repeated } = event;
      parts.at(-1)!.text += toEvent(repeated).repeat(Number(times));
    } else parts.at(-1)!.text += toEvent(event);
  const raw: RawResponse = {
    ...(status !== undefined && { status }),
    headers: { "content-type": "text/event-stream", ...headers },
    ...(parts.length === 1 ? { text: parts[0]!.text } : { chunks: parts }),
    ...(gap !== undefined && { gap }),
    ...(end !== undefined && { end }),
  };
  return { raw, ...(delay !== undefined && { delay }) };
}

/** The text of an event: a text verbatim, `[DONE]` and objects as data, with the type as the name of the event. */
function toEvent(event: unknown): string {
  if (event === "[DONE]") return "data: [DONE]\n\n";
  if (typeof event === "string") return event;
  const payload = toChunk(event as Record<string, unknown>);
  const name = typeof payload.type === "string" ? `event: ${payload.type}\n` : "";
  return `${name}data: ${JSON.stringify(payload)}\n\n`;
}

/** Completes a chunk of a chat completion that is given in short form. */
function toChunk(event: Record<string, unknown>): Record<string, unknown> {
  const { $delta, $finish, $usage, $chunk, index = 0, ...rest } = event;
  const base = { id: "gen-1", object: "chat.completion.chunk", created: 1_700_000_000, model: "openai/gpt-5-mini" };
  if ($delta !== undefined) return { ...base, choices: [{ index, delta: $delta, finish_reason: null }], ...rest };
  if ($finish !== undefined) return { ...base, choices: [{ index, delta: {}, finish_reason: $finish }], ...rest };
  if ($usage !== undefined) return { ...base, choices: [], usage: $usage, ...rest };
  if ($chunk !== undefined) return { ...base, choices: [], ...($chunk as object) };
  return event;
}
