// Amounts, prices and dates are parsed exactly or rejected with their location.
import { createMockServer, type CatalogData, type MockServer } from "@patchbay/mock-server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { call, chat } from "../support/call.ts";

const manager = "sk-or-mgmt-test";
const amounts = [
  1e21,
  1e300,
  Number.MAX_VALUE,
  9_007_199_254_740_992,
  1e-9,
  5e-324,
  0,
  0.1 + 0.2,
  1e-10,
  123.456_789_012,
];

describe("the limit of a key", () => {
  const keep = async (server: MockServer, limit: number): Promise<unknown> => {
    const made = await call(server, "/api/v1/keys", { key: manager, body: { name: "k", limit } });
    const path = `/api/v1/keys/${String(made.body.data!.hash)}`;
    const changed = await call(server, path, { key: manager, method: "PATCH", body: { limit } });
    expect([made.status, changed.status]).toEqual([201, 200]);
    expect(changed.body.data!.limit).toEqual(made.body.data!.limit);
    return made.body.data!.limit;
  };

  test.each(amounts)("accepts %d", async (limit) => {
    const kept = (await keep(createMockServer(), limit)) as number;
    expect(Math.abs(kept - limit)).toBeLessThanOrEqual(Math.max(5e-10, limit * 2 ** -52));
  });

  test("accepts any finite number, rounded to nano-USD", async () => {
    const server = createMockServer();
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), async (limit) => {
        const kept = (await keep(server, limit)) as number;
        expect(Math.abs(kept - limit)).toBeLessThanOrEqual(Math.max(5.1e-10, limit * 2 ** -52));
      }),
      { numRuns: 100 },
    );
  });

  test.each(["-1", "-1e-9", "1e999", "-1e999", '"5"', "[]", "true"])("%s is refused with its place", async (limit) => {
    const server = createMockServer();
    const { body: made } = await call(server, "/api/v1/keys", { key: manager, body: { name: "k", limit: 7 } });
    for (const [path, method, body, key] of [
      ["/keys", "POST", `{"name":"k","limit":${limit}}`, manager],
      [`/keys/${String(made.data!.hash)}`, "PATCH", `{"name":"new","limit":${limit}}`, manager],
      ["/auth/keys/code", "POST", `{"callback_url":"https://a.b/c","limit":${limit}}`, "sk-or-v1-test"],
    ] as const) {
      const { status, body: refused } = await call(server, `/api/v1${path}`, { key, method, body });
      expect([path, status]).toEqual([path, 400]);
      expect(refused.error!.metadata!.issues).toEqual([expect.objectContaining({ pointer: "/limit" })]);
    }
    // A rejected update changes nothing.
    const kept = await call(server, `/api/v1/keys/${String(made.data!.hash)}`, { key: manager });
    expect(kept.body.data).toMatchObject({ name: "k", limit: 7 });
  });
});

describe("credits", () => {
  test.each([...amounts, -1e15, -1e300])("of %d can be added by the control API", async (usd) => {
    const { status, body } = await call(createMockServer({ credits: 0 }), "/_patchbay/credits", { body: { add: usd } });
    expect(status).toBe(200);
    expect(Math.abs(Number(body.available) - usd)).toBeLessThanOrEqual(Math.max(5e-10, Math.abs(usd) * 2 ** -52));
  });

  test.each([...amounts, -1, -1e15, -1e300])("can be set to %d by the control API, after any spending", async (usd) => {
    const server = createMockServer({ credits: 10 });
    expect((await call(server, "/api/v1/chat/completions", { body: chat() })).status).toBe(200);
    const spent = (await call(server, "/api/v1/credits", { key: manager })).body.data!.total_usage;
    expect(spent).toBeGreaterThan(0);
    for (let turn = 0; turn < 2; turn++) {
      const { status, body } = await call(server, "/_patchbay/credits", { body: { account: "test", set: usd } });
      expect(status).toBe(200);
      expect(Math.abs(Number(body.available) - usd)).toBeLessThanOrEqual(Math.max(5e-10, Math.abs(usd) * 2 ** -52));
    }
    expect((await call(server, "/api/v1/credits", { key: manager })).body.data!.total_usage).toBe(spent);
    if (usd < 0) expect((await call(server, "/api/v1/chat/completions", { body: chat() })).status).toBe(402);
  });

  test("outside the number range are rejected with their location", async () => {
    const server = createMockServer();
    await call(server, "/_patchbay/credits", { body: { add: Number.MAX_VALUE } });
    for (const usd of ["1.7e308", "1e999", "-1e999", '"1"', "null"]) {
      const { status, body } = await call(server, "/_patchbay/credits", { body: `{"add":${usd}}` });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ pointer: "/add" });
    }
    expect((await call(server, "/api/v1/credits", { key: manager })).body.data!.total_credits).not.toBeNull();
  });

  test.each([1e300, 1e21, 1e-9, -5])("of %d can be the initial credits of a server", async (credits) => {
    const server = createMockServer({ credits });
    expect((await call(server, "/_patchbay/reset", { body: { credits } })).status).toBe(200);
    expect((await call(server, "/api/v1/credits", { key: manager })).body.data!.total_credits).toBe(credits);
  });

  test("that are not finite are rejected with their location", async () => {
    const { status, body } = await call(createMockServer(), "/_patchbay/reset", { body: '{"credits":1e999}' });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ pointer: "/credits" });
  });
});

