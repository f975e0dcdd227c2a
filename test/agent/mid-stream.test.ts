// Streams that break after output was shown.
import {
  createAgent,
  getAttempts,
  fallback,
  type FallbackOptions,
  type RunEvent,
  type RunResult,
} from "@patchbay/agent";
import { Patchbay, type ChatCompletionRequest } from "@patchbay/client";
import fc from "fast-check";
import { expect, test } from "vitest";

/** A part of a response: text, reasoning, or a delta of a call. */
type Piece = string | { readonly reasoning: string } | { readonly call: string };

/** What one request receives: these parts, and then its end. */
interface ScriptedStream {
  readonly pieces: readonly Piece[];
  readonly end?: "whole" | "broken" | "error";
  readonly cost?: number;
}

/** A client whose models send these responses one after another. */
function scriptStreams(...answers: readonly ScriptedStream[]): { client: Patchbay; requests: ChatCompletionRequest[] } {
  const requests: ChatCompletionRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const body = (await request.json()) as ChatCompletionRequest;
    const { pieces, end = "whole", cost } = answers[requests.length]!;
    requests.push(body);
    const head = { id: `gen-${requests.length}`, object: "chat.completion.chunk", created: 0, model: body.model };
    const chunk = (delta: object, finish: string | null = null, more: object = {}): string =>
      `data: ${JSON.stringify({ ...head, provider: "P", choices: [{ index: 0, delta, finish_reason: finish }], ...more })}\n\n`;
    const deltas = pieces.map((piece) =>
      typeof piece === "string"
        ? { content: piece }
        : "reasoning" in piece
          ? piece
          : {
              tool_calls: [{ index: 0, id: "c1", type: "function", function: { name: "look", arguments: piece.call } }],
            },
    );
    const usage = cost !== undefined && {
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost },
    };
    const ends = {
      whole: `${chunk({}, "stop", usage || {})}data: [DONE]\n\n`,
      broken: usage ? chunk({}, null, usage) : "",
      error: `data: ${JSON.stringify({ ...head, choices: [], error: { code: 502, message: "gone" }, ...usage })}\n\n`,
    };
    const text = chunk({ role: "assistant", content: "" }) + deltas.map((delta) => chunk(delta)).join("") + ends[end];
    return new Response(text, {
      headers: { "content-type": "text/event-stream", "x-generation-id": `gen-${requests.length}` },
    });
  };
  return { client: new Patchbay({ apiKey: "sk", fetch }), requests };
}

interface Seen {
  readonly screen: string;
  readonly events: readonly RunEvent[];
  readonly result: RunResult<unknown> | undefined;
  readonly error: unknown;
}

const models = ["a/one", "b/two", "c/three"] as const;

/** Loops over a run to its end or failure. */
async function watch(client: Patchbay, options: FallbackOptions = {}, more: object = {}): Promise<Seen> {
  const model = fallback(models, { midStream: "continue", retryDelay: 0, ...options });
  const run = createAgent({ client, model, ...more }).run("Hi");
  const events: RunEvent[] = [];
  let screen = "";
  try {
    for await (const event of run) {
      events.push(event);
      if (event.type === "text-delta") screen += event.text;
      if (event.type === "step-reset") screen = "";
    }
    return { screen, events, result: await run, error: undefined };
  } catch (error) {
    return { screen, events, result: undefined, error };
  }
}

const typesOf = ({ events }: Seen): string[] => events.map(({ type }) => type);
const lastMessageOf = ({ messages }: ChatCompletionRequest): unknown => messages.at(-1);

test("the next model continues the text, and what was shown stays", async () => {
  const { client, requests } = scriptStreams({ pieces: ["One, ", "two"], end: "broken" }, { pieces: [", three."] });
  const seen = await watch(client);
  expect(seen.screen).toBe("One, two, three.");
  expect(seen.result).toMatchObject({ text: "One, two, three.", stopReason: "completed" });
  expect(seen.result!.messages.at(-1)).toMatchObject({ role: "assistant", content: "One, two, three." });
  expect(typesOf(seen)).not.toContain("step-reset");
  expect(seen.result!.attempts).toMatchObject([
    { model: "a/one", outcome: "failed", failureKind: "stream_interrupted", generationId: "gen-1" },
    { model: "b/two", outcome: "succeeded" },
  ]);
  expect(seen.result!.steps).toMatchObject([{ model: "b/two", fallbackBy: "agent" }]);
  // The next model receives the text as the beginning of its own response, and nothing else.
  expect(requests[1]!.messages).toEqual([
    { role: "user", content: "Hi" },
    { role: "assistant", content: "One, two" },
  ]);
});

