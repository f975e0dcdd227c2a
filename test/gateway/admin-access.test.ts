// Who may use the admin API: sessions, the admin key as a bearer token, other origins, and guessing.
import { describe, expect, test } from "vitest";
import { createAdmin } from "../../packages/gateway/src/admin/admin.ts";
import type { ErrorView } from "../../packages/gateway/src/admin/views.ts";
import { adminCaller, adminKey, type Call, type Caller } from "../support/admin/call-admin.ts";
import { memoryAdminData } from "../support/admin/memory-data.ts";

const anonymous = { authorization: undefined };
const same = { ...anonymous, "x-patchbay-admin": "1" };
const data = memoryAdminData({ requests: 20 });

async function logIn(call: Caller, more: Call = {}): Promise<string> {
  const reply = await call("POST", "/login", { headers: same, body: { key: adminKey }, ...more });
  expect(reply.status, reply.text).toBe(204);
  return reply.headers["set-cookie"]!;
}
const cookieOf = (setCookie: string): string => setCookie.split(";")[0]!;

describe("sessions", () => {
  test("the cookie is HttpOnly, SameSite=Strict and, with TLS, Secure", async () => {
    const call = adminCaller(data);
    const cookie = await logIn(call);
    expect(cookie).toMatch(/^patchbay_admin=[\w.-]+; Path=\/admin\/api; HttpOnly; SameSite=Strict; Max-Age=28800$/);
    expect(cookie).not.toContain(adminKey);
    expect(await logIn(call, { isSecure: true })).toMatch(/; Secure$/);
  });

  test("a session reads and, with the header of the dashboard, changes", async () => {
    const call = adminCaller(data);
    const headers = { ...same, cookie: `other=1; ${cookieOf(await logIn(call))}` };
    expect((await call("GET", "/keys", { headers: { ...headers, "x-patchbay-admin": undefined } })).status).toBe(200);
    expect((await call("POST", "/keys", { headers, body: { name: "x" } })).status).toBe(201);
  });

  test("a session ends by logout, after eight hours and with another admin key, and is valid on another gateway", async () => {
    const own = memoryAdminData({ requests: 0 });
    const call = adminCaller(own);
    const session = { ...same, cookie: cookieOf(await logIn(call)) };
    const status = async (caller: Caller): Promise<number> =>
      (await caller("GET", "/session", { headers: session })).status;
    expect(await status(call)).toBe(200);
    expect(await status(adminCaller(own))).toBe(200);
    own.time += 8 * 3_600_000;
    expect(await status(call)).toBe(401);
    own.time -= 1;
    expect(await status(call)).toBe(200);
    const out = await call("POST", "/logout", { headers: session });
    expect(out.headers["set-cookie"]).toMatch(/^patchbay_admin=; .*Max-Age=0/);
    expect(await status(call)).toBe(401);
  });

  test.each([
    ["nothing", ""],
    ["another name", "patchbay=x"],
    ["no signature", "patchbay_admin=zzzzzzzzz.AAAA"],
    ["a foreign signature", "patchbay_admin=zzzzzzzzz.AAAA.BBBB"],
    ["no dot", "patchbay_admin=zzzzzzzzz"],
  ])("a cookie with %s is refused", async (_, cookie) => {
    const reply = await adminCaller(data)("GET", "/keys", { headers: { ...same, cookie } });
    expect(reply.status).toBe(401);
    expect((reply.json() as ErrorView).error.code).toBe("unauthorized");
  });

  test("a session whose end was changed is refused", async () => {
    const call = adminCaller(data);
    const cookie = cookieOf(await logIn(call)).replace(/=\w/, "=z");
    expect((await call("GET", "/keys", { headers: { ...same, cookie } })).status).toBe(401);
  });
});

