// Providers that repeat what they were sent: no secret of the configuration reaches a caller.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type GatewayInProcess, oneModel, startInProcess } from "../support/gateway-in-process.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";

type Received = ProviderServer["requests"][number];

const secrets = ["provider-secret-0123456789", "hunter2-token-of-a-header"];

let provider: ProviderServer;
let gateway: GatewayInProcess;
beforeAll(async () => {
  provider = await startProvider();
  const { providers, models } = oneModel(provider.url);
  const headers = { "x-token": secrets[1], "x-version": "2" };
  const routing = { breaker: { failures: 1000 } };
  gateway = await startInProcess({ providers: { a: { ...providers.a, headers } }, models, routing });
});
afterAll(async () => {
  await gateway.stop();
  await provider.stop();
});

const echo = ({ headers }: Received): string => `key ${headers.authorization}, token ${String(headers["x-token"])}`;
const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

const stream = { contentType: "text/event-stream" };
const echoes: [string, (request: Received) => ProviderBehavior][] = [
  ["in an error", (request) => ({ status: 400, message: echo(request) })],
  ["in an error that is not JSON", (request) => ({ status: 500, body: echo(request), contentType: "text/plain" })],
  ["in a page", (request) => ({ body: `<html>${echo(request)}`, contentType: "text/html" })],
  ["in an event that is not JSON", (request) => ({ body: `data: ${echo(request)}\n\n`, ...stream })],
  ["in an error under status 200", (request) => ({ body: event({ error: { message: echo(request) } }), ...stream })],
  [
    "in an error after the first token",
    (request) => ({
      body: event({ choices: [{ index: 0, delta: { content: "a" } }] }) + event({ error: { message: echo(request) } }),
      ...stream,
    }),
  ],
];

async function expectHidden(behave: (request: Received) => ProviderBehavior, isStream: boolean): Promise<void> {
  provider.reset();
  provider.behave(behave);
  const response = await gateway.call("/api/v1/chat/completions", { body: ask({ stream: isStream }) });
  const text = await response.text();
  expect(provider.requests.length, text).toBeGreaterThan(0);
  for (const secret of [...secrets, provider.url]) expect(text).not.toContain(secret);
}

test.each(echoes.flatMap(([name, behave]) => [true, false].map((isStream) => [name, isStream, behave] as const)))(
  "a secret %s is hidden, with stream: %s",
  (_name, isStream, behave) => expectHidden(behave, isStream),
);

// The last test: the key is not used again for a while.
test("a secret in the rejection of the key is hidden", () =>
  expectHidden((request) => ({ status: 401, message: echo(request) }), false));
