// The admin API: its values, pages, files and changes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../packages/gateway/src/ports/store-unavailable.ts";
import type {
  CreatedKeyView,
  ErrorView,
  KeysView,
  ModelsView,
  OverviewView,
  ProvidersView,
  RequestsView,
  RequestView,
  SpendView,
} from "../../packages/gateway/src/admin/views.ts";
import { adminCaller } from "../support/admin/call-admin.ts";
import { memoryAdminData, type MemoryAdminData } from "../support/admin/memory-data.ts";

const sample = memoryAdminData();
const call = adminCaller(sample);

const get = async <View>(target: string): Promise<View> => {
  const reply = await call("GET", target);
  expect(reply.status, reply.text).toBe(200);
  return reply.json();
};

/** USD in billionths, exactly. */
function nano(usd: string): bigint {
  const [whole = "", fraction = ""] = usd.split(".");
  return BigInt(whole + fraction.padEnd(9, "0"));
}
const sum = (amounts: readonly string[]): bigint => amounts.reduce((total, amount) => total + nano(amount), 0n);
const costOf = (data: MemoryAdminData, from: number, to: number): bigint =>
  data.records
    .filter(({ createdAt }) => createdAt >= from && createdAt < to)
    .reduce((total, { cost }) => total + cost, 0n);

/** The records of a file in CSV without line breaks in its fields. */
const linesOf = (text: string): Record<string, string>[] => {
  const [header = "", ...lines] = text.trimEnd().split("\r\n");
  const fields = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const names = fields(header);
  return lines.map((line) => Object.fromEntries(fields(line).map((field, index) => [names[index], field])));
};

describe("spending", () => {
  test.each(["model", "key", "provider", "day"])(
    "by %s, rows and chart sum to the total to the last digit",
    async (by) => {
      const spend = await get<SpendView>(`/spend?by=${by}&days=30`);
      expect(nano(spend.total.cost)).toBe(costOf(sample, spend.from, spend.to));
      expect(nano(spend.total.cost)).toBeGreaterThan(0n);
      expect(sum(spend.rows.map(({ cost }) => cost))).toBe(nano(spend.total.cost));
      expect(sum(spend.series.groups.flatMap(({ costs }) => costs))).toBe(nano(spend.total.cost));
      expect(sum(spend.rows.map(({ previousCost }) => previousCost))).toBe(nano(spend.total.previousCost));
      expect(spend.rows.reduce((total, { requests }) => total + requests, 0)).toBe(spend.total.requests);
    },
  );

  test("the period before has the same length and ends at the same time of day", async () => {
    const { from, to, total } = await get<SpendView>("/spend?days=7");
    const day = 86_400_000;
    expect(nano(total.previousCost)).toBe(costOf(sample, from - 7 * day, to - 7 * day));
    expect(nano(total.previousCost)).toBeGreaterThan(0n);
  });

  test("keys are shown by name", async () => {
    const { rows } = await get<SpendView>("/spend?by=key");
    expect(rows.map(({ name }) => name)).toContain("Production API");
    expect(rows[0]!.group).toMatch(/^[0-9a-f]{64}$/);
  });

  test("more than eight groups end with the group Other, and still sum to the total", async () => {
    const data = memoryAdminData({ requests: 400 });
    for (const [index, record] of data.records.entries())
      data.records[index] = { ...record, model: `acme/model-${index % 12}` };
    const spend = (await adminCaller(data)("GET", "/spend")).json() as SpendView;
    expect(spend.series.groups).toHaveLength(8);
    expect(spend.series.groups.at(-1)!.name).toBe("Other");
    expect(sum(spend.series.groups.flatMap(({ costs }) => costs))).toBe(nano(spend.total.cost));
  });

  test("the file has the same total as the page", async () => {
    const { from, to, total } = await get<SpendView>("/spend?days=30");
    const reply = await call("GET", `/spend.csv?from=${from}&to=${to}`);
    expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(reply.headers["content-disposition"]).toBe('attachment; filename="spend-2026-10-28-to-2026-11-26.csv"');
    const lines = linesOf(reply.text);
    expect(lines.length).toBeGreaterThan(300);
    expect(sum(lines.map(({ cost_usd }) => cost_usd!))).toBe(nano(total.cost));
  });
});

