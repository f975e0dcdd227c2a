// The events of a streamed response add up to the complete response, however the provider splits its output.
import fc from "fast-check";
import type { MockServer, Part } from "@patchbay/mock-server";
import { expect, test } from "vitest";
import { createJudgedServer } from "../support/judged-server.ts";
import { addUp, respond, type SentResponse } from "../support/responses.ts";

type CallPart = Extract<Part, { type: "tool-call-delta" }>;

const tools = [
  { type: "function", name: "add", parameters: { type: "object" } },
  { type: "custom", name: "patch" },
  { type: "namespace", name: "team", description: "", tools: [{ type: "function", name: "wait" }] },
  { type: "web_search" },
];
const names = ["add", "patch", "wait", "invented"];

const piece = fc.string({ unit: "binary", maxLength: 6 });
const pieces = fc.array(piece, { minLength: 1, maxLength: 4 });
const texts = pieces.map((list) => list.map((text): Part => ({ type: "text", text })));
const refusals = pieces.map((list) => list.map((text): Part => ({ type: "refusal", text })));
const reasoning = fc
  .record({
    list: pieces,
    format: fc.constantFrom("openai-responses-v1", "anthropic-claude-v1", "unknown"),
    signature: fc.option(piece, { nil: undefined }),
  })
  .map(({ list, format, signature }) =>
    list.map((text, index): Part => {
      const isSigned = signature !== undefined && index === list.length - 1;
      return { type: "reasoning", text, format, ...(isSigned && { signature }) };
    }),
  );
const calls = fc
  .array(fc.record({ name: fc.constantFrom(...names), list: fc.array(piece, { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((list) => {
    const rest = list.flatMap(({ list: own }, index) =>
      own.map((text): CallPart => ({ type: "tool-call-delta", index, arguments: text })),
    );
    const heads = list.map(({ name }, index): CallPart => ({
      type: "tool-call-delta",
      index,
      id: `call_${index}`,
      name,
    }));
    // The pieces of one call keep their order. Those of several calls alternate.
    return fc.infiniteStream(fc.nat()).map((draws) => [...heads, ...merge(rest, draws)] as Part[]);
  });
const others: fc.Arbitrary<Part[]> = fc.constantFrom<Part[]>(
  [{ type: "images", urls: ["data:image/png;base64,AAAA"] }],
  [
    {
      type: "annotations",
      annotations: [
        { type: "url_citation", url_citation: { url: "https://a.example", title: "A", start_index: 0, end_index: 1 } },
      ],
    },
  ],
  [
    {
      type: "reasoning-details",
      details: [{ type: "reasoning.encrypted", data: "secret", id: "rs_1", format: "openai-responses-v1" }],
    },
  ],
  [{ type: "reasoning-details", details: [{ type: "reasoning.summary", summary: "Short.", id: "rs_2" }] }],
  [{ type: "reasoning-details", details: [{ type: "reasoning.text", text: "Long.", signature: "sig" }] }],
);
const outputs = fc
  .tuple(fc.array(fc.oneof(texts, refusals, reasoning, others), { maxLength: 6 }), fc.option(calls, { nil: [] }))
  .map(([groups, called]) => [...groups.flat(), ...called])
  .filter((parts) =>
    parts.some((part) =>
      "text" in part ? part.text !== "" : part.type === "tool-call-delta" || part.type === "images",
    ),
  );

function merge(parts: readonly CallPart[], draws: Iterator<number>): CallPart[] {
  const queues = new Map<number, CallPart[]>();
  for (const part of parts) queues.set(part.index, [...(queues.get(part.index) ?? []), part]);
  const merged: CallPart[] = [];
  while (queues.size > 0) {
    const open = [...queues.keys()];
    const index = open[Number(draws.next().value) % open.length]!;
    const queue = queues.get(index)!;
    merged.push(queue.shift()!);
    if (queue.length === 0) queues.delete(index);
  }
  return merged;
}

function serve(parts: readonly Part[], last: Part): ReturnType<typeof createJudgedServer> {
  return createJudgedServer({
    credits: 1000,
    upstream: {
      async *stream() {
        for (const part of [...parts, last]) yield await Promise.resolve(part);
      },
    },
  });
}

const send = (server: Pick<MockServer, "fetch">): Promise<SentResponse> =>
  respond(server, { input: "Hi", tools, stream: true, include: ["reasoning.encrypted_content"] });

const ends: readonly Part[] = [
  { type: "finish", reason: "stop" },
  { type: "finish", reason: "length" },
  { type: "error", error: { status: 502, message: "Provider disconnected" } },
];

test("the events add up to the complete response, however the output is split", async () => {
  await fc.assert(
    fc.asyncProperty(outputs, fc.constantFrom(...ends), async (parts, last) => {
      const server = serve(parts, last);
      const { events, body } = await send(server);
      const isFailed = last.type === "error";
      const sum = addUp(events) as { status: string }[];
      // The item that a failure interrupted is not done, so no event has its status.
      if (isFailed && sum.at(-1)?.status === "in_progress") sum.at(-1)!.status = "incomplete";
      const written = isFailed ? withoutUnsent(body.output) : body.output;
      expect(isFailed ? withoutUnsent(sum) : sum).toEqual(written);
      expect(await server.faults()).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

/** The items without the fields of an interrupted reasoning that only its last event has. */
function withoutUnsent(items: readonly unknown[]): unknown {
  return items.map((item, index) => {
    if (index < items.length - 1) return item;
    const { signature: _, format: __, encrypted_content: ___, ...rest } = item as Record<string, unknown>;
    return rest;
  });
}

test("every stream has increasing numbers, one beginning and one end, and no item twice", async () => {
  await fc.assert(
    fc.asyncProperty(outputs, fc.constantFrom(...ends), async (parts, last) => {
      const { events, body, text } = await send(serve(parts, last));
      const types = events.map(({ data }) => String(data.type));
      expect(events.map(({ data }) => data.sequence_number)).toEqual(events.map((_, index) => index));
      expect(types.slice(0, 2)).toEqual(["response.created", "response.in_progress"]);
      expect(types.filter((type) => /^response\.(completed|incomplete|failed)$/.test(type))).toEqual([
        `response.${body.status}`,
      ]);
      const ids = body.output.map((item) => (item as { id: string }).id);
      expect(new Set(ids).size).toBe(ids.length);
      const done = events.filter(({ data }) => String(data.type) === "response.output_item.done");
      expect(done.map(({ data }) => Number(data.output_index))).toEqual(done.map((_, index) => index));
      expect(done.length).toBeGreaterThanOrEqual(body.output.length - (last.type === "error" ? 1 : 0));
      expect(text.endsWith("data: [DONE]\n\n")).toBe(true);
    }),
    { numRuns: 40 },
  );
});
