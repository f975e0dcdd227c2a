// Responses without text: audio, refusals and images are valid responses and are requested once.
import { createAgent, fallback, getRunReport } from "@patchbay/agent";
import { OutputError, Patchbay } from "@patchbay/client";
import { expect, test } from "vitest";
import { z } from "zod";
import { rawAnswers } from "./raw-responses.ts";

const model = "any/model";
const image = { type: "image_url", image_url: { url: "data:image/png;base64,AAAA" } };
const audio = { id: "audio_1", data: "AAAA", transcript: "Hello.", expires_at: 1 };

const kinds: readonly (readonly [name: string, message: object, text: string])[] = [
  ["audio with a transcript", { content: null, audio }, "Hello."],
  ["audio without a transcript", { content: null, audio: { id: "audio_1", data: "AAAA" } }, ""],
  ["a refusal", { content: null, refusal: "I cannot help with that." }, "I cannot help with that."],
  ["a refusal with empty text", { content: "", refusal: "No." }, "No."],
  ["an image", { content: "", images: [image] }, ""],
  ["images without content", { content: null, images: [image, image] }, ""],
  ["text and an image", { content: "Here.", images: [image] }, "Here."],
];

const models = [
  ["one model", model],
  ["fallback", fallback(["a/one", "b/two"], { retryDelay: 1 })],
  ["fallback with accept", fallback(["a/one", "b/two"], { retryDelay: 1, accept: () => true })],
  [
    "fallback with a limit until the first token",
    fallback(["a/one", "b/two"], { retryDelay: 1, firstTokenTimeout: 5000 }),
  ],
] as const;

test.each(
  kinds.flatMap(([name, message, text]) => models.map(([how, own]) => [name, how, message, text, own] as const)),
)("%s is a valid response for %s, and is requested once", async (_, how, message, text, own) => {
  const { client, requests } = rawAnswers([message]);
  const agent = createAgent({ client, model: own });
  for (const watch of [false, true]) {
    const run = agent.run("Go.");
    if (watch) await Array.fromAsync(run);
    const result = await run;
    expect(result, how).toMatchObject({ stopReason: "completed", text, cost: 0.1 });
    expect(result.attempts.map(({ outcome }) => outcome)).toEqual(["succeeded"]);
  }
  expect(requests).toHaveLength(2);
});

test.each([
  ["no content", {}],
  ["null", { content: null }],
  ["an empty text", { content: "" }],
  ["a blank text", { content: " \n\t" }],
  ["an empty list of parts", { content: [] }],
  ["blank parts", { content: [{ type: "text", text: "  " }] }],
  ["reasoning alone", { content: null, reasoning: "hm" }],
  ["citations alone", { content: "", annotations: [{ type: "url_citation", url_citation: { url: "https://a.b" } }] }],
  ["an empty refusal", { content: null, refusal: "" }],
  ["no images", { content: null, images: [] }],
  ["audio that is null", { content: null, audio: null }],
])("a response with %s is empty: it is requested once more, with fallback by its rules", async (_, message) => {
  const once = rawAnswers([message, { content: "Fine." }]);
  expect(await createAgent({ client: once.client, model }).run("Go.")).toMatchObject({ text: "Fine.", cost: 0.2 });
  const next = rawAnswers([message, message, { content: "Fine." }]);
  const result = await createAgent({ client: next.client, model: fallback(["a/one", "b/two"], { retryDelay: 1 }) }).run(
    "Go.",
  );
  expect(result.text).toBe("Fine.");
  expect(next.requests.map((request) => request.model)).toEqual(["a/one", "a/one", "b/two"]);
});

test.each(models)(
  "refused structured output throws an OutputError with the refusal immediately (%s)",
  async (_, own) => {
    const { client, requests } = rawAnswers([{ content: null, refusal: "I cannot help with that." }]);
    const error: unknown = await createAgent({ client, model: own, output: z.object({ a: z.string() }) })
      .run("Go.")
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OutputError);
    expect((error as OutputError).message).toContain("I cannot help with that.");
    expect(requests).toHaveLength(1);
    expect(getRunReport(error)).toMatchObject({
      cost: 0.1,
      attempts: [{ outcome: "rejected", reason: expect.stringContaining("I cannot help") as string }],
    });
  },
);

test("a refusal next to valid structured output does not affect it", async () => {
  const { client } = rawAnswers([{ content: '{"a":"x"}', refusal: "Partly." }]);
  expect((await createAgent({ client, model, output: z.object({ a: z.string() }) }).run("Go.")).output).toEqual({
    a: "x",
  });
});

test("a step has the refusal of its model", async () => {
  const { client } = rawAnswers([{ content: null, refusal: "No." }]);
  expect((await createAgent({ client, model }).run("Go.")).steps).toMatchObject([{ text: "No.", refusal: "No." }]);
});

test("a loop receives images, audio and refusals as they arrive", async () => {
  const { client } = rawAnswers([{ content: "", images: [image], audio, refusal: "No more." }]);
  const events = await Array.fromAsync(createAgent({ client, model }).run("Go."));
  expect(events.filter(({ type }) => type === "image" || type === "audio-delta" || type === "refusal-delta")).toEqual([
    { type: "refusal-delta", text: "No more.", path: [] },
    { type: "image", image, path: [] },
    { type: "audio-delta", audio, path: [] },
  ]);
});

test("content as a list of parts is text, and its thinking parts are reasoning", async () => {
  const content = [
    { type: "thinking", thinking: [{ type: "text", text: "hm" }] },
    { type: "text", text: "Hello" },
    { type: "text", text: " you" },
  ];
  const { client, requests } = rawAnswers([{ content }, { content: "Fine." }]);
  const first = await createAgent({ client, model }).run("Go.");
  expect(first.text).toBe("Hello you");
  await createAgent({ client, model }).run("And?", { state: first.state });
  expect(requests[1]!.messages[1]).toEqual({ role: "assistant", content: "Hello you", reasoning: "hm" });
});

test("the transcript of an audio response is read as structured output", async () => {
  const { client, requests } = rawAnswers([{ content: null, audio: { ...audio, transcript: '{"n":1}' } }]);
  const { output } = await createAgent({ client, model, output: z.object({ n: z.number() }) }).run("Go.");
  expect(output).toEqual({ n: 1 });
  expect(requests).toHaveLength(1);
});

test("with several choices, the events and the result are those of the first one", async () => {
  const piece = (index: number, content: string, reason: string | null = null): string =>
    `data: ${JSON.stringify({ id: "g", choices: [{ index, delta: { content }, finish_reason: reason }] })}\n\n`;
  const body = [
    piece(1, '{"b'),
    piece(0, '{"a"'),
    piece(1, '":2}'),
    piece(0, ":1}"),
    piece(1, "", "stop"),
    piece(0, "", "stop"),
  ];
  const fetch = async (): Promise<Response> =>
    new Response(`${body.join("")}data: [DONE]\n\n`, { headers: { "content-type": "text/event-stream" } });
  const client = new Patchbay({ apiKey: "test", fetch });
  const run = createAgent({ client, model, output: z.object({ a: z.number() }), request: { n: 2 } }).run("Go.");
  const texts: string[] = [];
  for await (const event of run) if (event.type === "text-delta") texts.push(event.text);
  expect(texts.join("")).toBe('{"a":1}');
  expect(await run).toMatchObject({ text: '{"a":1}', output: { a: 1 } });
});
