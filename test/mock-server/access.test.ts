// strictKeys: which keys are accepted, what is stored of a secret, and what an OAuth code can be used for.
import { createMockServer, type MockServer, type MockServerOptions } from "@patchbay/mock-server";
import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { call, chat } from "../support/call.ts";
import { startCli } from "../support/cli.ts";

const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");
const root = `sk-or-mgmt-${"4f9c2d7e".repeat(8)}`;
const strict = (more: MockServerOptions = {}): MockServer =>
  createMockServer({ strictKeys: true, managementKeys: [root], ...more });

async function createKey(server: MockServer, body: Record<string, unknown> = {}, key = root): Promise<string> {
  const made = await call(server, "/api/v1/keys", { key, body: { name: "k", ...body } });
  expect(made.status).toBe(201);
  return String(made.body.key);
}

const statusOfChat = async (server: MockServer, key: string): Promise<number> =>
  (await call(server, "/api/v1/chat/completions", { key, body: chat() })).status;

describe("with strictKeys", () => {
  test.each([
    "sk-or-mgmt-any",
    "sk-or-mgmt-",
    "sk-or-v1-any",
    "any-token",
    root.slice(0, -1),
    `${root}0`,
    root.toUpperCase(),
    root.replace("mgmt", "v1"),
    `x${root}`,
    sha256Hex(root),
  ])("the unknown key %s is refused everywhere", async (key) => {
    const server = strict();
    for (const [path, body] of [
      ["/api/v1/keys", undefined],
      ["/api/v1/keys", { name: "x" }],
      ["/api/v1/key", undefined],
      ["/api/v1/credits", undefined],
      ["/api/v1/activity", undefined],
      ["/api/v1/chat/completions", chat()],
      ["/api/v1/models", undefined],
      ["/api/v1/auth/keys/code", { callback_url: "https://app.example/cb" }],
    ] as const)
      expect((await call(server, path, { key, body })).status).toBe(401);
  });

  test.each([
    ["record", { record: { baseURL: "https://service.example/api/v1" } }],
    ["replay", { replay: { recording: { version: 1, exchanges: [] } } }],
  ] as const)("a server with `%s`, which checks no keys, is not made", (name, more) => {
    expect(() => createMockServer({ strictKeys: true, ...more })).toThrow(
      new RegExp(`^The option \`strictKeys\` cannot be combined with \`${name}\`, which .* Remove one`),
    );
    createMockServer(more);
  });

  test("with strictKeys and no management keys, every key is rejected", async () => {
    const server = createMockServer({ strictKeys: true });
    expect((await call(server, "/api/v1/keys", { key: root })).status).toBe(401);
  });

  test("a management key creates working keys of its own account only", async () => {
    const other = "sk-or-mgmt-another-team";
    const server = strict({ managementKeys: [root, { key: other, account: "another" }] });
    const key = await createKey(server);
    expect(await statusOfChat(server, key)).toBe(200);
    expect((await call(server, "/api/v1/keys", { key: root })).body.data).toHaveLength(1);
    expect((await call(server, "/api/v1/keys", { key: other })).body.data).toHaveLength(0);
    expect((await call(server, "/api/v1/chat/completions", { key: root, body: chat() })).status).toBe(403);
  });

  test("two management keys of one account share its credits", async () => {
    const managementKeys = ["sk-or-mgmt-first", "sk-or-mgmt-second"].map((key) => ({ key, account: "team" }));
    const server = strict({ managementKeys });
    const key = await createKey(server, {}, "sk-or-mgmt-first");
    await statusOfChat(server, key);
    const used = await Promise.all(
      managementKeys.map(async (manager) => (await call(server, "/api/v1/credits", { key: manager.key })).body.data),
    );
    expect(used[0]).toEqual(used[1]);
    expect(Number(used[0]!.total_usage)).toBeGreaterThan(0);
  });

  test("a deleted or disabled key is rejected, and works again after it is enabled", async () => {
    const server = strict();
    const [gone, off] = [await createKey(server), await createKey(server)];
    const path = (secret: string): string => `/api/v1/keys/${sha256Hex(secret)}`;
    await call(server, path(gone), { key: root, method: "DELETE" });
    await call(server, path(off), { key: root, method: "PATCH", body: { disabled: true } });
    expect([await statusOfChat(server, gone), await statusOfChat(server, off)]).toEqual([401, 401]);
    await call(server, path(off), { key: root, method: "PATCH", body: { disabled: false } });
    expect(await statusOfChat(server, off)).toBe(200);
    expect((await call(server, path(gone), { key: root, method: "PATCH", body: { disabled: false } })).status).toBe(
      404,
    );
    expect(await statusOfChat(server, gone)).toBe(401);
  });

  test("a key with a limit or an expiry cannot start a login without them", async () => {
    const server = strict();
    for (const more of [{ limit: 0.01 }, { expires_at: "2999-01-01T00:00:00Z" }]) {
      const key = await createKey(server, more);
      const { status } = await call(server, "/api/v1/auth/keys/code", {
        key,
        body: { callback_url: "https://app.example/cb" },
      });
      expect(status).toBe(403);
    }
  });

  test("sessions, resets and restored snapshots keep strictKeys", async () => {
    const server = strict();
    const kept = server.snapshot();
    server.restore(kept);
    server.reset({ seed: 5 });
    for (const prefix of ["", "/s/a"]) {
      expect((await call(server, `${prefix}/api/v1/keys`, { key: "sk-or-mgmt-any" })).status).toBe(401);
      expect((await call(server, `${prefix}/api/v1/keys`, { key: root })).status).toBe(200);
    }
  });
});

