// What the agent sends: unchanged messages are not serialized again, and the bytes are those of the whole request.
import { createAgent, fallback, tool } from "@patchbay/agent";
import { Patchbay, type ChatMessage } from "@patchbay/client";
import { expect, test } from "vitest";

/** An API whose model calls the tool `add` this many times, and the bodies that it received. */
function service(steps: number): { readonly client: Patchbay; readonly bodies: string[] } {
  const bodies: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    bodies.push(await request.text());
    const call = { id: `c${bodies.length}`, type: "function", function: { name: "add", arguments: '{"a":1}' } };
    const isCall = bodies.length <= steps;
    const message = { role: "assistant", content: isCall ? null : "done", ...(isCall && { tool_calls: [call] }) };
    const finish_reason = isCall ? "tool_calls" : "stop";
    return Response.json({ id: "g", model: "m", choices: [{ index: 0, finish_reason, message }] });
  };
  return { client: new Patchbay({ apiKey: "k", fetch, maxRetries: 0 }), bodies };
}

const add = tool({ name: "add", allowRepeatedCalls: true, execute: () => ({ sum: "\ud800 \u2028 €" }) });

test.each([
  ["one model", "a/b"],
  ["a fallback", fallback(["a/b", "c/d"])],
] as const)("each request to %s has the fields and the characters of the whole conversation", async (_, model) => {
  const { client, bodies } = service(3);
  const agent = createAgent({
    client,
    model,
    instructions: 'Lone: \udc00, "quoted"',
    tools: [add],
    request: { user: "u" },
  });
  const { messages } = await agent.run([{ role: "user", content: "1 \ud800" }]);
  expect(bodies).toHaveLength(4);
  for (const [at, body] of bodies.entries()) {
    const sent = JSON.parse(body) as { messages: ChatMessage[] };
    expect(body).toBe(JSON.stringify(sent));
    expect(Object.keys(sent).toSorted()).toEqual(["messages", "model", "stream", "tools", "user"]);
    const [system, user, ...rest] = sent.messages;
    expect(system).toEqual({ role: "system", content: 'Lone: \ufffd, "quoted"' });
    expect(user).toEqual({ role: "user", content: "1 \ufffd" });
    expect(rest).toEqual(messages.slice(1, 1 + at * 2));
  }
});

test("a message is serialized a fixed number of times, however many steps follow", async () => {
  const count = async (steps: number): Promise<number> => {
    let reads = 0;
    const part = {
      type: "text" as const,
      get text() {
        reads++;
        return "Count me.";
      },
    };
    const { client } = service(steps);
    await createAgent({ client, model: "a/b", tools: [add] }).run([{ role: "user", content: [part] }]);
    return reads;
  };
  expect(await count(12)).toBe(await count(3));
});

test("a message that cannot be sent is named by its place, also after requests without it", async () => {
  const { client } = service(2);
  const agent = createAgent({
    client,
    model: "a/b",
    tools: [add],
    prepareStep: ({ step, messages }) =>
      step === 1 ? {} : { messages: [...messages, { role: "user", content: 1n as unknown as string }] },
  });
  await expect(agent.run("go")).rejects.toThrow("`messages.3.content` of chat.completions.create cannot be sent");
});
