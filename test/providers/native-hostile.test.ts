import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPart } from "../../packages/service/src/parts/check-part.ts";
import type { Adapter } from "../../packages/providers/src/adapter.ts";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { ProviderFailure, UnsupportedRequest } from "../../packages/providers/src/failure.ts";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";
import type { ProviderPart } from "../../packages/providers/src/unified.ts";
import { createEventParser } from "../../packages/providers/src/wire/create-event-parser.ts";
import { readRecording } from "./replay.ts";

const adapters = { gemini: geminiAdapter, cohere: cohereAdapter, ollama: ollamaAdapter } as const;
const kinds = ["gemini", "cohere", "ollama"] as const;
const target = { model: "tiny", issuer: "test" };

/** The data of all recorded events of a provider. */
function eventsOf(kind: (typeof kinds)[number]): string[] {
  const names = readdirSync(new URL("recordings", import.meta.url)).filter((name) => name.startsWith(`${kind}-`));
  return names.flatMap((name) => {
    const parser = createEventParser(name.endsWith(".sse") ? "sse" : "ndjson");
    return [...parser.push(readRecording(name)), ...parser.end()].map(({ data }) => data);
  });
}

/** The event with the value at one place replaced, chosen by a share of all places. */
function replaceOne(data: string, share: number, value: unknown): string {
  let places = 0;
  const count = JSON.stringify(tryParse(data), (_, member: unknown) => (places++, member));
  if (count === undefined) return data;
  const chosen = Math.floor(share * places);
  let place = 0;
  return JSON.stringify(tryParse(data), (_, member: unknown) => (place++ === chosen ? value : member)) ?? "null";
}

function tryParse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data;
  }
}

function decodeAll(adapter: Adapter, events: readonly string[]): ProviderPart[] {
  const decoder = adapter.chat.createDecoder({ messages: [] }, target);
  return [...events.flatMap((data) => [...decoder.push({ data })]), ...decoder.end()];
}

/** What must hold for the parts of any response. */
function expectSound(parts: readonly ProviderPart[]): void {
  const ends = parts.filter(({ type }) => type === "finish" || type === "error");
  expect(ends).toHaveLength(1);
  expect(parts.at(-1)).toBe(ends[0]);
  const ids = new Set<string>();
  for (const part of parts) {
    if (part.type !== "response") expect(() => checkPart(part)).not.toThrow();
    if (part.type === "usage")
      for (const count of Object.values(part.usage)) expect(Number.isFinite(count) && count >= 0).toBe(true);
    if (part.type !== "tool-call-delta" || part.id === undefined) continue;
    expect(ids.has(part.id)).toBe(false);
    ids.add(part.id);
  }
}

describe.each(kinds)("a response of %s", (kind) => {
  const adapter = adapters[kind];
  const recorded = eventsOf(kind);

  test("that differs in any value from what its API says has sound parts and one end", () => {
    const change = fc.record({
      data: fc.constantFrom(...recorded),
      share: fc.double({ min: 0, max: 0.999, noNaN: true }),
      value: fc.oneof(fc.jsonValue({ maxDepth: 1 }), fc.constantFrom("", "null", -1, 1e300, [null], [[]], { x: null })),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        expectSound(
          decodeAll(
            adapter,
            changes.map(({ data, share, value }) => replaceOne(data, share, value)),
          ),
        );
      }),
      { numRuns: 400 },
    );
  });

  test("of any events in any order has sound parts and one end", () => {
    const event = fc.oneof(fc.constantFrom(...recorded), fc.json({ maxDepth: 3 }), fc.string());
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (events) => expectSound(decodeAll(adapter, events))),
      { numRuns: 300 },
    );
  });

  test("with any error body is classified", () => {
    const error = fc.record({
      status: fc.integer({ min: 300, max: 599 }),
      body: fc.jsonValue(),
      headers: fc.constant({}),
    });
    fc.assert(
      fc.property(error, (response) => {
        const { status, message } = adapter.readError(response);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(message).not.toBe("");
      }),
    );
  });

  test("with any body of embeddings, ranks or models is read or is a failure of the provider", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(Array.isArray(adapter.models!.fromWire(body))).toBe(true);
        for (const read of [
          () => adapter.embed!.fromWire(body, { model: "m", input: "a" }),
          () => adapter.rerank?.fromWire(body, { model: "m", query: "a", documents: ["b"] }),
        ])
          expect(rejectionOf(read)).toSatisfy((error) => error === undefined || error instanceof ProviderFailure);
      }),
    );
  });
});

function rejectionOf(read: () => unknown): unknown {
  try {
    read();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Messages as a client may send them: any text, calls with any text as arguments, results without calls. */
const text = fc.oneof(fc.string(), fc.constantFrom("", "null", "{}", "[1]"));
const content = fc.oneof(
  text,
  fc.array(
    fc.oneof(
      fc.record({ type: fc.constant("text" as const), text }),
      fc.record({
        type: fc.constant("image_url" as const),
        image_url: fc.record({
          url: fc.constantFrom("data:image/png;base64,AA", "https://a.example/b.png", "data:,", ""),
        }),
      }),
    ),
    { maxLength: 3 },
  ),
);
const message = fc.oneof(
  fc.record({ role: fc.constant("system" as const), content: text }),
  fc.record({ role: fc.constant("user" as const), content }),
  fc.record({ role: fc.constant("tool" as const), content, tool_call_id: fc.constantFrom("a", "b", "c") }),
  fc.record(
    {
      role: fc.constant("assistant" as const),
      content: fc.option(content),
      reasoning: text,
      tool_calls: fc.array(
        fc.record({
          id: fc.constantFrom("a", "b"),
          type: fc.constant("function" as const),
          function: fc.record({ name: text, arguments: text }),
        }),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ["role"] },
  ),
);

test.each(kinds)("any messages become a request of %s, or are refused as unsupported", (kind) => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), (messages) => {
      const error = rejectionOf(() => {
        const { body } = adapters[kind].chat.toWire({ messages }, target);
        expect(body).toBe(JSON.stringify(JSON.parse(String(body))));
      });
      expect(error === undefined || error instanceof UnsupportedRequest, String(error)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