describe("the option managementKeys", () => {
  test.each([
    ["a text", "sk-or-mgmt-root"],
    ["a short secret", ["short"]],
    ["a secret with a space", ["sk-or-mgmt root"]],
    ["a long secret", ["x".repeat(513)]],
    ["a secret twice", ["sk-or-mgmt-root", { key: "sk-or-mgmt-root", account: "a" }]],
    ["no account", [{ key: "sk-or-mgmt-root" }]],
    ["no key", [{ account: "a" }]],
    ["null", [null]],
  ])("with %s is refused, and the message does not show the secret", (_, managementKeys) => {
    const make = (): MockServer => createMockServer({ managementKeys } as unknown as MockServerOptions);
    expect(make).toThrow(RangeError);
    expect(make).toThrow(/`managementKeys`/);
    expect(make).not.toThrow(/mgmt.root|xxxxx|short/);
  });

  test("the command with --strict-keys and no management key does not start, and says what to do", async () => {
    const { ended, stderr } = startCli("--strict-keys", "--port", "0");
    expect(await ended).toBe(1);
    expect(stderr()).toMatch(/--strict-keys needs a management key.*PATCHBAY_MANAGEMENT_KEYS/);
  });
});

describe("the label of a key", () => {
  const labelOf = async (key: string, strictKeys: boolean): Promise<string> => {
    const server = createMockServer(strictKeys ? { strictKeys, managementKeys: [{ key, account: "ada" }] } : {});
    return String((await call(server, "/api/v1/key", { key })).body.data!.label);
  };

  test.each([
    ["abcdefgh", "a...h"],
    ["abcdefghijklm", "ab...m"],
    ["sk-or-mgmt-abc", "sk-or-mgmt-..."],
    ["sk-or-mgmt-abcdefgh", "sk-or-mgmt-a...h"],
    ["sk-or-v1-abcdefghijkl", "sk-or-v1-ab...l"],
    [`sk-or-mgmt-${"abcdef".repeat(10)}`, "sk-or-mgmt-abc...def"],
    ["abcdef".repeat(80), "abc...def"],
  ])("shows at most a quarter of the secret %s", async (key, label) => {
    expect(await labelOf(key, true)).toBe(label);
    if (!key.startsWith("sk-or-")) expect(await labelOf(key, false)).toBe(label);
  });

  test("that a server created has OpenRouter's format", async () => {
    const server = createMockServer();
    const { key, data } = (await call(server, "/api/v1/keys", { key: "sk-or-mgmt-ada", body: { name: "a" } })).body;
    const secret = String(key);
    expect(data!.label).toBe(`${secret.slice(0, 12)}...${secret.slice(-3)}`);
  });
});