describe("other origins", () => {
  test.each<[string, Record<string, string | undefined>, number]>([
    ["without the header of the dashboard", { "x-patchbay-admin": undefined }, 403],
    ["from another site", { "sec-fetch-site": "cross-site" }, 403],
    ["from another host of the site", { "sec-fetch-site": "same-site" }, 403],
    ["from another origin, by an old browser", { origin: "http://evil.example", host: "gateway:4000" }, 403],
    ["from the origin null", { origin: "null", host: "gateway:4000" }, 403],
    [
      "from the same origin",
      { "sec-fetch-site": "same-origin", origin: "http://gateway:4000", host: "gateway:4000" },
      201,
    ],
    ["from the same origin, by an old browser", { origin: "https://gateway:4000", host: "gateway:4000" }, 201],
  ])("a change %s gets %i", async (_, headers, status) => {
    const call = adminCaller(data);
    const cookie = cookieOf(await logIn(call));
    const reply = await call("POST", "/keys", { headers: { ...same, cookie, ...headers }, body: { name: "x" } });
    expect(reply.status, reply.text).toBe(status);
  });

  test("a form of another site can neither log in nor send JSON as text", async () => {
    const call = adminCaller(data);
    const form = { ...anonymous, "content-type": "application/x-www-form-urlencoded" };
    expect((await call("POST", "/login", { headers: form, body: `key=${adminKey}` })).status).toBe(400);
    const text = { ...same, "content-type": "text/plain" };
    expect((await call("POST", "/login", { headers: text, body: { key: adminKey } })).status).toBe(400);
    expect((await call("POST", "/login", { headers: anonymous, body: { key: adminKey } })).status).toBe(403);
  });
});

describe("the admin key as a bearer token", () => {
  test.each([
    [`Bearer ${adminKey}`, 200],
    [`bearer   ${adminKey}`, 200],
    ["Bearer wrong", 401],
    [`Basic ${adminKey}`, 401],
    ["", 401],
  ])("%j gets %i", async (authorization, status) => {
    expect((await adminCaller(data)("GET", "/session", { headers: { authorization } })).status).toBe(status);
  });
});

test("without an admin key, the empty key is refused, too", async () => {
  const admin = createAdmin(data, { adminKey: "" });
  const request = { method: "POST", path: "/admin/api/login", query: new URLSearchParams(), address: "::1" };
  const headers = { "content-type": "application/json", "x-patchbay-admin": "1" };
  expect((await admin({ ...request, headers, body: JSON.stringify({ key: "" }) })).status).toBe(401);
});

describe("guessing the admin key", () => {
  const guess = async (call: Caller, address = "203.0.113.7"): Promise<[number, string | undefined]> => {
    const reply = await call("POST", "/login", { headers: same, body: { key: "guess" }, address });
    return [reply.status, reply.headers["retry-after"]];
  };

  test("is slowed per address, twice as long each time, and logged; other addresses are not affected", async () => {
    const own = memoryAdminData({ requests: 0 });
    const call = adminCaller(own);
    for (let index = 0; index < 5; index++) expect((await guess(call))[0]).toBe(401);
    const waits: number[] = [];
    for (let index = 0; index < 9; index++) {
      const [status, wait] = await guess(call);
      expect(status).toBe(429);
      waits.push(Number(wait));
      own.time += Number(wait) * 1000;
      expect((await guess(call))[0]).toBe(401);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
    await logIn(call, { headers: same, body: { key: adminKey }, address: "203.0.113.8" });
    expect(own.audited.filter(({ action }) => action === "login.failed")).toHaveLength(14);
    expect(JSON.stringify(own.audited)).not.toContain("guess");
  });

  test("the right key is refused, too, while its address is blocked, and is forgotten afterwards", async () => {
    const own = memoryAdminData({ requests: 0 });
    const call = adminCaller(own);
    for (let index = 0; index < 5; index++) await guess(call, "::1");
    const blocked = await call("POST", "/login", { headers: same, body: { key: adminKey }, address: "::1" });
    expect(blocked.status).toBe(429);
    own.time += 1000;
    await logIn(call, { headers: same, body: { key: adminKey }, address: "::1" });
    expect((await guess(call, "::1"))[0]).toBe(401);
    expect((await guess(call, "::1"))[0]).toBe(401);
  });

  test("the addresses of one IPv6 network count together", async () => {
    const call = adminCaller(memoryAdminData({ requests: 0 }));
    for (const end of ["1", "2", "abcd:1:2:3", "4", "5"]) await guess(call, `2001:db8:0:7::${end}`);
    expect((await guess(call, "2001:DB8::7:0:0:0:9"))[0]).toBe(429);
    expect((await guess(call, "2001:db8:0:8::1"))[0]).toBe(401);
  });

  test("bearer tokens count, too", async () => {
    const call = adminCaller(memoryAdminData({ requests: 0 }));
    for (let index = 0; index < 5; index++) await call("GET", "/keys", { headers: { authorization: "Bearer guess" } });
    expect((await call("GET", "/keys", { headers: { authorization: "Bearer guess" } })).status).toBe(429);
  });
});