describe("the prices of a catalog", () => {
  const good = { prompt: "0.001", completion: "0.002" };
  const catalog = (pricing: unknown): CatalogData =>
    ({
      providers: [{ name: "Acme", slug: "acme", privacy_policy_url: null }],
      models: [{ id: "acme/tiny", context_length: 8192, endpoints: [{ provider: "acme", pricing }] }],
    }) as unknown as CatalogData;
  const names = [
    "prompt",
    "completion",
    "request",
    "image",
    "image_token",
    "image_output",
    "audio",
    "audio_output",
    "input_audio_cache",
    "input_cache_read",
    "input_cache_write",
    "input_cache_write_1h",
    "internal_reasoning",
    "web_search",
  ];
  const wrongPrices = [
    0.01,
    5,
    -1,
    null,
    true,
    "",
    " 1",
    "1 ",
    "-1",
    "-0",
    "+1",
    "1e-7",
    "NaN",
    "Infinity",
    "0x1",
    ".5",
    "1.",
    "1,5",
    "0.0000000000000001",
    "9".repeat(300),
    ["1"],
    {},
  ];

  test.each(names)("%s is rejected in every form except a decimal string, at the top and in an override", (name) => {
    for (const value of wrongPrices) {
      for (const pricing of [
        { ...good, [name]: value },
        { ...good, overrides: [{ [name]: value }] },
      ])
        expect(() => createMockServer({ catalog: catalog(pricing) })).toThrow(
          new RegExp(`pricing/.*${name}: expected`),
        );
    }
    for (const value of ["0", "0.000000000000001", "1", "999999999"])
      createMockServer({ catalog: catalog({ ...good, [name]: value, overrides: [{ [name]: value }] }) });
  });

  test.each([
    ["discount", 2],
    ["discount", -9],
    ["discount", -0.0001],
    ["discount", "0.5"],
    ["discount", NaN],
    ["discount", null],
    ["input_cache_reads", "0.1"],
    ["constructor", "0.1"],
    ["overrides", 5],
    ["overrides", {}],
    ["overrides", [null]],
    ["overrides", [["prompt", "1"]]],
    ["overrides", [{ min_prompt_tokens: "abc", prompt: "7" }]],
    ["overrides", [{ min_prompt_tokens: -1, prompt: "7" }]],
    ["overrides", [{ utc_start: 2500, prompt: "7" }]],
    ["overrides", [{ utc_start: 1275, prompt: "7" }]],
    ["overrides", [{ utc_end: "1200", prompt: "7" }]],
    ["overrides", [{ utc_days: "monday", prompt: "7" }]],
    ["overrides", [{ utc_days: ["Monday"], prompt: "7" }]],
    ["overrides", [{ utc_days: [], prompt: "7" }]],
    ["overrides", [{ promt: "7" }]],
    ["overrides", [{ prompt: "7" }, { discount: 0.5 }]],
  ])("%s: %j is refused with its place", (name, value) => {
    const make = (): MockServer => createMockServer({ catalog: catalog({ ...good, [name]: value }) });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(new RegExp(`endpoint 0 of acme/tiny .*pricing/${name}`));
  });

  test.each([undefined, null, [], "0.1", { prompt: "1" }, { completion: "1" }])(
    "the prices %j are rejected",
    (pricing) => {
      expect(() => createMockServer({ catalog: catalog(pricing) })).toThrow(RangeError);
    },
  );

  test.each([
    [0, 1],
    [0.5, 0.5],
    [1, 0],
    [0.333_333, 0.666_667],
  ])("a discount of %d reduces every price", async (discount, factor) => {
    const cost = async (pricing: unknown): Promise<number> => {
      const server = createMockServer({ catalog: catalog(pricing), script: () => "one two three" });
      const { body } = await call(server, "/api/v1/chat/completions", { body: chat({ model: "acme/tiny" }) });
      return Number(body.usage!.cost);
    };
    expect(await cost({ ...good, discount })).toBeCloseTo((await cost(good)) * factor, 8);
  });
});

