// Responses of providers, cut at any byte and with pauses, to a reader that pauses, leaves or aborts: every event arrives, in order, and the
// connection neither stands still nor stays open.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createWire, type WireResponse } from "@patchbay/providers";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignOf, cut, delivery, inTime, type Piece, play, until } from "../support/uneven-stream.ts";

const campaign = campaignOf(40);

let server: Server;
let baseURL: string;
/** What the server sends next. */
let current: readonly Piece[] = [];
let open = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    open++;
    response.once("close", () => open--);
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    void (async () => {
      for await (const text of play(current, () => response.destroyed)) response.write(text);
      response.end();
    })();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** How a reader ends a response before its end. */
type Leave = "abort" | "release" | "signal";

/** Reads events until `count` have arrived. */
async function read(response: WireResponse, pauses: readonly number[], count: number): Promise<string[]> {
  const events = response.events("sse");
  const received: string[] = [];
  for (let index = 0; received.length < count; index++) {
    const batch = await events.next();
    if (!batch) break;
    received.push(...batch.map(({ data }) => data));
    const pause = pauses[index % pauses.length]!;
    if (pause > 0) await sleep(pause);
  }
  return received;
}

const leaving = fc.option(
  fc.record({ after: fc.nat(20), by: fc.constantFrom<Leave>("abort", "release", "signal"), isReading: fc.boolean() }),
  { nil: undefined, freq: 2 },
);
/** Texts that exceed what the wire keeps for a slow reader, too. */
const factor = fc.constantFrom(1, 1, 30, 400);

test("every event arrives, or the response ends with its reader", async () => {
  await fc.assert(
    fc.asyncProperty(delivery, factor, leaving, async ({ pieces, reading }, times, leave) => {
      const texts = pieces.map(({ text }) => text.repeat(times));
      const large = pieces.map(({ text, pause }) => ({ text: text.repeat(times), pause }));
      current = cut(texts.map((text) => `data: ${text}\n\n`).join(""), large);
      const wire = createWire();
      const controller = new AbortController();
      const { signal } = controller;
      const response = await wire.send(baseURL, { method: "POST", path: "/", format: "sse", body: "{}" }, { signal });
      const received = inTime("The response", read(response, reading.pauses, leave?.after ?? Infinity));
      if (!leave) expect(await received).toEqual(texts);
      else {
        // The reader may wait for the next event.
        if (leave.isReading) received.catch(() => undefined);
        else expect(texts.slice(0, (await received).length)).toEqual(await received);
        if (leave.by === "signal") controller.abort();
        else response[leave.by]();
        await received.catch(() => undefined);
      }
      await inTime("The end of the connections", wire.close({ drain: true }));
      await until("that the server has ended", () => open === 0);
    }),
    campaign,
  );
});
