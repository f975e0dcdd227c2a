import fc from "fast-check";
import { expect, test } from "vitest";
import { expectLinear } from "../../../../test/support/linear.ts";
import type { WireEvent } from "../adapter.ts";
import { ProviderFailure } from "../failure.ts";
import { createEventParser } from "./create-event-parser.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function parse(format: "sse" | "ndjson", chunks: Iterable<Uint8Array>): WireEvent[] {
  const parser = createEventParser(format);
  const events: WireEvent[] = [];
  for (const chunk of chunks) events.push(...parser.push(chunk));
  return [...events, ...parser.end()];
}

function* cutsOf(bytes: Uint8Array): Generator<Uint8Array[]> {
  yield [...bytes].map((byte) => Uint8Array.of(byte));
  for (let place = 0; place <= bytes.length; place++) yield [bytes.subarray(0, place), bytes.subarray(place)];
}

const streams: readonly [name: string, format: "sse" | "ndjson", text: string, events: readonly WireEvent[]][] = [
  ["LF line ends", "sse", "data: 1\n\ndata: 2\n\n", [{ data: "1" }, { data: "2" }]],
  ["CRLF line ends", "sse", "data: 1\r\n\r\ndata: 2\r\n\r\n", [{ data: "1" }, { data: "2" }]],
  ["CR line ends", "sse", "data: 1\r\rdata: 2\r\r", [{ data: "1" }, { data: "2" }]],
  ["mixed line ends", "sse", "data: 1\r\n\ndata: 2\n\r\ndata: 3\r\r\n", [{ data: "1" }, { data: "2" }, { data: "3" }]],
  ["a byte order mark", "sse", "\uFEFFdata: 1\n\n", [{ data: "1" }]],
  ["comments and empty data", "sse", ": wait\n\ndata:\n\ndata: \n\n:\n\ndata: 1\n\n", [{ data: "1" }]],
  ["several data lines", "sse", "data: [\ndata: 1]\n\n", [{ data: "[\n1]" }]],
  [
    "names of events",
    "sse",
    "event: a\ndata: 1\n\nevent:b\ndata:2\n\n",
    [
      { event: "a", data: "1" },
      { event: "b", data: "2" },
    ],
  ],
  ["a name without data, which names no later event", "sse", "event: ping\n\ndata: 1\n\n", [{ data: "1" }]],
  ["unknown fields", "sse", "id: 7\nretry: 10\nfoo\ndata: 1\n\n", [{ data: "1" }]],
  ["characters of several bytes", "sse", 'data: "héllo 🙂 日本"\n\n', [{ data: '"héllo 🙂 日本"' }]],
  ["a line separator within JSON", "sse", 'data: "a\u2028b"\n\n', [{ data: '"a\u2028b"' }]],
  ["a last event without its blank line", "sse", 'data: {"a":1}\n', [{ data: '{"a":1}' }]],
  ["a last event without its line end", "sse", "data: [DONE]", [{ data: "[DONE]" }]],
  ["a last event that is cut off", "sse", 'data: 1\n\ndata: {"a":', [{ data: "1" }]],
  ["lines of JSON", "ndjson", '{"a":1}\n{"b":"🙂"}\n', [{ data: '{"a":1}' }, { data: '{"b":"🙂"}' }]],
  [
    "lines with CRLF and empty lines",
    "ndjson",
    '\uFEFF{"a":1}\r\n\r\n\n{"b":2}\r\n',
    [{ data: '{"a":1}' }, { data: '{"b":2}' }],
  ],
  ["a last line without its end", "ndjson", '{"a":1}\n{"b":2}', [{ data: '{"a":1}' }, { data: '{"b":2}' }]],
  ["a last line that is cut off", "ndjson", '{"a":1}\n{"b":', [{ data: '{"a":1}' }]],
];

test.each(streams)("%s are read however the bytes are cut", (_name, format, text, events) => {
  for (const chunks of cutsOf(bytesOf(text)))
    expect(parse(format, chunks)).toEqual(
      events.map((event) => (format === "sse" ? { event: undefined, ...event } : event)),
    );
});

test("a random stream of server-sent events gives the same events under random cuts", () => {
  const piece = fc.constantFrom(
    "data: ",
    "data:",
    "event: x",
    ":c",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "é🙂",
    '{"a":1}',
    " ",
    "",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(200), { maxLength: 10 }), (pieces, places) => {
      const bytes = bytesOf(pieces.join(""));
      const sorted = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
      const chunks = [0, ...sorted].map((place, index) => bytes.subarray(place, sorted[index] ?? bytes.length));
      expect(parse("sse", chunks)).toEqual(parse("sse", [bytes]));
    }),
  );
});

test.each(["sse", "ndjson"] as const)(
  "a parser of %s rejects an event that is too large, also without a line end",
  (format) => {
    const parser = createEventParser(format, { maxEventLength: 1000 });
    const chunk = bytesOf(`data: ${"x".repeat(300)}`);
    expect(() => {
      for (let count = 0; count < 5; count++) parser.push(chunk);
    }).toThrow(ProviderFailure);
  },
);

test("a parser rejects an event of many lines that is too large", () => {
  const parser = createEventParser("sse", { maxEventLength: 1000 });
  expect(() => parser.push(bytesOf("data: 1234567890\n".repeat(200)))).toThrow(ProviderFailure);
});

test("a long event in small chunks takes linear time", async () => {
  const chunk = bytesOf("x".repeat(16));
  await expectLinear((count) => {
    const parser = createEventParser("sse");
    parser.push(bytesOf("data: "));
    for (let index = 0; index < count; index++) parser.push(chunk);
    expect(parser.push(bytesOf("\n\n"))).toHaveLength(1);
  }, 20_000);
});
