// Compaction: what is dropped, what is summarized, and what stays unchanged.
import { createAgent, AgentError, tool, type CompactionOptions, type RunEvent } from "@patchbay/agent";
import { createScriptedClient, type ScriptedClient, type ScriptedTurn } from "@patchbay/agent/testing";
import type { ChatCompletionRequest, ChatMessage } from "@patchbay/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";
const read = tool({
  name: "read",
  inputSchema: z.object({ page: z.number() }),
  execute: ({ page }) => `page ${page} ${"x".repeat(4000)}`,
});
const call = (page: number): ScriptedTurn => ({ toolCalls: [{ name: "read", arguments: { page } }] });
/** Counts one token per character. */
const counted =
  (page: number) =>
  ({ messages }: ChatCompletionRequest): ScriptedTurn => ({
    toolCalls: [{ name: "read", arguments: { page } }],
    tokens: { prompt: messages.reduce((sum, { content }) => sum + (content?.length ?? 0), 0), completion: 1 },
  });

function agent(
  turns: readonly (ScriptedTurn | ((request: ChatCompletionRequest) => ScriptedTurn))[],
  compact: CompactionOptions,
) {
  const { client, requests } = createScriptedClient(turns);
  return { agent: createAgent({ client, model, tools: [read], compaction: compact }), requests };
}

const resultsOf = (request: ScriptedClient["requests"][number]): string[] =>
  request.messages.flatMap(({ role, content }) => (role === "tool" ? [String(content).slice(0, 6)] : []));

const eventsOf = (events: readonly RunEvent[]) => events.filter(({ type }) => type === "compaction");

