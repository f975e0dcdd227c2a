import fc from "fast-check";
import { expect, test } from "vitest";
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
  ["nothing but a byte order mark", "\uFEFF", []],
  ["a second byte order mark as a part of the first field's name", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", ["b"]],
  ["a byte order mark within a payload, unchanged", "data: a\uFEFFb\n\n", ["a\uFEFFb"]],
  ["a field with only a colon", "data:\n\n", [""]],
  ["a field with a colon and a space", "data: \n\n", [""]],
  ["empty fields as empty lines", "data\ndata\n\n", ["\n"]],
  ["an empty line of data between two others", "data: a\ndata:\ndata: b\n\n", ["a\n\nb"]],
  ["a field whose name begins alike", "database: x\ndata: a\ndata2: y\ndatab\n\n", ["a"]],
  ["a field whose name is shorter, before one that is not", "dat\ndata: a\n\n", ["a"]],
  ["names in lower case only", "Data: x\nDATA: y\ndata: a\n\n", ["a"]],
  ["a name with a space before it or behind it as another", " data: x\ndata : y\ndata: a\n\n", ["a"]],
  ["an event without data as none", "event: ping\n\nid: 1\n\nretry: 9\n\ndata: a\n\n", ["a"]],
  ["more than one empty line as one", "\n\n\ndata: a\n\n\n\ndata: b\n\n\n", ["a", "b"]],
  ["colons within a payload", "data: a: b:c\n\n", ["a: b:c"]],
  ["a tab after the colon as a part of the payload", "data:\ta\n\n", ["\ta"]],
  ["spaces at the end of a payload", "data: a \n\n", ["a "]],
  ["a comment that looks like data", ":data: x\n:\n: data: y\ndata: a\n\n", ["a"]],
  ["other line separators as a part of the payload", "data: a\u2028b\u0085c\vd\n\n", ["a\u2028b\u0085c\vd"]],
  ["a null character within a payload", "data: a\0b\n\n", ["a\0b"]],
  ["a carriage return as the very last byte", "data: a\r\rdata: b\r", ["a", "b"]],
  ["a pair of line ends that is mixed", "data: a\n\rdata: b\r\n\n", ["a", "b"]],
  ["a last line that is a comment", "data: a\n\n: bye", ["a"]],
  ["a last line without its colon", "data: a\n\ndata", ["a", ""]],
])("reads %s", async (_, text, expected) => {
  expect(await read(encode(text))).toEqual(expected);
});

test("reads the same events wherever the bytes are split", async () => {
  const bytes = encode('\uFEFF: hi\r\n\r\ndata: {"a":"é🎛️"}\r\n\r\ndata: x\rdata: y\r\r\ndata: z\n\ndata: [DONE]');
  const whole = await read(bytes);
  for (let cut = 0; cut <= bytes.length; cut++) expect(await read(bytes, [cut])).toEqual(whole);
});

/** The payloads of a body that is read in these pieces. */
async function readPieces(pieces: readonly (string | readonly number[])[]): Promise<string[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(typeof piece === "string" ? encode(piece) : new Uint8Array(piece));
      controller.close();
    },
  });
  return Array.fromAsync(payloadsOf(new EventReader(body)));
}

test.each<[string, readonly (string | readonly number[])[], readonly string[]]>([
  ["a byte order mark in three reads", [[0xef], [0xbb], [0xbf], "data: a\n\n"], ["a"]],
  ["a byte order mark after an empty read", ["", "\uFEFFdata: a\n\n"], ["a"]],
  ["a pair of line ends in two reads", ["data: a\r", "\n\r", "\ndata: b\r", "\n\r", "\n"], ["a", "b"]],
  ["a pair of line ends with an empty read between them", ["data: a\r", "", "\ndata: b\r\n\r\n"], ["a\nb"]],
  ["a line feed that belongs to the pair alone in its read", ["data: a\r", "\n", "data: b\n\n"], ["a\nb"]],
  ["a line feed after a whole pair", ["data: a\r\n", "\ndata: b\n\n"], ["a", "b"]],
  ["a carriage return at the end of a read, and another line", ["data: a\r", "data: b\r", "\r"], ["a\nb"]],
  ["a character of four bytes in four reads", ["data: ", [0xf0], [0x9f], [0x8e], [0x9b], "\n\n"], ["\u{1F39B}"]],
  ["half a character at the very end", ["data: a", [0xc3]], ["a\uFFFD"]],
  ["bytes that are not valid UTF-8", ["data: a", [0xff], "b\n\n"], ["a\uFFFDb"]],
  ["a name in two reads", ["da", "ta", ":", " ", "a\n", "\n"], ["a"]],
  ["a name that goes on in the next read", ["data", "base: x\ndata: a\n\n"], ["a"]],
])("reads %s", async (_, pieces, expected) => {
  expect(await readPieces(pieces)).toEqual(expected);
});

test("returns an event at its carriage returns, without waiting for a line feed", async () => {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
  const reader = new EventReader(body);
  controller.enqueue(encode("data: a\r\r"));
  await reader.fill();
  expect(reader.take()).toBe("a");
  expect(reader.ended).toBe(false);
  const next = reader.fill();
  controller.enqueue(encode("\ndata: b\r\n\r"));
  await next;
  expect(reader.take()).toBe("b");
  controller.close();
  await reader.fill();
  expect(reader.take()).toBeUndefined();
  expect(reader.ended).toBe(true);
});

test("continues while only comments arrive, and does not return them", async () => {
  const pieces = Array.from({ length: 100 }, () => ": OPENROUTER PROCESSING\n\n");
  expect(await readPieces([...pieces, "data: a\n\n", ...pieces])).toEqual(["a"]);
});

test("reads the written payloads, with any line endings and splits", async () => {
  const payload = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/[\r\n]/g, " "));
  const event = fc.tuple(fc.array(payload, { minLength: 1, maxLength: 3 }), fc.constantFrom("\n", "\r", "\r\n"));
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 8 }), fc.array(fc.nat(400)), async (events, cuts) => {
      const text = events.map(([lines, end]) => lines.map((line) => `data: ${line}${end}`).join("") + end).join("");
      expect(await read(encode(text), cuts)).toEqual(events.map(([lines]) => lines.join("\n")));
    }),
  );
});

test("cancels the body when its reader cancels", async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(encode("data: a\n\n")),
    cancel: () => void (cancelled = true),
  });
  const reader = new EventReader(body);
  await reader.fill();
  expect(reader.take()).toBe("a");
  reader.cancel();
  await expect.poll(() => cancelled).toBe(true);
});