describe("secrets and login codes", () => {
  const make = async (server: MockServer): Promise<string[]> => [
    await createKey(server, {}, "sk-or-mgmt-ada"),
    String(
      (await call(server, "/api/v1/auth/keys/code", { key: "sk-or-v1-ada", body: { callback_url: "https://a.b/c" } }))
        .body.data!.id,
    ),
  ];

  test("differ without a seed in every server, after every reset and in every restored snapshot", async () => {
    const server = createMockServer();
    const kept = server.snapshot();
    const made = [...(await make(server)), ...(await make(createMockServer())), ...(await make(server.session("a")))];
    server.reset();
    made.push(...(await make(server)));
    server.restore(kept);
    made.push(...(await make(server)));
    expect(new Set(made).size).toBe(made.length);
  });

  test("repeat with a seed, and differ between sessions", async () => {
    const [first, second] = [createMockServer({ seed: 7 }), createMockServer({ seed: 7 })];
    const made = await make(first);
    expect(await make(second)).toEqual(made);
    expect(await make(first.session("a"))).not.toEqual(made);
    expect(await make(second.session("a"))).toEqual(await make(createMockServer({ seed: 7 }).session("a")));
  });

  test("are stored only as hashes", async () => {
    const server = strict();
    const key = await createKey(server);
    const { body } = await call(server, "/api/v1/auth/keys/code", { key, body: { callback_url: "https://a.b/c" } });
    server.journal.clear();
    // Includes private fields, which `inspect` shows for maps and plain objects.
    const shown = inspect(server.snapshot().revive().state, {
      depth: 12,
      maxArrayLength: null,
      showHidden: true,
    });
    expect(shown).toContain(sha256Hex(key));
    for (const secret of [key, root, String(body.data!.id)]) expect(shown).not.toContain(secret.slice(12));
  });
});

describe("a login code", () => {
  const verifier = "v".repeat(50);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const kinds = [
    ["S256", { code_challenge: challenge, code_challenge_method: "S256" }, { code_verifier: verifier }],
    ["plain", { code_challenge: verifier, code_challenge_method: "plain" }, { code_verifier: verifier }],
    ["no challenge", {}, {}],
  ] as const;
  const begin = async (server: MockServer, more: object = {}): Promise<string> => {
    const body = { callback_url: "https://app.example/cb", limit: 1, ...more };
    return String((await call(server, "/api/v1/auth/keys/code", { key: "sk-or-v1-ada", body })).body.data!.id);
  };
  const exchange = async (server: MockServer, code: string, proof: object = {}): Promise<number> =>
    (await call(server, "/api/v1/auth/keys", { key: "", body: { code, ...proof } })).status;

  test.each(kinds)("with %s creates one key under concurrent exchanges", async (_, begun, proof) => {
    const server = createMockServer();
    const code = await begin(server, begun);
    const all = await Promise.all(Array.from({ length: 30 }, () => exchange(server, code, proof)));
    expect(all.filter((status) => status === 200)).toHaveLength(1);
    expect(all.filter((status) => status === 403)).toHaveLength(29);
    const listed = await call(server, "/api/v1/keys", { key: "sk-or-mgmt-ada" });
    expect((listed.body.data as unknown as { name: string }[]).filter(({ name }) => name === "OAuth key")).toHaveLength(
      1,
    );
  });

  test.each([
    ["disabled", { method: "PATCH", body: { disabled: true } }],
    ["deleted", { method: "DELETE" }],
  ])("is refused when the key that began the login was %s since", async (_, change) => {
    const manager = "sk-or-mgmt-secret-of-ada";
    const server = createMockServer({ strictKeys: true, managementKeys: [manager] });
    const made = (await call(server, "/api/v1/keys", { key: manager, body: { name: "a" } })).body;
    const body = { callback_url: "https://app.example/cb" };
    const codes = await Promise.all(
      [1, 2].map(() => call(server, "/api/v1/auth/keys/code", { key: String(made.key), body })),
    );
    const [first, second] = codes.map((answer) => String(answer.body.data!.id));
    expect(await exchange(server, first!)).toBe(200);
    await call(server, `/api/v1/keys/${String(made.data!.hash)}`, { key: manager, ...change });
    expect(await exchange(server, second!)).toBe(403);
    expect((await call(server, "/api/v1/keys", { key: manager })).body.data).toHaveLength(1);
  });

  test("is rejected after ten minutes, with a wrong verifier, and when it is unknown", async () => {
    let now = Date.UTC(2030, 0, 1);
    const server = createMockServer({ now: () => now });
    const [, begun, proof] = kinds[0];
    const code = await begin(server, begun);
    expect(await exchange(server, code, { code_verifier: "w".repeat(50) })).toBe(403);
    expect(await exchange(server, code)).toBe(400);
    expect(await exchange(server, `${code}x`, proof)).toBe(403);
    expect(await exchange(server, "x".repeat(1_000_000), proof)).toBe(403);
    now += 10 * 60_000;
    expect(await exchange(server, code, proof)).toBe(403);
    now -= 20 * 60_000;
    expect(await exchange(server, code, proof)).toBe(403);
  });
});