describe("files", () => {
  test("a name that a spreadsheet would run as a formula is written as text", async () => {
    const data = memoryAdminData({ requests: 50 });
    const evil = '=HYPERLINK("http://evil.example","x")';
    data.records[49] = { ...data.records[49]!, model: evil };
    const [key] = data.stored.values();
    data.stored.set(key!.hash, { ...key!, name: "@SUM(1+1)|cmd" });
    for (const target of ["/spend.csv?days=366", "/requests.csv"]) {
      const { text } = await adminCaller(data)("GET", target);
      expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
      expect(text).toContain("'@SUM(1+1)|cmd");
      expect(text).not.toMatch(/(?:^|[,\n"])[=@]/);
    }
  });

  test("the file of requests has each matching record once, also those of one millisecond", async () => {
    const data = memoryAdminData({ requests: 1300 });
    const at = data.records[700]!.createdAt;
    for (let index = 100; index < 1290; index++) data.records[index] = { ...data.records[index]!, createdAt: at };
    const { text } = await adminCaller(data)("GET", "/requests.csv");
    expect(linesOf(text).map(({ id }) => id)).toEqual(data.records.map(({ id }) => id).toReversed());
    expect(linesOf((await adminCaller(data)("GET", "/requests.csv?most=700")).text)).toHaveLength(700);
  });
});

describe("requests", () => {
  test("pages of any length hold every record once", async () => {
    const data = memoryAdminData({ requests: 120 });
    const one = adminCaller(data);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        async (gaps, limit) => {
          let at = 1_000_000;
          const times = gaps.map((gap) => (at += gap));
          data.time += 1000;
          data.records.splice(
            0,
            data.records.length,
            ...times.map((createdAt, index) => ({ ...record, id: `gen-${index}`, createdAt })),
          );
          const ids: string[] = [];
          for (let cursor: string | null = ""; cursor !== null;) {
            const page: RequestsView = (
              await one("GET", `/requests?limit=${limit}${cursor === "" ? "" : `&cursor=${cursor}`}`)
            ).json();
            ids.push(...page.requests.map(({ id }) => id));
            cursor = page.next;
          }
          expect(ids).toEqual(times.map((_, index) => `gen-${index}`).toReversed());
        },
      ),
      { numRuns: 60 },
    );
  });
  const record = sample.records[0]!;

  test.each([
    ["model=openai/gpt-5-mini", (row: RequestView) => row.model === "openai/gpt-5-mini"],
    ["provider=groq", (row: RequestView) => row.provider === "groq"],
    ["failed=true", (row: RequestView) => row.status >= 400],
    [`key=${[...sample.stored.keys()][1]}`, (row: RequestView) => row.keyName === "Support bot"],
  ] as const)("the filter %s selects matching requests", async (filter, matches) => {
    const { requests } = await get<RequestsView>(`/requests?limit=20&${filter}`);
    expect(requests.length).toBeGreaterThan(3);
    expect(requests.filter((row) => !matches(row as unknown as RequestView))).toEqual([]);
  });

  test("a request has its attempts in order, each with its start and the reason of its failure", async () => {
    const { id } = sample.records.findLast(({ attempts, status }) => attempts.length === 2 && status === 200)!;
    const { attempts, firstTokenMs, durationMs } = await get<RequestView>(`/requests/${id}`);
    const [first, second] = attempts;
    expect(first!.status).toBeGreaterThanOrEqual(429);
    expect(first!.message).toMatch(/\w{4}/);
    expect(second!.startMs).toBeGreaterThanOrEqual(first!.startMs + first!.durationMs);
    expect(second).toMatchObject({ status: 200, message: null });
    expect(firstTokenMs!).toBeGreaterThan(second!.startMs);
    expect(second!.startMs + second!.durationMs).toBe(durationMs);
  });

  test("a request that the gateway refused shows whose limit it was", async () => {
    const data = memoryAdminData({ requests: 1 });
    const { generation: _, ...rest } = data.records[0]!;
    const error = "The monthly budget of this key, 5 USD, is used up. Raise it, or use another key.";
    data.records[0] = { ...rest, status: 402, reason: "budget", error, provider: "", attempts: [] };
    const view: RequestView = (await adminCaller(data)("GET", `/requests/${rest.id}`)).json();
    expect(view).toMatchObject({ status: 402, reason: "budget", error, attempts: [], finishReason: null });
  });

  test("attempts without a recorded start follow each other", async () => {
    const data = memoryAdminData({ requests: 1 });
    const attempt = { provider: "a", endpoint: "a", status: 503, latencyMs: 40 };
    data.records[0] = { ...data.records[0]!, attempts: [attempt, attempt] };
    const view: RequestView = (await adminCaller(data)("GET", `/requests/${data.records[0].id}`)).json();
    expect(view.attempts.map(({ startMs }) => startMs)).toEqual([0, 40]);
  });
});

describe("overview", () => {
  test("shows today's costs, rates of the newest requests and the problems, errors first", async () => {
    const view = await get<OverviewView>("/overview");
    const midnight = Date.UTC(2026, 10, 26);
    expect(nano(view.today.cost)).toBe(costOf(sample, midnight, sample.time + 60_000));
    expect(view.recent.requestsPerMinute).toBeGreaterThan(1);
    expect(view.recent.firstTokenP50Ms).toBeLessThan(view.recent.firstTokenP99Ms!);
    expect(view.hours.times).toHaveLength(24);
    expect(view.hours.times.at(-1)).toBe(Date.UTC(2026, 10, 26, 15));
    expect(view.problems.map(({ severity, title }) => `${severity}: ${title}`)).toEqual([
      "error: meta-llama/llama-3.3-70b-instruct at together is down",
      "warning: meta-llama/llama-3.3-70b-instruct at groq is rate limited",
      expect.stringMatching(/^warning: together charges 3\.4 % more than its configured price$/),
      "warning: 1 endpoint has no price",
    ]);
    expect(view.ledger).toMatchObject({ problems: 0, entries: 27_000 });
  });

  test("a ledger that does not balance and a used budget are errors", async () => {
    const data = memoryAdminData({ requests: 300 });
    data.check = { entries: 10, openHolds: 0, problems: ["account default is off by 3 nano-USD"] };
    const key = [...data.stored.values()][0]!;
    data.stored.set(key.hash, { ...key, budgets: [{ unit: "usd", limit: "0.01", window: "total" }] });
    const { problems } = (await adminCaller(data)("GET", "/overview")).json() as OverviewView;
    expect(problems.slice(0, 3)).toMatchObject([
      { severity: "error", detail: "account default is off by 3 nano-USD" },
      { severity: "error", page: "providers" },
      { severity: "error", page: "keys", title: expect.stringContaining("of its total budget") as string },
    ]);
  });

  test("an empty gateway has zeros and no rates", async () => {
    const view: OverviewView = (await adminCaller(memoryAdminData({ requests: 0 }))("GET", "/overview")).json();
    expect(view.today).toEqual({ cost: "0", requests: 0, errors: 0 });
    expect(view.recent).toEqual({
      requestsPerMinute: 0,
      errorRate: null,
      firstTokenP50Ms: null,
      firstTokenP99Ms: null,
    });
    expect(view.latest).toEqual([]);
  });
});

describe("providers and models", () => {
  test("prices are exact, and unpriced differs from free", async () => {
    const { models } = await get<ModelsView>("/models");
    const prices = Object.fromEntries(models.map(({ id, endpoints }) => [id, endpoints[0]!.prices]));
    expect(prices["openai/gpt-5-mini"]).toEqual([
      { kind: "prompt", price: "0.25", per: "1M tokens" },
      { kind: "completion", price: "2", per: "1M tokens" },
      { kind: "cacheRead", price: "0.025", per: "1M tokens" },
    ]);
    expect(prices["qwen/qwen3-8b"]).toEqual([]);
    expect(prices["acme/preview"]).toBeNull();
  });

  test("an endpoint is taken out and put back, with a line in the audit log", async () => {
    const data = memoryAdminData({ requests: 10 });
    const one = adminCaller(data);
    const id = "meta-llama/llama-3.3-70b-instruct@groq";
    for (const enabled of [false, true]) {
      const reply = await one("PUT", `/endpoints/${encodeURIComponent(id)}`, { body: { enabled } });
      expect(reply.json()).toMatchObject({ id, enabled });
      const { providers } = (await one("GET", "/providers")).json() as ProvidersView;
      expect(providers.find(({ provider }) => provider === "groq")!.endpoints).toMatchObject([{ id, enabled }]);
    }
    expect(data.audited.map(({ action, target, address }) => [action, target, address])).toEqual([
      ["endpoint.disable", id, "127.0.0.1"],
      ["endpoint.enable", id, "127.0.0.1"],
    ]);
  });
});

describe("keys", () => {
  test("a key is created, changed, rotated and revoked; its secret appears twice: when created and when rotated", async () => {
    const data = memoryAdminData({ requests: 200 });
    const one = adminCaller(data);
    const body = { name: " New key ", budgets: [{ unit: "usd", limit: "0.000000001", window: "daily" }] };
    const created = (await one("POST", "/keys", { body })).json() as CreatedKeyView;
    expect(created).toMatchObject({
      key: { name: "New key", state: "active", budgets: [{ limit: "0.000000001", spent: "0" }] },
    });
    const { hash } = created.key;
    expect(await one("PATCH", `/keys/${hash}`, { body: { disabled: true } }).then(({ json }) => json())).toMatchObject({
      state: "disabled",
    });
    await one("PATCH", `/keys/${hash}`, { body: { disabled: false, limits: { requestsPerMinute: 5 } } });
    const rotated = (await one("POST", `/keys/${hash}/rotate`, { body: { graceMs: 1000 } })).json() as CreatedKeyView;
    expect(rotated.secret).not.toBe(created.secret);
    expect(rotated.key).toMatchObject({ name: "New key", limits: { requestsPerMinute: 5 }, state: "active" });
    const stateOf = async (): Promise<string | undefined> =>
      ((await one("GET", "/keys")).json() as KeysView).keys.find((key) => key.hash === hash)?.state;
    expect(await stateOf()).toBe("rotated");
    data.time += 1000;
    expect(await stateOf()).toBe("expired");
    expect((await one("DELETE", `/keys/${hash}`)).status).toBe(204);
    expect(await stateOf()).toBeUndefined();
    expect(data.audited.map(({ action }) => action)).toEqual([
      "key.create",
      "key.update",
      "key.update",
      "key.rotate",
      "key.revoke",
    ]);
    const texts = [(await one("GET", "/keys")).text, JSON.stringify(data.audited)].join("");
    for (const { secret } of [created, rotated]) expect(texts).not.toContain(secret);
  });

  test("budgets show what is spent and reserved", async () => {
    const { keys } = await get<KeysView>("/keys");
    const { budgets, cost } = keys.find(({ name }) => name === "Production API")!;
    expect(budgets).toMatchObject([
      { unit: "usd", window: "daily", limit: "5", pending: "0.00421", resetsAt: Date.UTC(2026, 10, 27) },
      { unit: "usd", window: "monthly", limit: "60", resetsAt: Date.UTC(2026, 11, 1) },
    ]);
    expect(budgets[0]!.used).toBeCloseTo((Number(budgets[0]!.spent) + 0.00421) / 5, 3);
    expect(nano(cost)).toBeGreaterThan(nano(budgets[0]!.spent));
  });
});

describe("invalid input", () => {
  const hash = [...sample.stored.keys()][0];
  test.each<[string, string, unknown, number, RegExp]>([
    ["GET", "/spend?by=color", undefined, 400, /`by`/],
    ["GET", "/spend?days=0", undefined, 400, /`days`/],
    ["GET", "/spend?days=1e9", undefined, 400, /`days`/],
    ["GET", "/spend?from=5&to=5", undefined, 400, /`from` \(5\) must be before `to` \(5\)/],
    ["GET", "/spend?from=0&to=8000000000000", undefined, 400, /366 days/],
    ["GET", "/spend?day=7", undefined, 400, /day/],
    ["GET", "/spend?by=day&by=key", undefined, 400, /`by` appears twice/],
    ["GET", "/requests?limit=0", undefined, 400, /`limit`/],
    ["GET", "/requests?limit=1000", undefined, 400, /`limit`/],
    ["GET", "/requests?cursor=now", undefined, 400, /`cursor`/],
    ["GET", "/requests/gen-none", undefined, 404, /No request has the id "gen-none"/],
    ["GET", "/nothing", undefined, 404, /no path \/nothing/],
    ["GET", "/requests/%E0%A4%A", undefined, 404, /no path/],
    ["DELETE", "/overview", undefined, 405, /\/overview does not accept DELETE. It accepts GET/],
    ["POST", "/keys", undefined, 400, /body/],
    ["POST", "/keys", "{", 400, /not valid JSON/],
    ["POST", "/keys", {}, 400, /`name`/],
    ["POST", "/keys", { name: "  " }, 400, /`name`: Expected a name/],
    ["POST", "/keys", { name: "a", admin: true }, 400, /admin/],
    [
      "POST",
      "/keys",
      { name: "a", budgets: [{ unit: "usd", limit: "-1", window: "daily" }] },
      400,
      /`budgets\.0\.limit`/,
    ],
    ["POST", "/keys", { name: "a", budgets: [{ unit: "usd", limit: 5, window: "daily" }] }, 400, /`budgets\.0\.limit`/],
    [
      "POST",
      "/keys",
      { name: "a", budgets: [{ unit: "usd", limit: "0.0000000001", window: "daily" }] },
      400,
      /9 decimals/,
    ],
    [
      "POST",
      "/keys",
      { name: "a", budgets: [{ unit: "requests", limit: "1.5", window: "daily" }] },
      400,
      /whole number/,
    ],
    [
      "POST",
      "/keys",
      { name: "a", budgets: [{ unit: "usd", limit: "1", window: "hourly" }] },
      400,
      /`budgets\.0\.window`/,
    ],
    [
      "POST",
      "/keys",
      { name: "a", budgets: ["1", "2"].map((limit) => ({ unit: "usd", limit, window: "daily" })) },
      400,
      /one budget per unit and window/,
    ],
    ["POST", "/keys", { name: "a", limits: { requestsPerMinute: 0 } }, 400, /`limits\.requestsPerMinute`/],
    ["POST", "/keys", { name: "a".repeat(200_000) }, 400, /at most 100000/],
    ["PATCH", `/keys/${hash}`, { hash: "x" }, 400, /hash/],
    ["PATCH", "/keys/none", { disabled: true }, 404, /No key has the hash "none"/],
    ["POST", "/keys/none/rotate", {}, 404, /No key/],
    ["POST", `/keys/${hash}/rotate`, { graceMs: -1 }, 400, /`graceMs`/],
    ["DELETE", "/keys/none", undefined, 404, /No key/],
    ["PUT", "/endpoints/none", { enabled: true }, 404, /No endpoint has the id "none"/],
    ["PUT", "/endpoints/none", { enabled: "yes" }, 400, /`enabled`/],
  ])("%s %s with %j is refused with %i", async (method, target, body, status, message) => {
    const reply = await call(method, target, { body });
    expect(reply.status, reply.text).toBe(status);
    expect((reply.json() as ErrorView).error.message).toMatch(message);
  });

  test("nothing of a refused request was changed or logged", () => {
    expect(sample.audited).toEqual([]);
    expect(sample.stored.size).toBe(6);
  });

  test("a store that is gone gives 503 with Retry-After, and an unknown failure 500 without its text", async () => {
    const data = memoryAdminData({ requests: 1 });
    const withFailure = (failure: Error) => ({ ...data, keys: { ...data.keys, list: () => Promise.reject(failure) } });
    const unavailable = new StoreUnavailable("no", { retryAfterMs: 2500 });
    const gone = await adminCaller(withFailure(unavailable))("GET", "/keys");
    expect([gone.status, gone.headers["retry-after"]]).toEqual([503, "3"]);
    const broken = await adminCaller(withFailure(new Error("password=hunter2")))("GET", "/keys");
    expect(broken.status).toBe(500);
    expect(broken.text).not.toContain("hunter2");
  });
});

test("unchanged data is answered with 304", async () => {
  const first = await call("GET", "/keys");
  expect(first.headers.etag).toMatch(/^"[\w-]{22}"$/);
  const again = await call("GET", "/keys", { headers: { "if-none-match": first.headers.etag } });
  expect([again.status, again.text]).toEqual([304, ""]);
});

test("a slow check of the ledger delays no page, runs once, and is reported with the time at which it began", async () => {
  const data = memoryAdminData({ requests: 10 });
  const { promise, resolve } = Promise.withResolvers<typeof data.check>();
  let calls = 0;
  const verify = (): typeof promise => {
    calls++;
    return promise;
  };
  const one = adminCaller({ ...data, ledger: { ...data.ledger, verify } });
  const ledgerOf = async (): Promise<OverviewView["ledger"]> =>
    ((await one("GET", "/overview")).json() as OverviewView).ledger;
  expect(await Promise.all([ledgerOf(), ledgerOf()])).toEqual([null, null]);
  const started = data.time;
  data.time += 60_000;
  resolve(data.check);
  expect(await ledgerOf()).toEqual({ checkedAt: started, entries: 30, openHolds: 2, problems: 0 });
  expect(calls).toBe(1);
});

test("a change is visible in the next response", async () => {
  const data = memoryAdminData({ requests: 10 });
  const one = adminCaller(data);
  const nameOf = async (): Promise<string> => ((await one("GET", "/keys")).json() as KeysView).keys[0]!.name;
  const [key] = ((await one("GET", "/keys")).json() as KeysView).keys;
  expect(await nameOf()).toBe(key!.name);
  await one("PATCH", `/keys/${key!.hash}`, {
    body: { name: "Renamed", budgets: [{ unit: "usd", limit: "1", window: "daily" }] },
  });
  expect(await nameOf()).toBe("Renamed");
});

test("sums of records are computed once for readers at the same time", async () => {
  const data = memoryAdminData({ requests: 10 });
  let calls = 0;
  const summary: typeof data.events.summary = (query) => {
    calls++;
    return data.events.summary(query);
  };
  const one = adminCaller({ ...data, events: { ...data.events, summary } });
  await Promise.all(Array.from({ length: 20 }, () => one("GET", "/providers")));
  expect(calls).toBe(1);
});
