import type { ResponseObject } from "@patchbay/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { OutputEnd, ResponseHead } from "../../parts/dialect.ts";
import { joinParts } from "../../parts/join-parts.ts";
import type { Part } from "../../parts/part.ts";
import { toResponsesCall } from "./responses-dialect.ts";

const head: ResponseHead = {
  id: "gen-1-abc",
  created: 1,
  model: "openai/gpt-5-mini",
  provider: "OpenAI",
  serviceTier: undefined,
  isByok: false,
};

const finished: OutputEnd = {
  finishReason: "stop",
  nativeFinishReason: "stop",
  usage: { prompt_tokens: 10, completion_tokens: 2, total_tokens: 12 },
  metadata: undefined,
  error: undefined,
};
const ends: readonly OutputEnd[] = [
  finished,
  { ...finished, finishReason: "length" },
  {
    ...finished,
    finishReason: "error",
    error: { status: 502, message: "gone", errorType: "provider_unavailable", provider: "OpenAI" },
  },
];

const call = toResponsesCall({
  input: "Hi",
  include: ["reasoning.encrypted_content"],
  tools: [
    { type: "function", name: "add" },
    { type: "custom", name: "patch" },
  ],
});

/** The response at the end of a stream. */
function streamed(parts: readonly Part[], end: OutputEnd): ResponseObject {
  const writer = call.createWriter(head);
  const events = [...writer.start(), ...parts.flatMap((part) => writer.write(part)), ...writer.end(end)];
  const data = /^data: (.*)$/m.exec(events.at(-2)!)![1]!;
  return (JSON.parse(data) as { response: ResponseObject }).response;
}

/** A part of an output of a provider, whose reasoning has one format. */
const partWith = (format: string): fc.Arbitrary<Part> =>
  fc.oneof(
    fc.record({ type: fc.constantFrom("text" as const, "refusal" as const), text: fc.string({ maxLength: 12 }) }),
    fc.record({
      type: fc.constant("reasoning" as const),
      text: fc.string({ maxLength: 12 }),
      format: fc.constant(format),
    }),
    fc.record({
      type: fc.constant("tool-call-delta" as const),
      index: fc.nat({ max: 3 }),
      id: fc.constant("call"),
      name: fc.constantFrom("add", "patch", "invented"),
      arguments: fc.string({ maxLength: 12 }),
    }),
    fc.constant<Part>({ type: "reasoning-details", details: [{ type: "reasoning.encrypted", data: "secret" }] }),
    fc.constant<Part>({ type: "images", urls: ["data:image/png;base64,AAAA"] }),
  );

/** An output without splits. */
const whole: fc.Arbitrary<Part[]> = fc
  .constantFrom("openai-responses-v1", "anthropic-claude-v1")
  .chain((format) => fc.array(partWith(format), { maxLength: 8 }));

/** Splits the text of each part at the given fractions. The first piece of a tool call has its name. */
function split(parts: readonly Part[], cuts: readonly number[]): Part[] {
  return parts.flatMap((part): Part[] => {
    const text = part.type === "tool-call-delta" ? (part.arguments ?? "") : "text" in part ? part.text : undefined;
    if (text === undefined) return [part];
    const places = [0, ...cuts.map((cut) => Math.round(cut * text.length)).toSorted((a, b) => a - b), text.length];
    return places.slice(1).map((to, index): Part => {
      const piece = text.slice(places[index], to);
      if (part.type !== "tool-call-delta") return { ...part, text: piece } as Part;
      const { id: _, name: __, ...rest } = part;
      return { ...(index === 0 ? part : rest), arguments: piece };
    });
  });
}

test("a stream ends with the complete response, however the output is split", () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(whole, fc.array(fraction, { maxLength: 4 }), fc.constantFrom(...ends), (parts, cuts, end) => {
      const body: unknown = JSON.parse(JSON.stringify(call.toBody(head, joinParts(parts), end)));
      expect(streamed(parts, end)).toEqual(body);
      expect(streamed(split(parts, cuts), end)).toEqual(body);
    }),
    { numRuns: 500 },
  );
});

test("a compaction is one item with what the model wrote, which is read back as a message", () => {
  const compacting = toResponsesCall({
    input: [{ role: "user", content: "Hi" }, { type: "compaction_trigger" }],
    tools: [{ type: "function", name: "add" }],
  });
  expect(compacting.request.tools).toBeUndefined();
  const summary = "Ünïcode 😀 summary";
  const { output } = compacting.toBody(head, [{ type: "text", text: summary }], finished);
  expect(output).toMatchObject([{ type: "compaction", encrypted_content: expect.any(String) as string }]);
  const { request } = toResponsesCall({ input: [...(output as never[]), { role: "user", content: "Go on" }] });
  expect(request.messages).toEqual([
    { role: "developer", content: `The conversation so far:\n${summary}` },
    { role: "user", content: "Go on" },
  ]);
});
