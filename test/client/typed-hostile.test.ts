// Events of any content: whatever a gateway sends, a stream ends with a result or with one error of this package.
import { PatchbayError } from "@patchbay/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { caught } from "./support.ts";
import { framesOf, streamTyped, typedApis } from "./typed-events.ts";

type Fields = Record<string, unknown>;

const names = [
  "__proto__",
  "constructor",
  "type",
  "text",
  "output",
  "content",
  "input",
  "id",
  "status",
  "usage",
  "delta",
];
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, -1, 1.5, 1e9, "", "x", "\uD83C", "text", "message"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...names), tie("value")), { maxLength: 3 }).map((fields) => {
      const text = fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",");
      return JSON.parse(`{${text}}`) as unknown;
    }),
  ),
})).value;

describe.each(typedApis)("a stream of the $name API", (api) => {
  /** Events of the API, of which some fields have another value, and some are missing. */
  const events = fc.array(
    fc
      .record({
        at: fc.nat(api.events.length - 1),
        changes: fc.array(
          fc.record({ index: fc.nat(9), inner: fc.option(fc.nat(9)), value: fc.option(json, { nil: undefined }) }),
          { maxLength: 2 },
        ),
      })
      .map(({ at, changes }) => {
        const event = structuredClone(api.events[at]!) as Fields;
        for (const { index, inner, value } of changes) {
          const keys = Object.keys(event).filter((key) => key !== "type");
          const key = keys[index % Math.max(keys.length, 1)];
          if (key === undefined) continue;
          const part = event[key];
          if (inner === null || typeof part !== "object" || part === null) event[key] = value;
          else {
            const innerKeys = Object.keys(part);
            (part as Fields)[innerKeys[inner % Math.max(innerKeys.length, 1)] ?? "new"] = value;
          }
        }
        return event;
      }),
    { maxLength: 12 },
  );

  test("with changed events has a result or an error of the package, and a partial result that is JSON", async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.boolean(), async (sent, isComplete) => {
        const body = framesOf(isComplete ? [...sent, api.events.at(-1)!] : sent);
        const stream = streamTyped(api, body);
        const texts: string[] = [];
        const reading = (async () => {
          for await (const _ of stream) texts.push(JSON.stringify(stream.partial ?? null));
        })();
        const error = await reading.then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (error !== undefined) expect(error).toBeInstanceOf(PatchbayError);
        // A stream without the start of a message has no message.
        else if (stream.partial) expect(await stream.final()).toBeTypeOf("object");
        else expect(await caught(stream.final())).toBeInstanceOf(PatchbayError);
        const output = api.outputOf(stream.partial);
        expect(stream.partial === undefined || Array.isArray(output)).toBe(true);
        const text = (await Array.fromAsync(streamTyped(api, body).textStream()).catch((thrown: unknown) => {
          expect(thrown).toBeInstanceOf(PatchbayError);
          return [];
        })) as string[];
        for (const piece of text) expect(piece).toBeTypeOf("string");
      }),
      { numRuns: 400 },
    );
  });

  test("of any JSON has a result or an error of the package", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(json, { maxLength: 5 }), async (payloads) => {
        const body = payloads.map((payload) => `data: ${JSON.stringify(payload)}\n\n`).join("");
        const error = await caught(streamTyped(api, body).final());
        expect(error).toBeInstanceOf(PatchbayError);
      }),
      { numRuns: 200 },
    );
  });

  test("does not let a field named __proto__ change a prototype", async () => {
    const poison = '{"polluted":true}';
    const raw = api.events
      .map((event) => `data: ${JSON.stringify(event).replace(/^\{/, `{"__proto__":${poison},`)}\n\n`)
      .join("");
    const stream = streamTyped(api, raw);
    await stream.final();
    expect(({} as Fields).polluted).toBeUndefined();
    expect((stream.partial as unknown as Fields).polluted).toBeUndefined();
  });

  test("keeps events whose type is the name of a property of every object", async () => {
    const types = ["constructor", "toString", "__proto__", "hasOwnProperty.delta", "constructor.done"];
    const odd = types.map((type) => ({ type, delta: { type }, index: 90, output_index: 90, content_block: { type } }));
    const deltas = types.map((type) => ({ type: "content_block_delta", index: 91, delta: { type } }));
    const stream = streamTyped(api, framesOf([...api.events.slice(0, -1), ...odd, ...deltas, api.events.at(-1)!]));
    expect(await Array.fromAsync(stream as AsyncIterable<unknown>)).toHaveLength(
      api.events.length + odd.length + deltas.length,
    );
    expect(JSON.parse(JSON.stringify(await stream.final()))).toMatchObject({ id: "gen-1" });
  });

  test("ignores an index that would need an array of millions of items", async () => {
    const large = api.events.map((event) =>
      Object.fromEntries(
        Object.entries(event).map(([name, value]) => [name, name.endsWith("index") ? 4_000_000_000 : value]),
      ),
    );
    // An array of millions of items would be as long when it is written, and take minutes.
    expect(JSON.stringify(await streamTyped(api, framesOf(large)).final()).length).toBeLessThan(10_000);
  });
});
