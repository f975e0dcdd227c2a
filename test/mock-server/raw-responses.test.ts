// Raw responses, to test parsers in any language.
import { createMockServer, type RawResponse } from "@patchbay/mock-server";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";

interface Wire {
  readonly head: string;
  /** The chunks of the transfer encoding, or the body in one piece. */
  readonly chunks: string[];
  readonly end: "closed" | "reset" | "open" | "whole";
}

/**
 * The bytes of one response to `GET /models` on a bare socket. The wait is short only for a response that is expected to stay
 * open, so that a slow machine does not affect the others.
 */
async function wire(raw: RawResponse, expected: Wire["end"] = "whole"): Promise<Wire> {
  const server = createMockServer({ rules: [{ reply: { raw } }] });
  const listening = await server.listen({ port: 0 });
  const [text, end] = await new Promise<[string, Wire["end"]]>((resolve) => {
    let text = "";
    const socket = connect(listening.port, "127.0.0.1");
    const done = (end: Wire["end"]): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve([text, end]);
    };
    let patience = setTimeout(() => done("open"), 20_000);
    socket.setEncoding("latin1").on("data", (data: string) => {
      text += data;
      if (expected === "open" && text.includes("\r\n\r\n")) {
        clearTimeout(patience);
        patience = setTimeout(() => done("open"), 200);
      }
      if (text.endsWith("\r\n0\r\n\r\n")) done("whole");
    });
    socket.on("end", () => done("closed")).on("error", () => done("reset"));
    socket.write("GET /api/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
  });
  await listening.close();
  const at = text.indexOf("\r\n\r\n");
  const [head, body] = [text.slice(0, at), text.slice(at + 4)];
  const isChunked = /transfer-encoding: chunked/i.test(head);
  return { head, end, chunks: isChunked ? chunksIn(body) : [body] };
}

function chunksIn(body: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < body.length;) {
    const line = body.indexOf("\r\n", at);
    const size = Number.parseInt(body.slice(at, line), 16);
    if (!(size > 0)) break;
    chunks.push(body.slice(line + 2, line + 2 + size));
    at = line + 4 + size;
  }
  return chunks;
}

describe("`split` and `chunks` set the chunks of a raw body", () => {
  test.each<[raw: RawResponse, chunks: string[]]>([
    [{ text: "data: 1\n\ndata: 2\n\n" }, ["data: 1\n\ndata: 2\n\n"]],
    [{ text: "data: 1\n\ndata: 2\r\n\r\ndata: 3", split: "event" }, ["data: 1\n\n", "data: 2\r\n\r\n", "data: 3"]],
    [{ text: "a\r\nb\r\n\r\nc\r\rd\n\r\ne", split: "event" }, ["a\r\nb\r\n\r\n", "c\r\r", "d\n\r\n", "e"]],
    [{ text: "a\rb\r\nc\nd", split: "line" }, ["a\r", "b\r\n", "c\n", "d"]],
    [{ text: "abc", split: "byte" }, ["a", "b", "c"]],
    [{ text: "ö", split: "byte" }, ["\u00C3", "\u00B6"]],
    [{ text: "abcde", split: 2 }, ["ab", "cd", "e"]],
    [{ text: "abcde", split: 99 }, ["abcde"]],
    [{ text: "abcde", split: [1, 4, 99] }, ["a", "bcd", "e"]],
    [{ base64: "/wD+", split: "byte" }, ["\u00FF", "\u0000", "\u00FE"]],
    [{ chunks: ["a", { text: "b" }, { base64: "Yw==", gap: 1 }] }, ["a", "b", "c"]],
    [{ text: "" }, []],
    [{}, []],
  ])("%j", async (raw, chunks) => {
    const got = await wire(raw);
    expect(got.chunks).toEqual(chunks);
    expect(got.end).toBe("whole");
    expect(got.head).toMatch(/^HTTP\/1\.1 200 /);
    expect(got.head).not.toMatch(/content-type/i);
  });
});

