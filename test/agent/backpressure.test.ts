// Backpressure: with a slow event consumer, tools and sub-agents wait where they yield, so that memory stays bounded.
import { createAgent, tool, type RunEvent } from "@patchbay/agent";
import { mcpTools, type McpClient } from "@patchbay/agent/mcp";
import { createScriptedClient } from "@patchbay/agent/testing";
import { expect, test } from "vitest";

const model = "any/model";
/** More events than the buffer holds. */
const many = 5000;
const call = (name: string, given: object = {}) => ({ toolCalls: [{ name, arguments: given }] });
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** A tool that counts, and records its progress and whether it was closed. */
function counter(options: { readonly timeout?: number } = {}) {
  const state = { made: 0, isCleaned: false };
  const count = tool({
    name: "count",
    ...options,
    async *execute() {
      try {
        for (; state.made < many; state.made++) {
          if (state.made % 500 === 0) await soon();
          yield state.made;
        }
        return "counted";
      } finally {
        state.isCleaned = true;
      }
    },
  });
  return { count, state };
}

test("a tool waits at its yield while its progress is not consumed, and no event is lost", async () => {
  const { count, state } = counter();
  const { client } = createScriptedClient([call("count"), "Done."]);
  const seen: unknown[] = [];
  for await (const event of createAgent({ client, model, tools: [count] }).run("Go.")) {
    if (event.type !== "tool-progress") continue;
    seen.push(event.progress);
    if (seen.length % 1000 !== 1) continue;
    await soon();
    await soon();
    expect(state.made - seen.length).toBeLessThan(250);
  }
  expect(seen).toEqual(Array.from({ length: many }, (_, at) => at));
});

test("a tool does not wait when the run is awaited", async () => {
  const { count, state } = counter();
  const { client } = createScriptedClient([call("count"), "Done."]);
  expect((await createAgent({ client, model, tools: [count] }).run("Go.")).text).toBe("Done.");
  expect(state.made).toBe(many);
});

test.each([
  ["an abort", { signal: true }],
  ["its time limit", { timeout: 50 }],
  ["the time of the run", { runTimeout: 50 }],
  ["leaving", {}],
])("a tool that waits for its consumer is ended by %s, and cleans up", async (_, end) => {
  const { timeout, signal, runTimeout } = end as { timeout?: number; signal?: true; runTimeout?: number };
  const { count, state } = counter(timeout === undefined ? {} : { timeout });
  const { client } = createScriptedClient([call("count"), "Done."]);
  const controller = new AbortController();
  const agent = createAgent({
    client,
    model,
    tools: [count],
    ...(runTimeout !== undefined && { limits: { timeout: runTimeout } }),
  });
  const run = agent.run("Go.", { signal: controller.signal });
  const watch = async (): Promise<void> => {
    for await (const event of run) {
      if (event.type !== "tool-progress") continue;
      if (signal) controller.abort(new Error("enough"));
      if (!timeout && !runTimeout && !signal) break;
      // No event is consumed until long after the end.
      if (event.progress === 0) await new Promise((resolve) => setTimeout(resolve, 150));
    }
  };
  await watch().catch(() => undefined);
  await soon();
  expect(state.isCleaned).toBe(true);
  expect(state.made).toBeLessThan(many);
});

test("a sub-agent waits for a slow consumer, and no event is lost", async () => {
  const text = "word ".repeat(2000);
  const { client } = createScriptedClient([call("helper", { input: "Go." }), text, "Done."]);
  let taken = 0;
  const helper = createAgent({ client, model, name: "helper", observers: { onEvent: () => void taken++ } });
  const seen: RunEvent[] = [];
  for await (const event of createAgent({ client, model, tools: [helper] }).run("Go.")) {
    if (event.path.length === 0) continue;
    seen.push(event);
    if (seen.length !== 10) continue;
    await soon();
    await soon();
    expect(taken).toBeLessThan(300);
  }
  expect(seen.flatMap((event) => (event.type === "text-delta" ? [event.text] : [])).join("")).toBe(text);
});

test("parallel tools finish, however slow the consumer is", async () => {
  const one = counter();
  const quick = tool({ name: "quick", execute: () => "quick" });
  const turn = {
    toolCalls: [
      { name: "count", arguments: {} },
      { name: "quick", arguments: {} },
    ],
  };
  const { client } = createScriptedClient([turn, "Done."]);
  const run = createAgent({ client, model, tools: [one.count, quick] }).run("Go.");
  let ends = 0;
  for await (const event of run) {
    if (event.type === "tool-end") ends++;
    if (event.type === "tool-progress" && Number(event.progress) % 1000 === 0) await soon();
  }
  expect(ends).toBe(2);
  expect((await run).text).toBe("Done.");
});

test("progress of an MCP server, which cannot wait, is reduced for a slow consumer, and the newest stays", async () => {
  const server: McpClient = {
    listTools: () => Promise.resolve({ tools: [{ name: "long", inputSchema: { type: "object" } }] }),
    callTool: async (_, __, options) => {
      await soon();
      for (let at = 0; at < many; at++) options?.onprogress?.({ progress: at } as never);
      return { content: [{ type: "text", text: "done" }] };
    },
  };
  const { client } = createScriptedClient([call("long"), "Done."]);
  const seen: number[] = [];
  for await (const event of createAgent({ client, model, tools: await mcpTools(server) }).run("Go."))
    if (event.type === "tool-progress") seen.push((event.progress as { progress: number }).progress);
  expect(seen.length).toBeLessThan(300);
  expect(seen.at(-1)).toBe(many - 1);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
