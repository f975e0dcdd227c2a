// A caller that provokes failures: the endpoint stays open for other callers.
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, type GatewayInProcess, oneModel, startInProcess } from "../support/gateway-in-process.ts";
import { type ProviderBehavior, type ProviderServer, startProvider } from "../support/provider-server.ts";

let provider: ProviderServer;
let gateway: GatewayInProcess;
let victim: string;
beforeAll(async () => {
  provider = await startProvider();
  gateway = await startInProcess(oneModel(provider.url));
  victim = await gateway.createKey({});
});
afterAll(async () => {
  await gateway.stop();
  await provider.stop();
});

const statuses = [400, 404, 413, 414, 422, 431, 451];
const provoked: [string, ProviderBehavior, boolean?][] = [
  ...statuses.map((status): [string, ProviderBehavior] => [`are answered with ${status}`, { status, message: "No." }]),
  ["have an empty answer", { pieces: [] }],
  ["have an empty answer because of their length", { pieces: [], finish: "length" }],
  ["have a filtered answer", { pieces: [], finish: "filter" }],
  ["are left before their answer", { hang: "before-headers" }, true],
  ["are left during their answer", { hang: "after-first-token" }, true],
];

test.each(provoked)(
  "requests that %s do not close the endpoint for others",
  async (_name, behavior, isLeft = false) => {
    provider.behave(behavior);
    const send = async (stream: boolean): Promise<unknown> => {
      const signal = isLeft ? { signal: AbortSignal.timeout(20) } : {};
      const response = await gateway.call("/api/v1/chat/completions", { body: ask({ stream }), ...signal });
      return response.text();
    };
    for (let round = 0; round < 25; round++) await send(round % 2 === 0).catch(() => "left");
    provider.behave({});
    const response = await gateway.call("/api/v1/chat/completions", { key: victim, body: ask() });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Hello there.")]);
  },
);
