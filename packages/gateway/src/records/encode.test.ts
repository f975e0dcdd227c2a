import type { Generation } from "@patchbay/spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { RequestEvent } from "../ports/events.ts";
import { decodeEvent, encodeEvent } from "./encode.ts";

const event: RequestEvent = {
  id: "gen-1",
  account: "default",
  keyHash: "hash",
  model: "acme/tiny",
  provider: "acme",
  endpoint: "acme/tiny@acme",
  createdAt: 1,
  status: 200,
  cost: 2n ** 60n + 1n,
  listPrice: 5n,
  isByok: false,
  promptTokens: 10,
  cachedTokens: 3,
  completionTokens: 4,
  reasoningTokens: 1,
  durationMs: 12.5,
  firstTokenMs: null,
  attempts: [{ provider: "acme", endpoint: "e", status: 200, latencyMs: 5 }],
};

const optional = ["request_id", "response_cache_source_id", "usage_estimated"];
const always = `
  id api_type model created_at origin usage total_cost is_byok data_region streamed cancelled generation_time
  latency moderation_latency tokens_prompt tokens_completion native_tokens_prompt native_tokens_completion
  native_tokens_reasoning native_tokens_cached native_tokens_completion_images num_media_prompt
  num_input_audio_prompt num_media_completion num_search_results num_fetches cache_discount
  upstream_inference_cost finish_reason native_finish_reason provider_name upstream_id router preset_id
  service_tier external_user http_referer user_agent workspace_id web_search_engine app_id session_id
  provider_responses`
  .trim()
  .split(/\s+/);
const value = fc.oneof(fc.constant(null), fc.string(), fc.nat(), fc.boolean(), fc.constant([{ status: 200 }]));
const whole = fc.record(Object.fromEntries([...always, ...optional].map((name) => [name, value] as const)), {
  requiredKeys: always,
  noNullPrototype: true,
});
const partial = fc.record(
  Object.fromEntries([...always, ...optional, "added_later"].map((name) => [name, value] as const)),
  { requiredKeys: [], noNullPrototype: true },
);

test("a record is the same after encoding and decoding, whichever fields its generation has", () => {
  fc.assert(
    fc.property(fc.oneof(whole, partial), (generation) => {
      const one = { ...event, generation: generation as unknown as Generation };
      expect(decodeEvent(encodeEvent(one))).toStrictEqual(one);
    }),
  );
});

test("the names of a generation's fields are not stored", () => {
  fc.assert(
    fc.property(whole, (generation) => {
      fc.pre(optional.every((name) => generation[name] !== null));
      const data = encodeEvent({ ...event, generation: generation as unknown as Generation });
      expect(JSON.parse(data)).toMatchObject({ generation: expect.any(Array) });
    }),
  );
});

test("a record of an earlier version, with its whole generation, is read", () => {
  const generation = { id: "gen-1", finish_reason: "stop" };
  const { cost, listPrice, ...rest } = event;
  const data = JSON.stringify({ ...rest, generation, cost: String(cost), listPrice: String(listPrice) });
  expect(decodeEvent(data)).toStrictEqual({ ...event, generation });
});
