import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { Adapter, Target, WireEvent } from "../../packages/providers/src/adapter.ts";
import type { ProviderPart, UnifiedRequest } from "../../packages/providers/src/unified.ts";
import { createEventParser } from "../../packages/providers/src/wire/create-event-parser.ts";

/** What a recording is decoded with. */
export interface ReplayOptions {
  readonly format?: "sse" | "ndjson";
  readonly request?: UnifiedRequest;
  readonly target?: Partial<Target>;
}

/** The bytes of a recorded response in `recordings/`. */
export function readRecording(name: string): Uint8Array {
  return readFileSync(new URL(`recordings/${name}`, import.meta.url));
}

/** Decodes a response that arrives in the given chunks. */
export function replayChunks(
  adapter: Pick<Adapter, "chat">,
  chunks: Iterable<Uint8Array>,
  { format = "sse", request, target }: ReplayOptions = {},
): ProviderPart[] {
  const parser = createEventParser(format);
  const decoder = adapter.chat.createDecoder(
    request ?? { model: "acme/tiny", messages: [{ role: "user", content: "Hi" }] },
    { model: "tiny", issuer: "test", ...target },
  );
  const parts: ProviderPart[] = [];
  const decode = (events: readonly WireEvent[]): void => {
    for (const event of events) for (const part of decoder.push(event)) parts.push(part);
  };
  for (const chunk of chunks) decode(parser.push(chunk));
  decode(parser.end());
  for (const part of decoder.end()) parts.push(part);
  return parts;
}

/**
 * The parts of a recording, whose name is a file of `recordings/`, or of its text. The same parts must come of every split: in
 * one chunk, in single bytes, in two chunks at every byte (within a UTF-8 character and within an event, too), in chunks of 7.
 */
export function replay(
  adapter: Pick<Adapter, "chat">,
  recording: string | Uint8Array,
  options: ReplayOptions = {},
): ProviderPart[] {
  const bytes = typeof recording === "string" ? readRecording(recording) : recording;
  const first = replayChunks(adapter, [bytes], options);
  const expected = withStableIds(first);
  const decode = (chunks: Iterable<Uint8Array>): ProviderPart[] =>
    withStableIds(replayChunks(adapter, chunks, options));
  for (const size of [1, 7]) expect(decode(slices(bytes, size))).toStrictEqual(expected);
  // Long recordings are cut at fewer places, so that the test takes linear time.
  const step = Math.max(1, Math.floor(bytes.length / 2000));
  for (let place = 1; place < bytes.length; place += step) {
    const parts = decode([bytes.subarray(0, place), bytes.subarray(place)]);
    expect(parts, `cut at byte ${place}`).toStrictEqual(expected);
  }
  return first;
}

/** The parts with ids of calls that an adapter made replaced by their number, since they are random. */
export function withStableIds(parts: readonly ProviderPart[]): ProviderPart[] {
  const ids = new Map<string, string>();
  const rename = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `call-${ids.size}`);
    return ids.get(id)!;
  };
  return parts.map((part) => {
    if (part.type !== "tool-call-delta" && part.type !== "reasoning-details") return part;
    const text = JSON.stringify(part);
    const renamed = text.replaceAll(/call_[0-9a-f]{32}/g, rename);
    return renamed === text ? part : (JSON.parse(renamed) as ProviderPart);
  });
}

/** The text of the parts, joined. */
export function textOf(parts: readonly ProviderPart[], type: "text" | "reasoning" | "refusal" = "text"): string {
  return parts.map((part) => (part.type === type ? part.text : "")).join("");
}

/** The tool calls of the parts, joined. */
export function callsOf(
  parts: readonly ProviderPart[],
): { index: number; id: string | undefined; name: string | undefined; arguments: string }[] {
  const calls = new Map<
    number,
    { index: number; id: string | undefined; name: string | undefined; arguments: string }
  >();
  for (const part of parts) {
    if (part.type !== "tool-call-delta") continue;
    const call = calls.get(part.index) ?? { index: part.index, id: undefined, name: undefined, arguments: "" };
    calls.set(part.index, {
      index: part.index,
      id: call.id ?? part.id,
      name: call.name ?? part.name,
      arguments: call.arguments + (part.arguments ?? ""),
    });
  }
  return [...calls.values()];
}

/** The last usage, which is the one that counts. */
export function usageOf(parts: readonly ProviderPart[]): Extract<ProviderPart, { type: "usage" }>["usage"] | undefined {
  return parts.findLast((part) => part.type === "usage")?.usage;
}

/** All finishes. A complete output has exactly one, at its end. */
export function finishesOf(parts: readonly ProviderPart[]): Extract<ProviderPart, { type: "finish" }>[] {
  return parts.filter((part) => part.type === "finish");
}

function* slices(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
