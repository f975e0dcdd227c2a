// When a failed request is sent again: which statuses, which headers, and by whose clock.
import { ApiError } from "@patchbay/client";
import { expect, test, vi } from "vitest";
import { against, caught, chat, failure } from "./support.ts";

const refusal = (status: number, headers: Record<string, string>, more: object = {}): ApiError => {
  const body = { error: { code: status, message: "no", ...more } };
  return new ApiError({ status, headers: new Headers(headers), body, responseText: JSON.stringify(body) });
};

test.each([500, 501, 502, 503, 504, 505, 507, 511, 520, 521, 522, 523, 524, 525, 529, 530, 598, 599])(
  "status %i is retryable, whether the contract knows it or not",
  async (status) => {
    expect(refusal(status, {}).retryable).toBe(true);
    vi.useFakeTimers();
    try {
      const { client, requests } = against([failure(status)]);
      const work = caught(client.chat.completions.create(chat));
      await vi.runAllTimersAsync();
      expect(await work).toMatchObject({ status, attempts: 3 });
      expect(requests).toHaveLength(3);
    } finally {
      vi.useRealTimers();
    }
  },
);

test.each([400, 401, 402, 403, 404, 405, 406, 410, 412, 413, 415, 418, 422, 425, 426, 431, 451, 499])(
  "status %i is not retryable",
  (status) => expect(refusal(status, {}).retryable).toBe(false),
);

test("504 has its own code", () => {
  expect(refusal(504, {})).toMatchObject({ code: "gateway_timeout", retryable: true });
});

test.each([
  ["retry-after", "1.5", 1500],
  ["retry-after", "0", 0],
  ["retry-after", " 7 ", 7000],
  ["retry-after-ms", "250", 250],
  ["retry-after", "", undefined],
  ["retry-after", "   ", undefined],
  ["retry-after-ms", "", undefined],
  ["retry-after", "-1", undefined],
  ["retry-after", "soon", undefined],
  ["retry-after", "10s", undefined],
  ["retry-after", "0x10", undefined],
  ["retry-after", "1e3", undefined],
  ["retry-after", "Infinity", undefined],
  ["retry-after", "NaN", undefined],
  ["retry-after", "Wed, 21 Oct 2015 07:28:00 GMT", undefined],
])("%s: %j asks for a wait of %s ms", (name, value, ms) => {
  expect(refusal(429, { [name]: value }).retryAfterMs).toBe(ms);
});

test.each([-86_400_000, -600_000, 0, 600_000, 86_400_000])(
  "Retry-After as a date is measured against the Date of the response, with a clock %i ms apart",
  (skew) => {
    const now = Math.floor(Date.now() / 1000) * 1000 + skew;
    const headers = { date: new Date(now).toUTCString(), "retry-after": new Date(now + 2000).toUTCString() };
    expect(refusal(429, headers)).toMatchObject({ retryAfterMs: 2000, retryable: true });
  },
);

test.each([500, 502, 503, 504, 524, 529, 408, 409])(
  "X-RateLimit-Reset of a %i does not delay the next attempt",
  (status) => {
    const headers = {
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "998",
      "x-ratelimit-reset": String(Date.now() + 3_600_000),
    };
    expect(refusal(status, headers)).toMatchObject({ retryable: true, retryAfterMs: undefined });
    const metadata = { headers: { "X-RateLimit-Limit": "20", "X-RateLimit-Reset": headers["x-ratelimit-reset"] } };
    expect(refusal(status, {}, { metadata })).toMatchObject({ retryable: true, retryAfterMs: undefined });
  },
);

test.each([
  ["milliseconds", 1],
  ["seconds", 1000],
])("X-RateLimit-Reset of a 429 counts, in %s since 1970", (_, unit) => {
  const reset = Math.ceil(Date.now() / 1000) * 1000 + 30_000;
  const error = refusal(429, { "x-ratelimit-limit": "20", "x-ratelimit-reset": String(reset / unit) });
  expect(error.rateLimit?.resetAt).toEqual(new Date(reset));
  // The test may stand still for seconds. Another unit would be off by a factor of 1,000.
  expect(error.retryAfterMs).toBeGreaterThan(10_000);
  expect(error.retryAfterMs).toBeLessThanOrEqual(31_000);
  expect(error.retryable).toBe(true);
});

test.each([-7_200_000, 7_200_000])(
  "X-RateLimit-Reset is measured against the response's Date, with a clock off by %i ms",
  (skew) => {
    const now = Math.floor(Date.now() / 1000) * 1000 + skew;
    const headers = { date: new Date(now).toUTCString(), "x-ratelimit-reset": String(now + 2000) };
    expect(refusal(429, headers)).toMatchObject({ retryAfterMs: 2000, retryable: true });
  },
);

test.each(["", "soon", "1e400"])("X-RateLimit-Reset: %j is not a date", (reset) => {
  const error = refusal(429, { "x-ratelimit-limit": "20", "x-ratelimit-reset": reset });
  expect(error).toMatchObject({ retryAfterMs: undefined, retryable: true });
  expect(error.rateLimit).toEqual({ limit: 20, remaining: undefined, resetAt: undefined });
});
