// Random and hostile requests: no crash, no leak, and the ledger balances. A short form of a run of ten thousand.
import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

const count = Number(process.env.HOSTILE ?? 1500);
const server = createMockServer({ defaultReply: "echo" });
let listening: Awaited<ReturnType<typeof server.listen>>;

beforeAll(async () => (listening = await server.listen({ port: 0 })));
afterAll(() => listening.close());

const paths = [
  "/chat/completions",
  "/embeddings",
  "/rerank",
  "/models",
  "/keys",
  "/generation",
  "/credits",
  "/model/a/b",
  "/none",
  "//",
  "/models/%00/x/endpoints",
];
const hostile = fc.oneof(
  fc.anything().map((value) => stringify(value)),
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.json(),
  fc.nat({ max: 100_000 }).map((depth) => "[".repeat(depth)),
  fc.nat({ max: 2000 }).map((depth) => `${'{"messages":['.repeat(depth)}${"]}".repeat(depth)}`),
  fc.constantFrom(
    '{"__proto__":{"polluted":true},"messages":[{"role":"user","content":"x"}]}',
    '{"constructor":{"prototype":{"polluted":true}},"messages":[{"role":"user","content":"x"}]}',
    '{"messages":[{"role":"user","content":"x"}],"max_tokens":1e308}',
    '{"messages":[{"role":"user","content":"x"}],"max_tokens":9007199254740993,"provider":{"max_price":{"prompt":"-1"}}}',
    '{"messages":[{"role":"user","content":"x"}],"toString":1,"hasOwnProperty":null,"provider":{"require_parameters":true}}',
    '{"messages":[{"role":"user","content":"\\ud800"}]}',
    '{"messages":[{"role":"user","content":[{"type":"file","file":{"file_data":"data:application/pdf;base64,AAAA"}}]}],"model":"qwen/qwen3-32b"}',
    '{"messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{"name":"x","schema":{"$ref":"#"}}}}',
    '{"messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f","parameters":{"type":"object","properties":{"a":{"pattern":"(((("}},"required":["a"]}}}],"tool_choice":"required"}',
    '{"messages":[{"role":"user","content":"x"}],"plugins":[{"id":"auto-router","allowed_models":["' +
      "*a".repeat(300) +
      '"]}],"model":"openrouter/auto"}',
    '{"input":[],"model":"openai/text-embedding-3-small"}',
    '{"input":[[],[1e9]],"model":"openai/text-embedding-3-small","dimensions":1}',
    '{"query":"","documents":[],"model":"cohere/rerank-v3.5"}',
  ),
);

function stringify(value: unknown): string {
  try {
    return JSON.stringify(value, (_, member: unknown) => (typeof member === "bigint" ? String(member) : member)) ?? "";
  } catch {
    return "";
  }
}

test("any request gets JSON in the documented form, and no prototype is polluted", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.constantFrom("POST", "GET", "PATCH"),
      hostile,
      fc.boolean(),
      async (path, method, body, management) => {
        const response = await server.fetch(`http://x/api/v1${path}`, {
          method,
          headers: { authorization: `Bearer sk-or-${management ? "mgmt" : "v1"}-test` },
          ...(method !== "GET" && { body }),
        });
        const text = await response.text();
        expect(response.status).toBeLessThan(500);
        const answer = JSON.parse(text) as { error?: { code: number; message: string } };
        if (response.status >= 400)
          expect(answer.error).toMatchObject({ code: response.status, message: expect.any(String) as string });
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      },
    ),
    { numRuns: count },
  );
});

test("aborted, invalid and slow requests do not affect others, and the ledger balances", async () => {
  const body = JSON.stringify({
    model: "openai/gpt-4o-mini",
    messages: [{ role: "user", content: "word ".repeat(50) }],
    stream: true,
  });
  const head = (length: number): string =>
    `POST /api/v1/chat/completions HTTP/1.1\r\nhost: x\r\nauthorization: Bearer sk-or-v1-books\r\ncontent-length: ${length}\r\n\r\n`;
  const talk = (
    write: (send: (text: string | Buffer) => void) => Promise<void> | void,
    stayMs: number,
  ): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(listening.port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.on("close", () => resolve());
      void write((text) => socket.write(text));
      setTimeout(() => socket.destroy(), stayMs);
    });
  const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const turns = Array.from({ length: Math.min(count / 10, 400) }, (_, turn) => turn);
  await Promise.all(
    turns.map((turn) => {
      if (turn % 5 === 0) return talk((send) => send(head(body.length) + body), turn % 7);
      if (turn % 5 === 1) return talk((send) => send(head(body.length + 100) + body), 20);
      if (turn % 5 === 2)
        return talk(
          (send) => send(Buffer.concat([Buffer.from(head(6)), Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80, 0])])),
          30,
        );
      if (turn % 5 === 3) return talk((send) => send("NONSENSE\r\n\r\n"), 20);
      return talk(async (send) => {
        send(head(body.length));
        for (let at = 0; at < body.length; at += 100) {
          send(body.slice(at, at + 100));
          await wait(3);
        }
      }, 200);
    }),
  );
  // No request is in progress, so nothing is reserved.
  const pending = async (): Promise<string[]> => {
    const metrics = await (await server.fetch("http://x/metrics")).text();
    return [...metrics.matchAll(/^patchbay_pending_requests\{.*\} (\d+)$/gm)].map(([, count]) => count!);
  };
  await expect.poll(async () => new Set(await pending())).toEqual(new Set(["0"]));
  const account = new Patchbay({ apiKey: "sk-or-mgmt-books", fetch: server.fetch });
  const key = new Patchbay({ apiKey: "sk-or-v1-books", fetch: server.fetch });
  const used = (await account.credits.get()).data.total_usage;
  expect((await key.keys.getCurrent()).data.usage).toBe(used);
  const reply = await key.chat.completions.create({
    model: "openai/gpt-4o-mini",
    messages: [{ role: "user", content: "still well" }],
  });
  expect(reply.choices[0]!.message.content).toBe("still well");
});
