// Request bodies of any encoding that arrive in any pieces, with pauses, or break off: each is read completely, or its request ends.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliCompressSync, constants, deflateSync, gzipSync } from "node:zlib";
import { createMockServer } from "@patchbay/mock-server";
import { listen } from "@patchbay/service/http/listen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { campaignOf, inTime, until } from "../support/uneven-stream.ts";

const campaign = campaignOf(30);

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  plain: (text) => Buffer.from(text),
  identity: (text) => Buffer.from(text),
  gzip: (text) => gzipSync(text),
  deflate: (text) => deflateSync(text),
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

const upload = fc.record({
  encoding: fc.constantFrom(...Object.keys(encoders)),
  /** Bytes of random text, which compression hardly shortens. Much of it fills every buffer between socket and decoder. */
  size: fc.oneof(fc.nat(3000), fc.constantFrom(300_000, 1_500_000)),
  cuts: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 8 }),
  pauses: fc.array(fc.constantFrom(0, 0, 0, 1, 5), { minLength: 1, maxLength: 8 }),
  isChunked: fc.boolean(),
  /** The part of the body after which the client disconnects. Default: it sends all. */
  leaveAfter: fc.option(fc.double({ min: 0, max: 0.99, noNaN: true }), { nil: undefined, freq: 3 }),
});

test("a body is read completely, or its request ends with its client", async () => {
  const server = createMockServer({ rules: [{ reply: { status: 200, body: "Hi" } }] });
  let open = 0;
  const listening = await listen(
    async (request) => {
      open++;
      return server.handle(request).finally(() => open--);
    },
    { port: 0 },
  );
  await fc.assert(
    fc.asyncProperty(upload, async ({ encoding, size, cuts, pauses, isChunked, leaveAfter }) => {
      const content = randomBytes(Math.ceil(size * 0.75)).toString("base64");
      const body = encoders[encoding]!(
        JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content }] }),
      );
      const socket = connect(listening.port, "127.0.0.1");
      await once(socket, "connect");
      const closed = new Promise((resolve) => socket.once("close", resolve));
      let reply = "";
      socket.on("error", () => undefined).on("data", (data: Buffer) => (reply += data.toString()));
      const length = isChunked ? "transfer-encoding: chunked" : `content-length: ${body.length}`;
      const coding = encoding === "plain" ? "" : `content-encoding: ${encoding}\r\n`;
      socket.write(
        `POST /api/v1/chat/completions HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: Bearer sk-or-v1-test\r\n${coding}${length}\r\n\r\n`,
      );
      const end = leaveAfter === undefined ? body.length : Math.floor(body.length * leaveAfter);
      for (let at = 0, index = 0; at < end; index++) {
        // Later pieces are longer: a decoder takes as long for six bytes as for a thousand.
        const bytes = body.subarray(at, Math.min(at + Math.max(cuts[index % cuts.length]!, index - 40), end));
        if (isChunked) socket.write(`${bytes.length.toString(16)}\r\n`);
        socket.write(bytes);
        if (isChunked) socket.write("\r\n");
        at += bytes.length;
        const pause = index < 60 ? pauses[index % pauses.length]! : 0;
        if (pause > 0) await sleep(pause);
      }
      if (leaveAfter === undefined && isChunked) socket.write("0\r\n\r\n");
      if (leaveAfter !== undefined) socket.destroy();
      await inTime("The response", closed);
      if (leaveAfter === undefined) expect(reply).toMatch(/^HTTP\/1\.1 200 /);
      await until("that no request is open", () => open === 0);
    }),
    campaign,
  );
  await inTime("The shutdown", listening.close({ drain: 20_000 }));
  await until("that no request is open after the shutdown", () => open === 0);
});
