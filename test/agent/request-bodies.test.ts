// What the agent sends: unchanged messages are not serialized again, and the bytes are those of the whole request.
import { createAgent, fallback, tool, type Observer, type Run } from "@patchbay/agent";
import { Patchbay, type ChatCompletionRequest, type ChatMessage } from "@patchbay/client";
import { expect, test, vi } from "vitest";

/** An API whose model calls the tool `add` this many times, and the bodies that it received. */
function service(steps: number): { readonly client: Patchbay; readonly bodies: string[]; readonly keys: unknown[] } {
  const bodies: string[] = [];
  const keys: unknown[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    bodies.push(await request.text());
    keys.push(request.headers.get("idempotency-key"));
    const call = { id: `c${bodies.length}`, type: "function", function: { name: "add", arguments: '{"a":1}' } };
    const isCall = bodies.length <= steps;
    const message = { role: "assistant", content: isCall ? null : "done", ...(isCall && { tool_calls: [call] }) };
    const finish_reason = isCall ? "tool_calls" : "stop";
    if (!(JSON.parse(bodies.at(-1)!) as { stream?: boolean }).stream)
      return Response.json({ id: "g", model: "m", choices: [{ index: 0, finish_reason, message }] });
    const delta = isCall ? { ...message, tool_calls: [{ index: 0, ...call }] } : message;
    const chunk = { id: "g", model: "m", choices: [{ index: 0, finish_reason, delta }] };
    const headers = { "content-type": "text/event-stream" };
    return new Response(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`, { headers });
  };
  return { client: new Patchbay({ apiKey: "k", fetch, maxRetries: 0 }), bodies, keys };
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

test.each<[kind: string, read: (run: Run<undefined>) => Promise<unknown>]>([
  ["awaited", async (run) => run],
  ["streamed", async (run) => Array.fromAsync(run)],
])(
  "a message of a run that is %s is serialized a fixed number of times, however many steps follow",
  async (_, read) => {
    const count = async (steps: number): Promise<number> => {
      const message = { role: "user" as const, content: "Count me." };
      const { client } = service(steps);
      const stringify = vi.spyOn(JSON, "stringify");
      try {
        await read(createAgent({ client, model: "a/b", tools: [add] }).run([message]));
        return stringify.mock.calls.filter(([value]) => value === message).length;
      } finally {
        stringify.mockRestore();
      }
    };
    // The first stream of a program loads the code that reads it.
    await count(0);
    const times = await count(3);
    expect(times).toBeGreaterThan(0);
    expect(await count(12)).toBe(times);
  },
);

test.each<[what: string, edit: (message: Record<string, unknown>, step: number) => void]>([
  ["the text of", (message, step) => (message.content = `step ${step}`)],
  [
    "a part of",
    (message, step) => (message.content = [{ type: "text", text: "x", cache_control: { ttl: `${step}m` } }]),
  ],
  ["a nested field of", (message, step) => Object.assign((message.extra ??= { deep: {} }), { deep: { step } })],
  ["a new field of", (message, step) => (message[`name${step}`] = step)],
  ["the order of the fields of", (message) => Object.assign(message, { content: take(message, "content") })],
])("a step that modifies %s a message sends it with another key", async (_, edit) => {
  const { client, bodies, keys } = service(3);
  const user: ChatMessage = { role: "user", content: "go" };
  const sent: string[] = [];
  const agent = createAgent({
    client,
    model: "a/b",
    tools: [add],
    prepareStep: ({ step, messages }) => {
      edit(messages[0] as unknown as Record<string, unknown>, step);
      sent.push(JSON.stringify(messages));
      return {};
    },
  });
  await agent.run([user]);
  expect(bodies.map((body) => JSON.stringify((JSON.parse(body) as { messages: unknown }).messages))).toEqual(sent);
  expect(new Set(keys).size).toBe(bodies.length);
});

test("a request that an observer keeps and modifies is sent with its present values", async () => {
  const { client, bodies } = service(1);
  const kept: ChatCompletionRequest[] = [];
  const observer: Observer = {
    onSpanStart(activity) {
      if (activity.type === "attempt") kept.push(activity.request);
      return undefined;
    },
  };
  const agent = createAgent({ client, model: "a/b", tools: [add], observers: [observer] });
  await agent.run("My name is Ada.");
  expect(kept).toHaveLength(2);
  for (const request of kept) {
    Object.assign(request.messages[0]!, { content: "(removed)" });
    Object.assign(request.tools![0]!, { function: { name: "removed" } });
    await client.chat.completions.create({ ...request, stream: false });
    expect(bodies.at(-1)).toBe(JSON.stringify({ ...request, stream: false }));
  }
});

function take(object: Record<string, unknown>, name: string): unknown {
  const { [name]: value } = object;
  delete object[name];
  return value;
}

test("a step that modifies a call or its result sends a history that providers accept", async () => {
  const { client, bodies } = service(3);
  const agent = createAgent({
    client,
    model: "a/b",
    tools: [add],
    prepareStep: ({ step, messages }) => {
      const result = messages.find(({ role }) => role === "tool");
      if (step === 4) Object.assign(result!, { content: { sum: 7 } });
      return {};
    },
  });
  await agent.run("go");
  const { messages } = JSON.parse(bodies[3]!) as { messages: ChatMessage[] };
  expect(messages.find(({ role }) => role === "tool")).toMatchObject({ content: '{"sum":7}' });
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
