// No output of the server contains a secret of a request, in any place.
import { createMockServer, type JournalEntry, type MockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { expect, test } from "vitest";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".split("");
const alphanumeric = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length }).map((parts) => parts.join(""));

/** Secrets that are recognized by their shape, in any place. */
const shaped = fc.oneof(
  alphanumeric(24).map((text) => `sk-or-v1-${text}`),
  alphanumeric(24).map((text) => `sk-or-mgmt-${text}`),
  alphanumeric(20).map((text) => `sk-proj-${text}`),
  alphanumeric(35).map((text) => `AIza${text}`),
  alphanumeric(36).map((text) => `ghp_${text}`),
  alphanumeric(16).map((text) => `AKIA${text.toUpperCase()}`),
  alphanumeric(24).map((text) => `xoxb-${text}`),
  alphanumeric(24).map((text) => `eyJ${text}.${text}.${text}`),
  alphanumeric(24).map((text) => `gsk_${text}`),
);

/** Secrets that are recognized only by the name of their field. */
const plain = fc.oneof(
  alphanumeric(20),
  fc.string({ unit: "grapheme-ascii", minLength: 8, maxLength: 30 }).map((text) => `pw ${text.replaceAll(/\W/g, "x")}`),
);

const chat = (more: object = {}): object => ({
  model: "openai/gpt-4o-mini",
  messages: [{ role: "user", content: "Hi" }],
  ...more,
});

interface Sent {
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: object | string;
}

/** Places of a secret with a known shape. */
const anywhere: Readonly<Record<string, (secret: string) => Sent>> = {
  "the path": (secret) => ({ path: `/api/v1/keys/${secret}` }),
  "a path that no operation has": (secret) => ({ path: `/api/v1/${secret}/chat` }),
  "a path in percent encoding": (secret) => ({ path: `/api/v1/none/${secret.replaceAll("-", "%2D")}` }),
  "the value of a query parameter": (secret) => ({ path: `/api/v1/models/count?q=${secret}` }),
  "the name of a query parameter": (secret) => ({ path: `/api/v1/models/count?${secret}=1` }),
  "the caller's own key": (secret) => ({ headers: { authorization: `Bearer ${secret}` } }),
  "the header x-patchbay-fault": (secret) => ({ headers: { "x-patchbay-fault": `429;message="${secret}"` } }),
  "JSON in a message": (secret) => ({
    body: chat({ messages: [{ role: "user", content: JSON.stringify({ a: { key: secret } }) }] }),
  }),
  "a form": (secret) => ({ body: `model=x&api_key=${secret}` }),
  "a header of any name": (secret) => ({ headers: { "x-note": `see ${secret}.` } }),
  "a message": (secret) => ({ body: chat({ messages: [{ role: "user", content: `My key is ${secret}!` }] }) }),
  "the name of a field": (secret) => ({ body: chat({ [secret]: 1 }) }),
  "the name of a model": (secret) => ({ body: chat({ model: secret }) }),
  "a field of the wrong type": (secret) => ({ body: chat({ temperature: secret }) }),
  "text with escapes": (secret) => ({
    body: JSON.stringify(chat({ user: secret })).replace(secret, secret.split("").map(escape).join("")),
  }),
  "a body that is not valid JSON": (secret) => ({ body: `{"user": "${secret}", nonsense` }),
  "a URL": (secret) => ({ body: chat({ messages: [{ role: "user", content: `https://a:${secret}@x.example/` }] }) }),
  "a callback": (secret) => ({
    path: "/api/v1/auth/keys/code",
    body: { callback_url: `http://a.example/?next=${secret}` },
  }),
  "arguments of a call": (secret) => ({
    body: chat({
      messages: [
        { role: "user", content: "Hi" },
        {
          role: "assistant",
          content: null,
          tool_calls: [
            { id: "a", type: "function", function: { name: "f", arguments: JSON.stringify({ a: secret }) } },
          ],
        },
        { role: "tool", tool_call_id: "a", content: secret },
      ],
    }),
  }),
};

/** Places where every value is a secret. */
const named: Readonly<Record<string, (secret: string) => Sent>> = {
  ...Object.fromEntries(
    [
      "x-api-key",
      "api-key",
      "x-goog-api-key",
      "cookie",
      "proxy-authorization",
      "x-auth-token",
      "x-amz-security-token",
    ].map((name) => [`the header ${name}`, (secret: string): Sent => ({ headers: { [name]: secret } })]),
  ),
  "the header authorization": (secret) => ({ headers: { authorization: `Bearer ${secret.replaceAll(/\s/g, "-")}` } }),
  "the header authorization of another scheme": (secret) => ({ headers: { authorization: `Basic ${btoa(secret)}` } }),
  ...Object.fromEntries(
    ["api_key", "apiKey", "key", "access_token", "token", "code", "client_secret", "X-Amz-Signature"].map((name) => [
      `the query parameter ${name}`,
      (secret: string): Sent => ({ path: `/api/v1/models/count?${name}=${encodeURIComponent(secret)}&limit=1` }),
    ]),
  ),
  ...Object.fromEntries(
    [
      "api_key",
      "apiKey",
      "authorization",
      "password",
      "client_secret",
      "code_verifier",
      "access_token",
      "OPENAI_API_KEY",
    ].flatMap((name) => [
      [`the field ${name}`, (secret: string): Sent => ({ body: chat({ metadata: { [name]: secret } }) })],
      [
        `the field ${name} of JSON in a message`,
        (secret: string): Sent => ({
          body: chat({ messages: [{ role: "user", content: JSON.stringify({ [name]: secret }) }] }),
        }),
      ],
    ]),
  ),
  "a header of a tool server": (secret) => ({
    body: chat({ tools: [{ type: "mcp", server_url: "https://x.example", headers: { Authorization: secret } }] }),
  }),
  "a configuration of own keys": (secret) => ({ body: chat({ provider: { byok: { openai: { api_key: secret } } } }) }),
};

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