describe("without strictKeys", () => {
  test.each([
    ["xsk-or-v1-y", "xy"],
    ["sk-or-v1-sk-or-v1-y", "sk-or-v1-y"],
    ["sk-or-v1-yyy", "yyy"],
    ["sk-or-v1-default", "default"],
    ["sk-or-v1-Ada", "sk-or-v1-ada"],
    [`sk-or-v1-${"a".repeat(40)}`, `sk-or-v1-${"a".repeat(41)}`],
  ])("%s and %s have separate accounts", async (one, other) => {
    const server = createMockServer();
    await call(server, "/api/v1/chat/completions", { key: one, body: chat() });
    await call(server, "/api/v1/keys", { key: "sk-or-mgmt-unused" });
    const id = (await call(server, "/api/v1/chat/completions", { key: one, body: chat() })).body.id;
    const path = `/api/v1/generation?id=${String(id)}`;
    expect((await call(server, path, { key: one })).status).toBe(200);
    const seen = (await call(server, path, { key: other })).status;
    // A token of two characters is not a valid key.
    expect([401, 404]).toContain(seen);
  });

  test("sk-or-mgmt-NAME manages the account of sk-or-v1-NAME, also of a long name", async () => {
    for (const name of ["ada", "f".repeat(64)]) {
      const server = createMockServer();
      await call(server, "/api/v1/chat/completions", { key: `sk-or-v1-${name}`, body: chat() });
      const { body } = await call(server, "/api/v1/credits", { key: `sk-or-mgmt-${name}` });
      expect(Number(body.data!.total_usage)).toBeGreaterThan(0);
      const added = await call(server, "/_patchbay/credits", { body: { account: name, add: 5 } });
      expect(Number(added.body.available)).toBeGreaterThan(104);
    }
  });

  test.each(["sk-or-v1-", "sk-or-mgmt-", "undefined", "null", "x", `sk-or-v1-${"a".repeat(600)}`])(
    "the token %s is rejected as a key",
    async (key) => {
      expect((await call(createMockServer(), "/api/v1/key", { key })).status).toBe(401);
    },
  );

  test("a real secret is not stored as the name of its account", async () => {
    const server = createMockServer();
    const key = `sk-or-v1-${"0a1b2c3d".repeat(8)}`;
    await call(server, "/api/v1/chat/completions", { key, body: chat() });
    server.journal.clear();
    const { state } = server.snapshot().revive();
    expect([...state.accounts.keys()].join()).not.toContain("0a1b2c3d0a1b2c3d");
  });
});

describe("expires_at", () => {
  const now = (): number => Date.UTC(2020, 5, 15);
  test.each([
    "2020-02-30T00:00:00Z",
    "2021-02-29T00:00:00Z",
    "2020-06-15T24:00:00Z",
    "2020-06-15T12:00:60Z",
    "2020-13-01T00:00:00Z",
    "2020-01-01T00:00:00+25:00",
    "2020-01-01T00:00:00",
    "2020-01-01",
    "tomorrow",
    "",
  ])("the expires_at %s is rejected by POST /keys and the login, with its location", async (expires_at) => {
    const server = createMockServer({ now });
    for (const [path, key, more] of [
      ["/api/v1/keys", "sk-or-mgmt-ada", { name: "k" }],
      ["/api/v1/auth/keys/code", "sk-or-v1-ada", { callback_url: "https://a.b/c" }],
    ] as const) {
      const { status, body } = await call(server, path, { key, body: { ...more, expires_at } });
      expect(status).toBe(400);
      expect(body.error!.metadata!.issues).toEqual([expect.objectContaining({ pointer: "/expires_at" })]);
    }
  });

  test.each([
    ["2016-12-31T23:59:60Z", 401],
    ["2017-01-01T00:59:60+01:00", 401],
    ["2020-06-14T23:59:59.999Z", 401],
    ["2020-06-15T00:00:00Z", 401],
    ["2020-06-15t02:00:00.000000001+02:00", 401],
    ["2020-06-15T00:00:00.001Z", 200],
    ["2020-06-30T23:59:60Z", 200],
    ["9999-12-31T23:59:59Z", 200],
    ["0000-01-01T00:00:00Z", 401],
  ])("a key that expires at %s gets %i for a request on 2020-06-15", async (expires_at, status) => {
    const server = createMockServer({ now });
    const key = await createKey(server, { expires_at }, "sk-or-mgmt-ada");
    expect(await statusOfChat(server, key)).toBe(status);
  });
});
