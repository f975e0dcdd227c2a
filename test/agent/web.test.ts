// A run as the response of a web route, and its reader.
import { createAgent, tool, type RunEvent } from "@patchbay/agent";
import { createScriptedClient } from "@patchbay/agent/testing";
import { readRunEvents, RemoteRunError, toResponse, type WebEvent } from "@patchbay/agent/web";
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { expect, test } from "vitest";

const model = "any/model";
const now = tool({ name: "now", execute: () => "noon" });

test('with `events: "all"` the events of a run arrive unchanged', async () => {
  const turns = [{ toolCalls: [{ name: "now", arguments: {} }] }, "It is noon — größer 🎛️."];
  const here = createAgent({ client: createScriptedClient(turns).client, model, tools: [now] }).run("?");
  const there = createAgent({ client: createScriptedClient(turns).client, model, tools: [now] }).run("?");
  const timeless = (events: readonly (RunEvent | WebEvent)[]): unknown =>
    JSON.parse(
      JSON.stringify(events, (name, value: unknown) =>
        name === "durationMs" || name === "timeToFirstTokenMs" ? 0 : value,
      ),
    );
  const response = toResponse(there, { events: "all" });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(timeless(await Array.fromAsync(readRunEvents(response)))).toEqual(timeless(await Array.fromAsync(here)));
});

test("a failure arrives with its name only, unless the route adds a message", async () => {
  const failing = (): ReturnType<typeof createScriptedClient>["client"] =>
    createScriptedClient([{ status: 402, message: "a secret" }]).client;
  const read = (response: Response): Promise<unknown> =>
    Array.fromAsync(readRunEvents(response)).then(undefined, (error: unknown) => error);
  const silent = await read(toResponse(createAgent({ client: failing(), model }).run("?")));
  expect(silent).toBeInstanceOf(RemoteRunError);
  expect(silent).toMatchObject({ errorName: "ApiError", message: "ApiError" });
  const withReason = await read(
    toResponse(createAgent({ client: failing(), model }).run("?"), { onError: ({ message }) => message }),
  );
  expect(withReason).toMatchObject({ message: expect.stringContaining("a secret") as string });
});

test("events that end before the run did are an error, as is an error response", async () => {
  const whole = await toResponse(
    createAgent({ client: createScriptedClient(["One two."]).client, model }).run("?"),
  ).text();
  const cut = new Response(whole.slice(0, whole.lastIndexOf("data: ")));
  await expect(Array.fromAsync(readRunEvents(cut))).rejects.toThrow("ended before the run did");
  await expect(Array.fromAsync(readRunEvents(new Response("no", { status: 403 })))).rejects.toThrow("403");
});

test("over a port: when the browser disconnects, the run and its request end", async () => {
  const server = createMockServer({ tokenDelay: 20, script: ["word ".repeat(200)] });
  const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: server.fetch });
  const http = createServer((_, response) => {
    const { body } = toResponse(createAgent({ client, model: "openai/gpt-5-mini" }).run("Write a story."));
    const source = Readable.fromWeb(body as WebStream);
    response.on("close", () => source.destroy());
    source.on("error", () => undefined).pipe(response);
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  let seen = 0;
  for await (const { type } of readRunEvents(await fetch(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)))
    if (type === "text-delta" && ++seen === 2) break;
  await expect.poll(() => server.journal.last?.cost ?? 0).toBeGreaterThan(0);
  expect(server.journal.last!.cost).toBeLessThan(0.0002);
  http.close();
  http.closeAllConnections();
});