test.each<[string, string[], string[], string]>([
  ["said again", ["One, "], [" two"], "One, two"],
  ["left out", ["One, "], ["two"], "One, two"],
  ["repeated in several chunks", ["One\n\n"], ["\n", "\ntwo"], "One\n\ntwo"],
  ["repeated and continued", ["One\n"], ["\n\ntwo"], "One\n\ntwo"],
  ["another one", ["One "], ["\n- two"], "One \n- two"],
  ["none before", ["One"], ["  two"], "One  two"],
  ["all that was shown", ["  "], ["  Hi"], "  Hi"],
])("the white space at the seam appears once: %s", async (_, before, after, whole) => {
  const { client, requests } = scriptStreams({ pieces: before, end: "broken" }, { pieces: after });
  const { screen, result } = await watch(client);
  expect(screen).toBe(whole);
  expect(result!.text).toBe(whole);
  // Some providers reject a message that ends in white space or is empty.
  const sent = requests[1]!.messages.filter(({ role }) => role === "assistant").map(({ content }) => content);
  expect(sent).toEqual(before.join("").trimEnd() === "" ? [] : [before.join("").trimEnd()]);
});

test("a second failure is continued with the text of both models", async () => {
  const { client, requests } = scriptStreams(
    { pieces: ["One "], end: "broken" },
    { pieces: [" two "], end: "error" },
    { pieces: [" three."] },
  );
  const { screen, result } = await watch(client);
  expect(screen).toBe("One two three.");
  expect(lastMessageOf(requests[2]!)).toEqual({ role: "assistant", content: "One two" });
  expect(result!.attempts.map(({ outcome }) => outcome)).toEqual(["failed", "failed", "succeeded"]);
});

test("a model that fails before any further text leaves the text to the next model", async () => {
  const { client, requests } = scriptStreams(
    { pieces: ["One"], end: "broken" },
    { pieces: [], end: "error" },
    { pieces: [" two"] },
    { pieces: [] },
  );
  const { screen } = await watch(client);
  expect(screen).toBe("One two");
  // A temporary failure is retried once, with the same text.
  expect(requests.map(({ model }) => model)).toEqual(["a/one", "b/two", "b/two"]);
  expect(lastMessageOf(requests[2]!)).toEqual({ role: "assistant", content: "One" });
});

test("when all streams break the last failure throws, and each model was requested once", async () => {
  const broken = { pieces: ["x "], end: "broken" } as const;
  const { client, requests } = scriptStreams(broken, broken, broken);
  const { error, screen } = await watch(client);
  expect(error).toMatchObject({ name: "StreamError" });
  expect(getAttempts(error).map(({ outcome }) => outcome)).toEqual(["failed", "failed", "failed"]);
  expect(requests).toHaveLength(3);
  expect(screen).toBe("x x x ");
});

test("a call that had begun cannot be continued: the failure throws, also after more text", async () => {
  const { client, requests } = scriptStreams({ pieces: ["Let me look.", { call: '{"ci' }], end: "broken" });
  const { error, screen } = await watch(client);
  expect(error).toMatchObject({ name: "StreamError" });
  expect(screen).toBe("Let me look.");
  expect(requests).toHaveLength(1);
});

test("reasoning cannot be continued: without text the agent sends step-reset, and the next model starts", async () => {
  const { client, requests } = scriptStreams({ pieces: [{ reasoning: "Hm." }], end: "broken" }, { pieces: ["One."] });
  const seen = await watch(client);
  expect(typesOf(seen)).toEqual(["step-start", "reasoning-delta", "step-reset", "text-delta", "step-end", "finish"]);
  expect(seen.screen).toBe("One.");
  expect(requests[1]!.messages).toHaveLength(1);
  // Reasoning after a text does not prevent continuing.
  const second = scriptStreams(
    { pieces: ["One "], end: "broken" },
    { pieces: [{ reasoning: "Hm." }], end: "broken" },
    { pieces: ["two."] },
  );
  expect(await watch(second.client)).toMatchObject({ screen: "One two.", error: undefined });
});

test("structured output is read as it arrives, across the seam", async () => {
  const output = {
    type: "object",
    properties: { list: { type: "array", items: { type: "number" } } },
    required: ["list"],
  };
  const { client } = scriptStreams({ pieces: ['{"list": [1, 2'], end: "broken" }, { pieces: ["3, 4", "]}"] });
  const { events, result } = await watch(client, {}, { output });
  expect(result!.output).toEqual({ list: [1, 23, 4] });
  expect(events.flatMap((event) => (event.type === "partial-output" ? [event.output] : []))).toEqual([
    { list: [1, 2] },
    { list: [1, 23, 4] },
    { list: [1, 23, 4] },
  ]);
});