test("results of old calls are dropped when the prompt exceeds maxPromptTokens, and the last ones stay", async () => {
  const turns = [counted(1), counted(2), counted(3), counted(4), "Read."];
  const { agent: reader, requests } = agent(turns, { maxPromptTokens: 10_000, keepLast: 2, summaryModel: false });
  const run = reader.run("Read all of it.");
  const events = await Array.fromAsync(run);
  expect(resultsOf(requests[2]!)).toEqual(["page 1", "page 2"]);
  expect(resultsOf(requests[3]!)).toEqual(["[This ", "page 2", "page 3"]);
  expect(eventsOf(events)[0]).toEqual({ type: "compaction", dropped: 1, summary: undefined, path: [] });
  expect((await run).text).toBe("Read.");
  // The state drops them as well, so that this happens once.
  expect((await run).state.messages.find(({ role }) => role === "tool")!.content).toMatch(
    /^\[This result of 4007 characters/,
  );
});

test("more results are dropped than necessary, so that the prompt stays stable and can be cached", async () => {
  const pages = 12;
  const turns = [...Array.from({ length: pages }, (_, index) => counted(index + 1)), "Read." as const];
  const { agent: reader } = agent(turns, { maxPromptTokens: 24_000, keepLast: 1 });
  const compactions = eventsOf(await Array.fromAsync(reader.run("Read all of it.")));
  expect(compactions.length).toBeGreaterThan(1);
  expect(compactions.length).toBeLessThan(pages / 2);
});

test("if dropping results is not enough, the model summarizes the beginning, which is billed and reported", async () => {
  // About 22,500 tokens.
  const long = "y".repeat(90_000);
  const { client, requests } = createScriptedClient([
    { text: "It was y, often.", cost: 0.25 },
    { text: "Third.", cost: 0.5 },
  ]);
  const reader = createAgent({ client, model, tools: [read], compaction: { maxPromptTokens: 20_000, keepLast: 1 } });
  const run = reader.run([
    { role: "user", content: "Begin." },
    { role: "assistant", content: long },
    { role: "user", content: "And?" },
    { role: "assistant", content: "Second." },
    { role: "user", content: "And now?" },
  ]);
  const events = await Array.fromAsync(run);
  const result = await run;
  expect(eventsOf(events)).toEqual([{ type: "compaction", dropped: 0, summary: "It was y, often.", path: [] }]);
  expect(requests[0]!.messages).toHaveLength(1);
  expect(requests[0]).not.toHaveProperty("tools");
  expect(requests[0]!.messages[0]!.content).toMatch(/user: Begin\.\n\nassistant: y+ \[…\]\n\nuser: And\?$/);
  expect(requests[1]!.messages.map(({ role, content }) => `${role}: ${String(content)}`)).toEqual([
    "user: Begin.",
    "user: And?",
    "user: Summary of the conversation so far:\n\nIt was y, often.",
    "assistant: Second.",
    "user: And now?",
  ]);
  // The summary is not an output of the run.
  expect(events.flatMap((event) => (event.type === "text-delta" ? [event.text] : [])).join("")).toBe("Third.");
  expect(result).toMatchObject({ text: "Third.", cost: 0.75 });
  expect(result.attempts).toHaveLength(2);
  expect(result.steps).toHaveLength(1);
});

test("`summaryModel` selects another model or disables summaries", async () => {
  const history: ChatMessage[] = [
    { role: "user", content: "Say z." },
    { role: "assistant", content: "z".repeat(90_000) },
    { role: "user", content: "Sure?" },
    { role: "assistant", content: "Yes." },
  ];
  const ask = async (summary: string | false): Promise<ScriptedClient["requests"]> => {
    const { client, requests } = createScriptedClient(["In short.", "Fine."]);
    await createAgent({ client, model, compaction: { maxPromptTokens: 1000, keepLast: 1, summaryModel: summary } }).run(
      [...history, { role: "user", content: "Hm." }],
    );
    return requests;
  };
  expect((await ask("cheap/one")).map((request) => request.model)).toEqual(["cheap/one", model]);
  const whole = await ask(false);
  expect(whole).toHaveLength(1);
  expect(whole[0]!.messages).toHaveLength(5);
});

test("a failed summary does not fail the run: the conversation continues unchanged", async () => {
  const { client, requests } = createScriptedClient([{ status: 400 }, "Fine."]);
  const history: ChatMessage[] = [
    { role: "user", content: "Say z." },
    { role: "assistant", content: "z".repeat(90_000) },
    { role: "assistant", content: "Yes." },
  ];
  const result = await createAgent({ client, model, compaction: { maxPromptTokens: 1000, keepLast: 1 } }).run([
    ...history,
    { role: "user", content: "Hm." },
  ]);
  expect(result.text).toBe("Fine.");
  expect(result.attempts.map(({ outcome }) => outcome)).toEqual(["failed", "succeeded"]);
  expect(requests[1]!.messages).toHaveLength(4);
});

test("when the API reports that the prompt is too long, the agent compacts and repeats the step once", async () => {
  const tooLong = { status: 400, message: "This model's maximum context length is 8 tokens." };
  const make = (turns: readonly ScriptedTurn[]) => agent(turns, { maxPromptTokens: 1_000_000, keepLast: 1 });
  const { agent: reader, requests } = make([call(1), call(2), tooLong, "Read."]);
  expect((await reader.run("Read.")).text).toBe("Read.");
  expect(resultsOf(requests[2]!)).toEqual(["page 1", "page 2"]);
  expect(resultsOf(requests[3]!)).toEqual(["[This ", "page 2"]);
  const { agent: other } = make([call(1), call(2), tooLong, tooLong]);
  await expect(other.run("Read.")).rejects.toMatchObject({ status: 400 });
});

test("reasoning goes back to the model verbatim, also from a state", async () => {
  const details = [
    { type: "reasoning.encrypted", data: "gAAAA+/=", id: "rs_1", format: "openai-responses-v1", index: 0 },
  ];
  const { client, requests } = createScriptedClient([
    (request) => {
      expect(request.messages).toHaveLength(1);
      return { toolCalls: [{ name: "read", arguments: { page: 1 } }], reasoningDetails: details };
    },
    "Read.",
    "Again.",
  ]);
  const reader = createAgent({ client, model, tools: [read] });
  const { state } = await reader.run("Read.");
  expect(requests[1]!.messages[1]).toMatchObject({ role: "assistant", reasoning_details: details });
  await reader.run("Again?", { state: JSON.parse(JSON.stringify(state)) as typeof state });
  expect(requests[2]!.messages[1]).toMatchObject({ reasoning_details: details });
});

test.each([
  ["no room", { maxPromptTokens: 0 }, /`maxPromptTokens` of compaction must be .*got 0/],
  ["nothing to keep", { maxPromptTokens: 10, keepLast: 0 }, /`keepLast` of compaction must be .*got 0/],
])("%s is rejected", (_, compact, message) => {
  const make = (): unknown => createAgent({ client: createScriptedClient([]).client, model, compaction: compact });
  expect(make).toThrow(AgentError);
  expect(make).toThrow(message);
});

test("whatever is dropped, each call keeps its result, and the last responses are whole", async () => {
  const plan = fc.array(fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(
      plan,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 50, max: 4000 }),
      async (steps, keep, tokens) => {
        const sized = tool({
          name: "sized",
          inputSchema: z.object({ length: z.number(), mark: z.string() }),
          execute: ({ length, mark }) => `${mark} ${"x".repeat(length)}`,
        });
        const turns: ScriptedTurn[] = steps.map((sizes, step) => ({
          toolCalls: sizes.map((length, index) => ({
            name: "sized",
            arguments: { length, mark: `${step}.${index}` },
          })),
        }));
        const { client, requests } = createScriptedClient([
          ...turns.map((turn) => (request: ChatCompletionRequest) => (check(request), turn)),
          (request) => (check(request), "Done."),
        ]);
        const check = ({ messages }: ChatCompletionRequest): void => {
          const open: string[] = [];
          for (const message of messages) {
            if (message.role === "tool") {
              expect(open.shift()).toBe(message.tool_call_id);
              continue;
            }
            expect(open).toEqual([]);
            if (message.role === "assistant") open.push(...(message.tool_calls ?? []).map(({ id }) => id));
          }
          expect(open).toEqual([]);
          const answers = messages.filter(({ role }) => role === "assistant").length;
          const from = messages.findIndex(
            (message, at) =>
              message.role === "assistant" &&
              messages.slice(at).filter(({ role }) => role === "assistant").length === Math.min(keep, answers),
          );
          for (const message of messages.slice(Math.max(from, 0)))
            if (message.role === "tool") expect(message.content).toMatch(/^\d\.\d x*$/);
        };
        const { text } = await createAgent({
          client,
          model,
          tools: [sized],
          compaction: { maxPromptTokens: tokens, keepLast: keep, summaryModel: false },
        }).run("Go.");
        expect(text).toBe("Done.");
        expect(requests).toHaveLength(steps.length + 1);
      },
    ),
    { numRuns: 60 },
  );
});