describe("the clock", () => {
  const beyond = [1e16, -1e16, 1e300, -1e300, 8.64e15, Number.MAX_VALUE];

  test.each(beyond)("does not move by %d", async (ms) => {
    const server = createMockServer();
    const { status, body } = await call(server, "/_patchbay/clock", { body: { advanceMs: ms } });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ pointer: "/advanceMs" });
    expect(() => server.advanceTime(ms)).toThrow(RangeError);
    expect((await call(server, "/api/v1/chat/completions", { body: chat() })).status).toBe(200);
  });

  test("does not leave its valid dates in many steps", async () => {
    const server = createMockServer();
    const statuses = [];
    for (let step = 0; step < 40; step++)
      statuses.push((await call(server, "/_patchbay/clock", { body: { advanceMs: 1e13 } })).status);
    expect(new Set(statuses)).toEqual(new Set([200, 400]));
    for (const path of ["/api/v1/key", "/api/v1/models"]) expect((await call(server, path)).status).toBe(200);
    expect((await call(server, "/api/v1/activity", { key: manager })).status).toBe(200);
    expect((await call(server, "/api/v1/chat/completions", { body: chat() })).status).toBe(200);
  });

  test.each([NaN, Infinity, 1e17, "now"])("a server with an initial clock of %s is rejected", (start) => {
    expect(() => createMockServer({ now: () => start as number })).toThrow(/`now`/);
  });

  test.each([3_600_000, 86_400_000, 400 * 86_400_000])(
    "that is set back by %d ms locks no key, free model or daily limit",
    async (back) => {
      const server = createMockServer({ requestsPerMinute: 1 });
      const { body } = await call(server, "/api/v1/keys", {
        key: manager,
        body: { name: "k", limit: 0.001, limit_reset: "daily" },
      });
      const key = String(body.key);
      const ask = async (): Promise<number> =>
        (await call(server, "/api/v1/chat/completions", { key, body: chat({ max_tokens: 200 }) })).status;
      expect(await ask()).toBe(200);
      expect(await ask()).toBe(429);
      server.advanceTime(-back);
      for (let minute = 0; minute < 3; minute++) {
        expect(await ask()).toBe(200);
        server.advanceTime(61_000);
      }
    },
  );

  test("a daily limit counts the usage of a day to which the clock is set back", async () => {
    const server = createMockServer({ now: () => Date.UTC(2030, 5, 15, 12) });
    const made = await call(server, "/api/v1/keys", {
      key: manager,
      body: { name: "k", limit: 0.0001, limit_reset: "daily" },
    });
    const key = String(made.body.key);
    const ask = async (): Promise<number> =>
      (await call(server, "/api/v1/chat/completions", { key, body: chat() })).status;
    const untilRefused = async (): Promise<number> => {
      let count = 0;
      while ((await ask()) === 200) count++;
      return count;
    };
    expect(await untilRefused()).toBeGreaterThan(0);
    server.advanceTime(-86_400_000);
    expect(await untilRefused()).toBeGreaterThan(0);
    server.advanceTime(86_400_000);
    expect(await untilRefused()).toBe(0);
  });
});

describe("contract errors have a location", () => {
  test("every 400 lists at least one issue", async () => {
    const server = createMockServer();
    const value = fc.oneof(
      fc.constantFrom("2020-06-15T24:00:00Z", "2020-02-30T00:00:00Z", "\ud800", 1e300, -0, 1e-320, null, [], {}, "0"),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const field = fc.constantFrom(
      "expires_at",
      "limit",
      "limit_reset",
      "name",
      "include_byok_in_limit",
      "creator_user_id",
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, value), async (more) => {
        const { status, body } = await call(server, "/api/v1/keys", { key: manager, body: { name: "k", ...more } });
        expect([201, 400]).toContain(status);
        if (status === 400) expect(body.error!.metadata!.issues!.length).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