describe("`end` sets the end of a raw response", () => {
  test.each<[raw: RawResponse, end: Wire["end"]]>([
    [{ text: "ab", end: "end" }, "whole"],
    [{ text: "ab", end: "cut" }, "closed"],
    [{ text: "ab", end: "stall" }, "open"],
    [{ text: "ab", end: "reset" }, "reset"],
    [{ text: "", end: "stall" }, "open"],
    [{ text: "ab", headers: { "content-length": 5 }, end: "cut" }, "closed"],
    [{ text: "ab", headers: { "Content-Length": "5" }, end: "stall" }, "open"],
  ])("%j", async (raw, end) => {
    const got = await wire(raw, end);
    expect(got.end).toBe(end);
    expect(got.head).toMatch(/^HTTP\/1\.1 200 /);
    expect(got.chunks.join("")).toBe(raw.text);
  });
});

test("a raw response has only the status and the headers of its rule", async () => {
  const raw: RawResponse = {
    status: 206,
    headers: { "X-Odd": "größe", "content-type": "text/event-stream" },
    text: "x",
  };
  const { head } = await wire(raw);
  expect(head).toMatch(/^HTTP\/1\.1 206 /);
  expect(head).toMatch(/^x-odd: gr\u00F6\u00DFe\r$/m);
  expect(head).not.toMatch(/x-patchbay/);
});

test("a list of header values sends the header once per value, over a socket and in process", async () => {
  const headers = { "Set-Cookie": ["a=1", "b=2, c"], "x-one": ["only"], __proto__: ["own"], "x-a": "1" };
  const { head } = await wire({ headers, text: "x" });
  expect(head.match(/^set-cookie: .*(?=\r)/gim)).toEqual(["set-cookie: a=1", "set-cookie: b=2, c"]);
  expect(head).toMatch(/^x-one: only\r$/m);
  const server = createMockServer();
  server.on({}, { times: 3 }).reply({ raw: { headers } }, { body: {}, headers }, { content: "x", headers });
  for (let turn = 0; turn < 3; turn++) {
    const response = await server.fetch("http://x/api/v1/chat/completions", {
      method: "POST",
      headers: { authorization: "Bearer sk-or-v1-test" },
      body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }] }),
    });
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2, c"]);
    expect(response.headers.get("x-a")).toBe("1");
  }
});

test("in process each raw chunk is read separately", async () => {
  const server = createMockServer();
  server.on().reply({ raw: { text: "abc", split: "byte", gap: 1 } });
  const { body } = await server.fetch("http://x/api/v1/models");
  expect(await Array.fromAsync(body!, (chunk) => new TextDecoder().decode(chunk))).toEqual(["a", "b", "c"]);
});

test("a raw chunk waits for its gap", async () => {
  const server = createMockServer();
  server.on().reply({ raw: { chunks: ["a", { text: "b", gap: 60_000 }] } });
  const reader = (await server.fetch("http://x/api/v1/models")).body!.getReader();
  await reader.read();
  const soon = new Promise((resolve) => setTimeout(() => resolve("nothing"), 20));
  expect(await Promise.race([reader.read(), soon])).toBe("nothing");
  await reader.cancel();
});

test("a raw response calls no model, costs nothing, and is in the journal as text", async () => {
  const server = createMockServer();
  server.on({ operation: "chat.completions.create" }).reply({ raw: { text: "data: ö\n\n", split: "byte" } });
  const answer = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-test" },
    body: JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }], stream: true }),
  });
  expect(await answer.text()).toBe("data: ö\n\n");
  expect(server.journal.last).toMatchObject({ cost: 0, attempts: [], response: "data: ö\n\n" });
});

test("a raw response of 20,000 chunks is sent completely", async () => {
  const server = createMockServer();
  server.on().reply({ raw: { text: "x".repeat(20_000), split: "byte" } });
  const listening = await server.listen({ port: 0 });
  const answer = await fetch(`${listening.baseURL}/models`);
  expect(await answer.text()).toHaveLength(20_000);
  await listening.close();
});
