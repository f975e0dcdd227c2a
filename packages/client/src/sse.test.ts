import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { EventReader } from "./sse.ts";

async function read(bytes: Uint8Array, cuts: readonly number[] = []): Promise<string[]> {
  const at = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].toSorted((a, b) => a - b);
  const parts = at.slice(1).map((end, index) => bytes.slice(at[index], end));
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => (parts.length > 0 ? controller.enqueue(parts.shift()!) : controller.close()),
  });
  return Array.fromAsync(payloadsOf(new EventReader(body)));
}

async function* payloadsOf(reader: EventReader): AsyncGenerator<string, void> {
  while (!reader.ended) {
    const payload = reader.take();
    if (payload === undefined) await reader.fill();
    else yield payload;
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ["a byte order mark", "\uFEFFdata: a\n\n", ["a"]],
  ["line feeds", "data: a\n\ndata: b\n\n", ["a", "b"]],
  ["carriage returns", "data: a\r\rdata: b\r\r", ["a", "b"]],
  ["both", "data: a\r\n\r\ndata: b\r\n\r\n", ["a", "b"]],
  ["comments", ": OPENROUTER PROCESSING\n\ndata: a\n: again\n\n", ["a"]],
  ["data over several lines", "data: a\ndata: b\n\n", ["a\nb"]],
  ["other fields", "event: x\nid: 1\nretry: 5\ndata: a\n\n", ["a"]],
  ["data without a space", "data:a\n\n", ["a"]],
  ["one space only is taken off", "data:  a\n\n", [" a"]],
  ["an empty field", "data\n\n", [""]],
  ["a last event without its blank line", "data: a\n\ndata: b", ["a", "b"]],
  ["no event at all", "", []],
])("reads %s", async (_, text, expected) => {
  expect(await read(encode(text))).toEqual(expected);
});

test("reads the same events however the bytes are cut, at every byte", async () => {
  const bytes = encode('\uFEFF: hi\r\n\r\ndata: {"a":"é🎛️"}\r\n\r\ndata: x\rdata: y\r\r\ndata: z\n\ndata: [DONE]');
  const whole = await read(bytes);
  for (let cut = 0; cut <= bytes.length; cut++) expect(await read(bytes, [cut])).toEqual(whole);
});

test("reads what was written, for any payloads, line ends and cuts", async () => {
  const payload = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[\r\n]/g, " "));
  const event = fc.tuple(fc.array(payload, { minLength: 1, maxLength: 3 }), fc.constantFrom("\n", "\r", "\r\n"));
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 8 }), fc.array(fc.nat(400)), async (events, cuts) => {
      const text = events.map(([lines, end]) => lines.map((line) => `data: ${line}${end}`).join("") + end).join("");
      expect(await read(encode(text), cuts)).toEqual(events.map(([lines]) => lines.join("\n")));
    }),
  );
});

test("cancels the body when the reader leaves", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(encode("data: a\n\n")),
    cancel: () => void (cancelled = true),
  });
  const reader = new EventReader(body);
  await reader.fill();
  expect(reader.take()).toBe("a");
  reader.cancel();
  await vi.waitFor(() => expect(cancelled).toBe(true));
});