test("the interrupted part is billed if its usage arrived, and has an unknown cost otherwise", async () => {
  const paid = scriptStreams({ pieces: ["One "], end: "broken", cost: 0.25 }, { pieces: ["two"], cost: 0.5 });
  const { result } = await watch(paid.client);
  expect(result!.attempts.map(({ cost }) => cost)).toEqual([0.25, 0.5]);
  expect([result!.cost, result!.steps[0]!.cost]).toEqual([0.75, 0.5]);
  const unknown = scriptStreams({ pieces: ["One "], end: "broken" }, { pieces: ["two"], cost: 0.5 });
  const other = (await watch(unknown.client)).result!;
  expect(other.attempts.map(({ cost }) => cost)).toEqual([undefined, 0.5]);
  expect(other.cost).toBe(0.5);
});

test("`accept` receives the whole text, and a rejection resets all of it", async () => {
  const { client, requests } = scriptStreams(
    { pieces: ["One "], end: "broken" },
    { pieces: ["two"] },
    { pieces: ["Again."] },
  );
  const texts: unknown[] = [];
  const accept: FallbackOptions["accept"] = ({ choices }) => texts.push(choices[0]!.message.content) > 1;
  const { screen, result } = await watch(client, { accept });
  expect(texts).toEqual(["One two", "Again."]);
  expect(screen).toBe("Again.");
  expect(result!.text).toBe("Again.");
  expect(requests[2]!.messages).toHaveLength(1);
});

test("a next model that adds nothing ends the response, and a rejection resets what was shown", async () => {
  const { client } = scriptStreams({ pieces: ["One."], end: "broken" }, { pieces: [] }, { pieces: ["Again."] });
  expect(await watch(client)).toMatchObject({ screen: "One.", result: { text: "One." } });
  const other = scriptStreams({ pieces: ["One."], end: "broken" }, { pieces: [] }, { pieces: ["Again."] });
  const accept: FallbackOptions["accept"] = ({ choices }) => choices[0]!.message.content !== "One.";
  expect(await watch(other.client, { accept })).toMatchObject({ screen: "Again.", result: { text: "Again." } });
});

test('with the action "retry" the same model continues its own text', async () => {
  const { client, requests } = scriptStreams({ pieces: ["One "], end: "broken" }, { pieces: ["two"] });
  const { screen } = await watch(client, { actions: { after_output: "retry" } });
  expect(screen).toBe("One two");
  expect(requests.map(({ model }) => model)).toEqual(["a/one", "a/one"]);
  expect(lastMessageOf(requests[1]!)).toEqual({ role: "assistant", content: "One" });
});

test("an awaited run shows nothing: an interrupted response is requested from the next model, from the beginning", async () => {
  const broken = { pieces: ["One "], end: "broken" } as const;
  const { client, requests } = scriptStreams(broken, { pieces: ["Whole."] });
  const model = fallback(models, { midStream: "continue", retryDelay: 0, idleTimeout: 60_000 });
  const result = await createAgent({ client, model }).run("Hi");
  expect(result.text).toBe("Whole.");
  expect(requests.map(({ model, stream }) => [model, stream])).toEqual([
    ["a/one", true],
    ["b/two", true],
  ]);
  expect(requests.every(({ messages }) => messages.length === 1)).toBe(true);
});

test("by default an interrupted stream throws, with the text so far", async () => {
  const { client, requests } = scriptStreams({ pieces: ["One ", "two"], end: "broken" });
  const { error } = await watch(client, { midStream: "throw" });
  expect(error).toMatchObject({ name: "StreamError", partial: { choices: [{ message: { content: "One two" } }] } });
  expect(requests).toHaveLength(1);
});

test("however often and wherever streams break, events, result and conversation have every part once, in order", async () => {
  const words = fc.array(fc.constantFrom("a", "b ", " c", "\n", "  ", "d\n\n", "", " "), { maxLength: 5 });
  const part = fc.record({ pieces: words, end: fc.constantFrom("broken" as const, "error" as const) });
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 2 }), words, async (parts, last) => {
      const pieces = [...last, "."];
      const { client, requests } = scriptStreams(...parts, { pieces });
      // A model that broke off before any output is not requested again, so that each part belongs to one model.
      const { screen, result, events } = await watch(client, {
        actions: { stream_interrupted: "next", server_error: "next" },
      });
      expect(screen).toBe(result!.text);
      expect(result!.messages.at(-1)).toMatchObject({ content: screen });
      expect(events.flatMap((event) => (event.type === "text-delta" ? [event.text] : []))).not.toContain("");
      const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, "");
      expect(withoutSpaces(screen)).toBe(withoutSpaces([...parts.flatMap((one) => one.pieces), ...pieces].join("")));
      // Each model received all that had been shown, without white space at its end.
      let shown = "";
      for (const [index, { messages }] of requests.entries()) {
        const said = messages[1]?.content ?? "";
        expect(withoutSpaces(said as string)).toBe(withoutSpaces(shown));
        expect(said).toBe((said as string).trimEnd());
        shown += (parts[index]?.pieces ?? []).join("");
      }
    }),
    { numRuns: 200 },
  );
});
