// Partial output: the incremental reader returns what a reader of the whole text would return.
import { createAgent } from "@patchbay/agent";
import { Patchbay } from "@patchbay/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { PartialJson, readPartialJson } from "../../packages/agent/src/output/partial-json.ts";
import { expectLinear } from "../support/linear.ts";

/** A reader of the whole text, written for clarity: closes what is open, and falls back to the last comma or bracket. */
function readWhole(text: string): unknown {
  const from = text.search(/[[{]/);
  if (from < 0) return undefined;
  const open: string[] = [];
  let isString = false;
  let escapeAt = -1;
  let whole = "";
  let safe = "";
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (isString && char === "\\") {
      escapeAt = whole.length;
      whole += char + (text[++at] ?? "");
      continue;
    }
    whole += char;
    if (isString) {
      if (char === '"') isString = false;
      continue;
    }
    if (char === '"') isString = true;
    else if (char === "{" || char === "[") open.push(char === "{" ? "}" : "]");
    else if (char === "}" || char === "]") open.pop();
    if (",{[}]".includes(char)) safe = char === "," ? whole.slice(0, -1) : whole;
    if (open.length === 0) break;
  }
  const closing = open.toReversed().join("");
  const isOpenEscape = isString && escapeAt >= 0 && /^\\(?:u[\da-f]{0,3})?$/i.test(whole.slice(escapeAt));
  for (const one of [isString ? `${isOpenEscape ? whole.slice(0, escapeAt) : whole}"` : whole, safe])
    try {
      return JSON.parse(one + closing);
    } catch {
      // The next candidate is shorter and complete.
    }
  return undefined;
}

/** The values of a text that arrives in chunks, after each chunk. */
function valuesOf(pieces: readonly string[]): unknown[] {
  const reader = new PartialJson();
  return pieces.map((piece) => {
    reader.push(piece);
    return reader.value();
  });
}

function cut(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

function expectSame(text: string, sizes: readonly number[]): void {
  const pieces = cut(text, sizes);
  let whole = "";
  const expected = pieces.map((piece) => readWhole((whole += piece)));
  expect(valuesOf(pieces)).toEqual(expected);
}

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
const anyJson = fc.oneof(
  fc.json({ depthSize: "medium" }),
  fc.json({ stringUnit: "binary", depthSize: "medium" }),
  fc.jsonValue({ stringUnit: "grapheme", depthSize: "medium" }).map((value) => JSON.stringify(value, null, 2)),
);

test("any JSON in any chunks is read like the whole text, at each position", () => {
  fc.assert(fc.property(anyJson, sizes, expectSame), { numRuns: 300 });
});

test("any JSON with escapes is read like the whole text, at each position", () => {
  const escaped = (text: string): string =>
    text.replaceAll(/[a-z\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  fc.assert(fc.property(fc.json({ stringUnit: "grapheme" }).map(escaped), sizes, expectSame), { numRuns: 150 });
});

test("any text similar to JSON is read like the whole text, at each position", () => {
  const piece = fc.constantFrom(
    ...Array.from('{}[],:"\\ \n\u0001tfnaeu0123.-+'),
    "true",
    "null",
    "false",
    '"a"',
    '"a":',
    "12.5e-3",
    "01",
    '\\"',
    "\\u00",
    "\\ud83d",
    "\\ude00",
    "\\x",
    "\\\\",
    "__proto__",
    '"__proto__":',
    "x",
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  fc.assert(fc.property(text, sizes, expectSame), { numRuns: 2000 });
  const object = text.map((rest) => `{"a":[1,${rest}`);
  fc.assert(fc.property(object, sizes, expectSame), { numRuns: 2000 });
});

test("JSON that is broken in one place is read like the whole text, at each position", () => {
  const broken = fc
    .tuple(anyJson, fc.nat(), fc.constantFrom(...Array.from('{}[],:"\\ x0\u0001'), ""))
    .map(([text, at, char]) => text.slice(0, at % (text.length + 1)) + char + text.slice((at % (text.length + 1)) + 1));
  fc.assert(fc.property(broken, sizes, expectSame), { numRuns: 300 });
});

test("a returned value does not change when more text arrives", () => {
  fc.assert(
    fc.property(fc.json({ depthSize: "medium" }), sizes, (text, pieces) => {
      const reader = new PartialJson();
      const given = cut(text, pieces).map((piece) => {
        reader.push(piece);
        const value = reader.value();
        return [value, JSON.stringify(value)] as const;
      });
      for (const [value, before] of given) expect(JSON.stringify(value)).toBe(before);
    }),
    { numRuns: 150 },
  );
});

test("a key __proto__ is an ordinary field", () => {
  const [, value] = valuesOf(['{"__proto__": {"isAdmin": true}, "a"', ': {"__proto__": 1']);
  expect(Object.keys(value as object)).toEqual(["__proto__", "a"]);
  expect((value as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test.each(["think", "THINKING", "reasoning"])("braces in <%s> are not part of the value", (tag) => {
  const text = ` <${tag}>{"a": "draft"}</${tag}> {"a": "final"}`;
  const seen = valuesOf(Array.from(text)).filter((value) => value !== undefined);
  expect(JSON.stringify(seen)).not.toContain("draft");
  expect(seen.at(-1)).toEqual({ a: "final" });
  expect(readPartialJson(text)).toEqual({ a: "final" });
});

/** Reads structured output that arrives in chunks of 5 characters, and counts its partial values. */
async function watch(text: string, output: z.ZodType): Promise<{ partials: number }> {
  const events = cut(text, [5]).map((content) => ({
    choices: [{ index: 0, delta: { content }, finish_reason: null }],
  }));
  const all = [...events, { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }];
  const body = `${all.map((event) => `data: ${JSON.stringify({ id: "g", ...event })}\n\n`).join("")}data: [DONE]\n\n`;
  const fetch = (): Promise<Response> =>
    Promise.resolve(new Response(body, { headers: { "content-type": "text/event-stream" } }));
  const agent = createAgent({ client: new Patchbay({ apiKey: "test", fetch }), model: "any/model", output });
  let partials = 0;
  let last: unknown;
  for await (const event of agent.run("?")) {
    if (event.type !== "partial-output") continue;
    partials++;
    last = event.output;
  }
  expect(JSON.stringify(last)).toBe(text);
  return { partials };
}

const shapes: readonly (readonly [name: string, output: z.ZodType, make: (kb: number) => string])[] = [
  [
    "strings",
    z.array(z.string()),
    (kb) => JSON.stringify(Array.from({ length: kb * 16 }, (_, at) => "x".repeat(50) + at)),
  ],
  ["short items", z.array(z.number()), (kb) => JSON.stringify(Array.from({ length: kb * 300 }, (_, at) => at % 10))],
  ["one string", z.object({ a: z.string() }), (kb) => JSON.stringify({ a: 'x"\n'.repeat(kb * 200) })],
  [
    "keys",
    z.record(z.string(), z.number()),
    (kb) => JSON.stringify(Object.fromEntries(Array.from({ length: kb * 80 }, (_, at) => [`k${at}`, at]))),
  ],
  ["levels", z.any(), (kb) => "[".repeat(kb * 20) + "]".repeat(kb * 20)],
];

test.each(shapes)("streaming a long response of %s takes linear time", async (_, output, make) => {
  await expectLinear((kb) => watch(make(kb), output), 32);
});

test("a short response has a partial-output event for each chunk", async () => {
  const text = JSON.stringify({ items: Array.from({ length: 200 }, (_, at) => `item ${at}`) });
  const { partials } = await watch(text, z.object({ items: z.array(z.string()) }));
  expect(partials).toBeGreaterThanOrEqual(Math.ceil(text.length / 5));
});
