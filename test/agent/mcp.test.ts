// Tools of an MCP server, through the client and server of the MCP SDK.
import { createAgent, type RunEvent } from "@patchbay/agent";
import { mcpTools } from "@patchbay/agent/mcp";
import { createScriptedClient } from "@patchbay/agent/testing";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { expect, test } from "vitest";
import { z } from "zod";

const model = "any/model";

async function serve(): Promise<Client> {
  const server = new McpServer({ name: "lake", version: "1.0.0" });
  server.registerTool("add", { description: "Adds.", inputSchema: { a: z.number(), b: z.number() } }, ({ a, b }) => ({
    content: [{ type: "text", text: String(a + b) }],
  }));
  server.registerTool("photo", {}, () => ({
    content: [
      { type: "text", text: "The lake." },
      { type: "image", data: "AA==", mimeType: "image/png" },
    ],
  }));
  server.registerTool("fail", {}, () => ({ isError: true, content: [{ type: "text", text: "The lake is frozen." }] }));
  server.registerTool("dig", {}, async ({ _meta, sendNotification }) => {
    for (const progress of [1, 2])
      await sendNotification({
        method: "notifications/progress",
        params: { progress, progressToken: _meta!.progressToken! },
      });
    return { content: [{ type: "text", text: "water" }] };
  });
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1.0.0" });
  await Promise.all([server.connect(far), client.connect(near)]);
  return client;
}

async function resultAfter(name: string, given: object = {}): Promise<{ content: unknown; events: RunEvent[] }> {
  const { client, requests } = createScriptedClient([{ toolCalls: [{ name, arguments: given }] }, "Done."]);
  const events = await Array.fromAsync(createAgent({ client, model, tools: await mcpTools(await serve()) }).run("?"));
  return { content: requests[1]!.messages.at(-1)!.content, events };
}

test("MCP tools receive their arguments, and the model receives their schema and description", async () => {
  const tools = await mcpTools(await serve());
  expect(tools.map(({ name }) => name)).toEqual(["add", "photo", "fail", "dig"]);
  expect(tools[0]).toMatchObject({ description: "Adds.", inputJsonSchema: { required: ["a", "b"] } });
  expect((await resultAfter("add", { a: 2, b: 3 })).content).toBe("5");
});

test("images of an MCP tool reach the model as images", async () => {
  expect((await resultAfter("photo")).content).toEqual([
    { type: "text", text: "The lake." },
    { type: "image_url", image_url: { url: "data:image/png;base64,AA==" } },
  ]);
});

test("the model receives errors that the server returns and errors that it throws", async () => {
  expect((await resultAfter("fail")).content).toBe("Error: The lake is frozen.");
  expect((await resultAfter("add", { a: "two" })).content).toMatch(/^Error: .*(?:number|Invalid)/s);
});

test("progress of an MCP tool becomes tool-progress events", async () => {
  const { events, content } = await resultAfter("dig");
  expect(content).toBe("water");
  expect(events.flatMap((event) => (event.type === "tool-progress" ? [event.progress] : []))).toMatchObject([
    { progress: 1 },
    { progress: 2 },
  ]);
});

test("`allowedTools` selects tools, and `prefix` distinguishes servers", async () => {
  const client = await serve();
  const tools = [
    ...(await mcpTools(client, { prefix: "a_", allowedTools: ["add"] })),
    ...(await mcpTools(client, { prefix: "b_", allowedTools: ["add"] })),
  ];
  expect(tools.map(({ name }) => name)).toEqual(["a_add", "b_add"]);
  const { client: scriptedClient, requests } = createScriptedClient([
    { toolCalls: [{ name: "b_add", arguments: { a: 1, b: 1 } }] },
    "Done.",
  ]);
  await createAgent({ client: scriptedClient, model, tools }).run("?");
  expect(requests[1]!.messages.at(-1)!.content).toBe("2");
});
