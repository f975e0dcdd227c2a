// Accounts with prepaid credits through the gateway.
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../packages/gateway/src/cli/main.ts";
import { createServices } from "../../packages/gateway/src/cli/services.ts";
import { createTestGateway, type TestGateway } from "../support/test-gateway.ts";
import { startProvider, type ProviderServer } from "../support/provider-server.ts";

let provider: ProviderServer;
let served: TestGateway;

beforeAll(async () => {
  provider = await startProvider();
  served = await createTestGateway({
    providers: { local: { kind: "openai-compatible", baseURL: `${provider.url}/v1`, apiKey: "$GATEWAY_KEY" } },
    models: [
      {
        id: "acme/tiny",
        endpoints: [{ provider: "local", model: "tiny", context: 8192, price: { prompt: 1, completion: 1000 } }],
      },
      { id: "acme/unpriced", endpoints: [{ provider: "local", model: "tiny", context: 8192 }] },
    ],
    accounts: Object.fromEntries(["acme", "poor", "debt"].map((name) => [name, { creditLimit: "prepaid" }])),
    keys: ["acme", "poor", "debt"].map((account) => ({
      name: account,
      account,
      secret: `$${account.toUpperCase()}_KEY`,
    })),
  });
});
afterAll(async () => {
  await served.close();
  await provider.stop();
});

const keyOf = (account: string): string => `sk-test-of-${account}-0123456789`;
const chat = (account: string, body: object = {}) =>
  served.call("POST", "/chat/completions", {
    key: keyOf(account),
    body: { model: "acme/tiny", messages: [{ role: "user", content: "hi" }], max_tokens: 10, ...body },
  });
const deposit = (body: object) => served.call("POST", "/admin/api/credits", { body });
const balanceOf = async (account: string) =>
  (await served.call("GET", `/admin/api/credits?account=${account}`)).json as Record<string, string>;

test("an account without credits gets 402 before any provider is called, and is served after a deposit", async () => {
  provider.reset();
  const refused = await chat("acme");
  expect(refused.status, refused.text).toBe(402);
  expect(refused.json.error.message).toMatch(/Insufficient credits/);
  expect(provider.requests).toHaveLength(0);
  const added = await deposit({ account: "acme", amount: "20.00" });
  expect(added.json).toEqual({ account: "acme", bought: "20", used: "0", pending: "0", balance: "20" });
  const reply = await chat("acme");
  expect(reply.status, reply.text).toBe(200);
  // 10 prompt tokens at 1 USD and 2 completion tokens at 1,000 USD per million.
  await expect.poll(async () => (await balanceOf("acme")).used).toBe("0.00201");
  const credits = await served.call("GET", "/credits", { key: served.adminKey });
  expect(credits.status, credits.text).toBe(200);
});

test("a request beyond a small balance is refused with the number of tokens that it can afford", async () => {
  await deposit({ account: "poor", amount: "0.005" });
  const refused = await chat("poor", { max_tokens: 100 });
  expect(refused.status, refused.text).toBe(402);
  expect(refused.json.error.message).toMatch(/can only afford \d/);
  const affordable = Number(/can only afford (\d+)/.exec(refused.json.error.message)![1]);
  expect((await chat("poor", { max_tokens: affordable })).status).toBe(200);
});

test("an answer beyond its reservation is charged in full, and the next request is refused until the debt is paid", async () => {
  await deposit({ account: "debt", amount: "0.0101" });
  provider.behave({ usage: { prompt: 10, completion: 50 } });
  expect((await chat("debt", { max_tokens: 10 })).status).toBe(200);
  provider.behave({});
  await expect.poll(async () => (await balanceOf("debt")).balance).toBe("-0.03991");
  expect((await chat("debt", { max_tokens: 1 })).status).toBe(402);
  await deposit({ account: "debt", amount: "1" });
  expect((await chat("debt", { max_tokens: 1 })).status).toBe(200);
});

test("a deposit with an id is added once, and its id cannot be used for another amount", async () => {
  const before = Number((await balanceOf("acme")).bought);
  const body = { account: "acme", amount: "5", id: "invoice-1" };
  expect([(await deposit(body)).status, (await deposit(body)).status]).toEqual([201, 201]);
  expect(Number((await balanceOf("acme")).bought)).toBe(before + 5);
  const other = await deposit({ ...body, amount: "6" });
  expect(other.status).toBe(409);
  expect(other.json.error.message).toMatch(/invoice-1/);
});

test("only a correction can be negative, and no deposit is zero", async () => {
  expect((await deposit({ account: "acme", amount: "-1" })).status).toBe(400);
  expect((await deposit({ account: "acme", amount: "0" })).status).toBe(400);
  expect((await deposit({ account: "acme", amount: "1.0000000001" })).status).toBe(400);
  expect((await deposit({ account: "acme", amount: "-1", kind: "correction" })).status).toBe(201);
});

test("credits cannot buy a model without a price", async () => {
  const refused = await chat("acme", { model: "acme/unpriced" });
  expect(refused.status).toBe(403);
  expect(refused.json.error.message).toMatch(/local has no price/);
});

test("the command adds credits to the running gateway and prints the balance", async () => {
  const run = async (args: readonly string[], adminKey: string) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await main(args, {
      ...createServices(async () => Promise.reject(new Error("not started here"))),
      env: { PATCHBAY_ADMIN_KEY: adminKey },
      write: (line) => out.push(line),
      log: (line) => err.push(line),
      fetch: served.fetch,
    });
    return { code, out, err: err.join("\n") };
  };
  const fresh = ["--account", "fresh", "--url", "http://gateway.test"];
  expect(await run(["credits", "add", ...fresh, "--amount", "20.50"], served.adminKey)).toMatchObject({
    code: 0,
    out: ["20.5"],
  });
  expect((await run(["credits", "show", ...fresh], served.adminKey)).out).toEqual(["20.5"]);
  expect((await run(["credits", "add", ...fresh, "--amount", "many"], served.adminKey)).err).toMatch(/--amount/);
  const refused = await run(["credits", "add", ...fresh, "--amount", "1"], "sk-wrong-0123456789");
  expect(refused).toMatchObject({ code: 1, out: [] });
  expect(refused.err).toMatch(/The gateway at http:\/\/gateway\.test refused/);
});