interface Watched {
  readonly server: MockServer;
  readonly log: string[];
}

function watched(): Watched {
  const log: string[] = [];
  const write = ({ input: _, response: __, ...entry }: JournalEntry): number => log.push(JSON.stringify(entry));
  const server = createMockServer({ defaultReply: "echo", onRequest: write });
  server.on({ headers: { "x-note": "operator-secret-1" }, apiKey: "sk-or-v1-operator-secret" }).reply("x");
  server.on({ userMessage: "never said", body: { "/user": "unknown", "/metadata": { a: 1 } } }).reply("x");
  return { server, log };
}

/** Everything that the server shows of a request to anyone but its caller, and its errors. */
async function outputs({ server, log }: Watched, { path, headers, body }: Sent): Promise<string[]> {
  const response = await server.fetch(`http://localhost${path ?? "/api/v1/chat/completions"}`, {
    method: body !== undefined || path === undefined ? "POST" : "GET",
    headers: { authorization: "Bearer sk-or-v1-caller", ...headers },
    ...((body !== undefined || path === undefined) && {
      body: typeof body === "string" ? body : JSON.stringify(body ?? chat()),
    }),
  });
  const text = await response.text();
  const ask = async (at: string): Promise<string> => (await server.fetch(`http://localhost${at}`)).text();
  return [
    response.ok ? "" : text,
    response.headers.get("x-patchbay-near-miss") ?? "",
    JSON.stringify(server.journal.entries()),
    await ask("/_patchbay/journal"),
    await ask("/_patchbay/journal/1"),
    await ask("/_patchbay/requests"),
    await ask("/_patchbay/spending"),
    await ask("/metrics"),
    log.join("\n"),
  ];
}

const holds =
  (secret: string) =>
  (text: string): boolean =>
    text.includes(secret) || text.includes(encodeURIComponent(secret));

test.each(Object.entries(anywhere))("a secret in %s appears in no output", async (_, place) => {
  await fc.assert(
    fc.asyncProperty(shaped, async (secret) => {
      const found = await outputs(watched(), place(secret));
      expect(found.filter(holds(secret))).toEqual([]);
    }),
    { numRuns: 18 },
  );
});

test.each(Object.entries(named))("the value of %s appears in no output", async (_, place) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(shaped, plain), async (secret) => {
      const found = await outputs(watched(), place(secret));
      expect(found.filter(holds(secret))).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test("the secret of a rule appears in no response, near miss or journal entry", async () => {
  const watching = watched();
  const found = await outputs(watching, { headers: { "x-note": "mine" } });
  expect(found.join()).not.toMatch(/operator-secret/);
  expect(found[1]).toContain("headers.x-note expected the value of the rule, got another value");
});

test("a new key and an OAuth code are shown to their caller only", async () => {
  const { server, log } = watched();
  const post = async (path: string, key: string, body: object): Promise<Record<string, unknown>> => {
    const response = await server.fetch(`http://localhost/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  const made = await post("/keys", "sk-or-mgmt-ada", { name: "one" });
  const code = (await post("/auth/keys/code", "sk-or-v1-ada", { callback_url: "https://app.example/cb" })) as {
    data: { id: string };
  };
  const exchanged = await post("/auth/keys", "sk-or-v1-ada", { code: code.data.id });
  const journal = JSON.stringify(server.journal.entries()) + log.join("\n");
  for (const secret of [made.key, code.data.id, exchanged.key]) {
    expect(secret).toEqual(expect.any(String));
    expect(journal).not.toContain(secret);
  }
});

const recordedPlaces = { ...anywhere, ...named };

test.each(Object.entries(recordedPlaces))(
  "a recording does not contain the secret in %s, and replays its request",
  async (_, place) => {
    await fc.assert(
      fc.asyncProperty(shaped, async (secret) => {
        const service = createMockServer({ defaultReply: "echo" });
        const server = createMockServer({ record: { baseURL: "http://service/api/v1", fetch: service.fetch } });
        await outputs({ server, log: [] }, place(secret));
        const recording = server.recording!;
        expect([JSON.stringify(recording)].filter(holds(secret))).toEqual([]);
        if (recording.exchanges.length === 0) return;
        const replaying = createMockServer({ replay: { recording } });
        await outputs({ server: replaying, log: [] }, place(secret));
        expect(replaying.journal.entries()[0]!.status).toBe(recording.exchanges[0]!.response.status);
      }),
      { numRuns: 4 },
    );
  },
);

test("a secret that is split across the chunks of a recorded stream is not in the recording", async () => {
  const text = `data: {"choices":[{"delta":{"content":"sk-or-v1-0123456789abcdef"}}]}\n\ndata: [DONE]\n\n`;
  const parts = [...text.matchAll(/.{1,7}/gs)].map(([part]) => new TextEncoder().encode(part));
  const send = async (): Promise<Response> =>
    new Response(new ReadableStream({ start: (to) => (parts.forEach((part) => to.enqueue(part)), to.close()) }), {
      headers: { "content-type": "text/event-stream" },
    });
  const server = createMockServer({ record: { baseURL: "http://service/api/v1", fetch: send } });
  const response = await server.fetch("http://x/api/v1/chat/completions", {
    method: "POST",
    headers: { authorization: "Bearer sk-or-v1-caller" },
    body: JSON.stringify(chat({ stream: true })),
  });
  expect(await response.text()).toBe(text);
  const kept = server.recording!.exchanges[0]!.response.pieces.map((piece) => piece.text).join("");
  expect(kept).toBe(text.replace("sk-or-v1-0123456789abcdef", "[redacted]"));
});
