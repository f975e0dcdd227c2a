import { expect, test } from "vitest";
import { anHour, PromptCaches } from "./prompt-cache.ts";

const implicit = { explicit: false, minTokens: 1024 };
const explicit = { explicit: true, minTokens: 1024 };

test("the longest stored prefix is read, and reading stores it for five more minutes", () => {
  const caches = new PromptCaches();
  const short = [{ hash: 1, tokens: 2000 }];
  const long = [...short, { hash: 2, tokens: 3000 }];
  caches.commit("a", short, implicit, 0);
  expect(caches.plan("a", long, implicit, 299_999).cachedTokens).toBe(2000);
  caches.commit("a", long, implicit, 299_999);
  expect(caches.plan("a", long, implicit, 599_998).cachedTokens).toBe(3000);
  expect(caches.plan("a", long, implicit, 600_000).cachedTokens).toBe(0);
});

test("a prefix below the minimum is not stored, and scopes share no prefixes", () => {
  const caches = new PromptCaches();
  caches.commit("a", [{ hash: 1, tokens: 1023 }], implicit, 0);
  caches.commit("a", [{ hash: 2, tokens: 1024 }], implicit, 0);
  expect(caches.plan("a", [{ hash: 1, tokens: 1023 }], implicit, 0).cachedTokens).toBe(0);
  expect(caches.plan("b", [{ hash: 2, tokens: 1024 }], implicit, 0).cachedTokens).toBe(0);
});

test("an endpoint with a write price writes only marked prefixes, up to the last mark, without the tokens that are read", () => {
  const caches = new PromptCaches();
  const first = [
    { hash: 1, tokens: 2000, ttl: anHour },
    { hash: 2, tokens: 2500 },
  ];
  expect(caches.plan("a", first, explicit, 0)).toMatchObject({
    cachedTokens: 0,
    cacheWriteTokens: 0,
    cacheWriteHourTokens: 2000,
  });
  caches.commit("a", first, explicit, 0);
  const second = [
    { hash: 1, tokens: 2000 },
    { hash: 3, tokens: 4000, ttl: 300_000 },
  ];
  expect(caches.plan("a", second, explicit, 3_599_999)).toMatchObject({
    cachedTokens: 2000,
    cacheWriteTokens: 2000,
    cacheWriteHourTokens: 0,
  });
  expect(caches.plan("a", second, explicit, 3_600_000).cachedTokens).toBe(0);
});
