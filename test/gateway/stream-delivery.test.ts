// Streams of every kind of provider, cut at any byte and with pauses, to clients that read unevenly or leave: the output arrives completely
// and in order, and nothing waits without end.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answer } from "@patchbay/service/http/listen";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anthropic } from "../support/provider-server/anthropic.ts";
import { replyOf } from "../support/provider-server/behavior.ts";
import { cohere } from "../support/provider-server/cohere.ts";
import { gemini } from "../support/provider-server/gemini.ts";
import { ollama } from "../support/provider-server/ollama.ts";
import { openai } from "../support/provider-server/openai.ts";
import type { ProviderFormat } from "../support/provider-server/reply.ts";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";
import {
  campaignOf,
  chatRequest,
  cut,
  type Delivery,
  delivery,
  inTime,
  play,
  type Received,
  readChat,
  receive,
  textOf,
  until,
} from "../support/uneven-stream.ts";

const campaign = campaignOf(15);

/** Kind of provider → its base path and its format. */
const kinds: Readonly<Record<string, readonly [path: string, format: ProviderFormat]>> = {
  "openai-compatible": ["/v1", openai],
  anthropic: ["/v1", anthropic],
  gemini: ["/v1beta", gemini],
  cohere: ["", cohere],
  ollama: ["", ollama],
};

let gateway: TestGateway;
let key: string;
let provider: Server;
/** What the provider sends next. */
let current: Delivery & { readonly breakAfter?: number | undefined };
let openRequests = 0;

beforeAll(async () => {
  provider = createServer((request, response) => {
    openRequests++;
    response.once("close", () => openRequests--);
    request.resume().once("end", () => {
      const path = request.url!;
      const format = Object.values(kinds).find(([, one]) => one.path.test(path))![1];
      const { pieces, breakAfter = Infinity } = current;
      const reply = replyOf({ pieces: pieces.map(({ text }) => text) }, "m", "r1");
      const wire = format.events(reply, path).map(({ text }) => text);
      response.writeHead(200, { "content-type": format.contentType(path) });
      void (async () => {
        let sent = 0;
        for await (const text of play(cut(wire.join(""), pieces), () => response.destroyed)) {
          response.write(text);
          sent += text.length;
          // What was written is sent before.
          if (sent > breakAfter) return setTimeout(() => response.destroy(), 2);
        }
        return response.end();
      })();
    });
  });
  const url = `http://127.0.0.1:${await listen(provider)}`;
  const names = Object.keys(kinds);
  gateway = await createTestGateway({
    providers: Object.fromEntries(
      names.map((kind) => [kind, { kind, baseURL: `${url}${kinds[kind]![0]}`, apiKey: "provider-secret" }]),
    ),
    models: names.flatMap((kind) =>
      // An endpoint that breaks several times is not tried for a while.
      [kind, ...Array.from({ length: campaign.numRuns! }, (_, index) => `${kind}-${index}`)].map((name) => ({
        id: `acme/${name}`,
        context: 100_000,
        endpoints: [{ provider: kind, model: "m", price: { prompt: 1, completion: 1 } }],
      })),
    ),
  });
  key = (await gateway.createKey()).secret;
});

afterAll(async () => {
  await gateway.close();
  provider.closeAllConnections();
  provider.close();
});

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Sends a stream through the gateway. Returns what the client received, once nothing of it is open. */
async function deliver(model: string, given: typeof current): Promise<Received> {
  current = given;
  const { highWaterMark, reading } = given;
  const server = createServer({ highWaterMark }, (request, response) =>
    answer(gateway.gateway.handle, request, response),
  );
  const request = chatRequest(`acme/${model}`, key);
  const received = await inTime("The response", receive(await listen(server), request, reading));
  await until("that the provider has ended", () => openRequests === 0);
  await inTime("The end of the request", gateway.gateway.idle());
  await inTime("The shutdown", new Promise((resolve) => server.close(resolve)));
  return received;
}

const pendingCredits = async (): Promise<bigint> => (await gateway.gateway.store.ledger.balanceOf("default")).pending;

test.each(Object.keys(kinds))("a stream of %s arrives completely, or ends when its client leaves", async (kind) => {
  await fc.assert(
    fc.asyncProperty(delivery, async (given) => {
      const { body, hasLeft } = await deliver(kind, given);
      if (!hasLeft) expect(readChat(body)).toBe(textOf(given.pieces));
    }),
    campaign,
  );
  await expect.poll(pendingCredits).toBe(0n);
});

test.each(Object.keys(kinds))("a stream of %s that breaks ends with an error for its client", async (kind) => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(delivery, fc.nat(3000), async (given, breakAfter) => {
      const { body, hasLeft } = await deliver(`${kind}-${count++}`, { ...given, breakAfter });
      const isWhole = readChat(body) === textOf(given.pieces);
      if (!hasLeft && !isWhole) expect(body).toMatch(/"error":\{"code":50\d,/);
    }),
    campaign,
  );
  await expect.poll(pendingCredits).toBe(0n);
});
