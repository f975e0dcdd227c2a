import { describe, expect, test } from "vitest";
import type { Adapter } from "../../packages/providers/src/adapter.ts";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";

const google = (code: number, status: string, message: string, details: readonly object[] = []): object => ({
  error: { code, message, status, details },
});
const retryInfo = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "12.5s" };
const badKey = {
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: "API_KEY_INVALID",
  domain: "googleapis.com",
};

interface Case {
  readonly name: string;
  readonly adapter: Adapter;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly facts: object;
}

const cases: readonly Case[] = [
  {
    name: "Gemini's rate limit says when a retry can succeed",
    adapter: geminiAdapter,
    status: 429,
    body: google(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", [retryInfo]),
    facts: { fault: "capacity", next: "next-key", status: 429, retryAfterMs: 12_500, code: "RESOURCE_EXHAUSTED" },
  },
  {
    name: "Gemini's error in a list is read, too",
    adapter: geminiAdapter,
    status: 429,
    body: [google(429, "RESOURCE_EXHAUSTED", "Slow down.", [retryInfo])],
    facts: { fault: "capacity", retryAfterMs: 12_500 },
  },
  {
    name: "a wrong key of Gemini is a 400, and the key's fault",
    adapter: geminiAdapter,
    status: 400,
    body: google(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.", [badKey]),
    facts: { fault: "key", next: "next-key", status: 502, code: "API_KEY_INVALID" },
  },
  {
    name: "a prompt that is too long for Gemini may fit elsewhere",
    adapter: geminiAdapter,
    status: 400,
    body: google(
      400,
      "INVALID_ARGUMENT",
      "The input token count (2097153) exceeds the maximum number of tokens allowed (1048576).",
    ),
    facts: { next: "next-endpoint", errorType: "context_length_exceeded", status: 400 },
  },
  {
    name: "an overloaded model of Gemini is a lack of capacity",
    adapter: geminiAdapter,
    status: 503,
    headers: { "retry-after": "3" },
    body: google(503, "UNAVAILABLE", "The model is overloaded. Please try again later."),
    facts: { fault: "capacity", next: "next-endpoint", status: 503, retryAfterMs: 3000 },
  },
  {
    name: "a model that Gemini does not have is the endpoint's fault",
    adapter: geminiAdapter,
    status: 404,
    body: google(404, "NOT_FOUND", "models/gemini-0 is not found for API version v1beta"),
    facts: { fault: "endpoint", next: "next-endpoint", status: 502 },
  },
  {
    name: "a rate limit of Cohere is a lack of capacity",
    adapter: cohereAdapter,
    status: 429,
    headers: { "retry-after": "7" },
    body: { id: "1", message: "too many requests" },
    facts: { fault: "capacity", next: "next-key", status: 429, retryAfterMs: 7000 },
  },
  {
    name: "a trial key of Cohere without calls left is spent, so that no retry waits for it",
    adapter: cohereAdapter,
    status: 429,
    body: { message: "You are using a Trial key, which is limited to 1000 API calls / month." },
    facts: { fault: "key", next: "next-key" },
  },
  {
    name: "a wrong key of Cohere is the key's fault",
    adapter: cohereAdapter,
    status: 401,
    body: { message: "invalid api token" },
    facts: { fault: "key", next: "next-key", status: 502 },
  },
  {
    name: "a request that Cohere refuses may succeed elsewhere, with Cohere's words",
    adapter: cohereAdapter,
    status: 400,
    body: { message: "invalid request: p must be between 0.01 and 0.99" },
    facts: { next: "next-endpoint", message: "invalid request: p must be between 0.01 and 0.99", status: 400 },
  },
  {
    name: "a full queue of Ollama is a lack of capacity",
    adapter: ollamaAdapter,
    status: 503,
    body: { error: "server busy, please try again.  maximum pending requests exceeded" },
    facts: { fault: "capacity", next: "next-endpoint", status: 503 },
  },
  {
    name: "a model that Ollama has not pulled is the endpoint's fault",
    adapter: ollamaAdapter,
    status: 404,
    body: { error: 'model "qwen9" not found, try pulling it first' },
    facts: { fault: "endpoint", next: "next-endpoint" },
  },
  {
    name: "a page of a proxy is an outage",
    adapter: ollamaAdapter,
    status: 502,
    body: "<html>Bad Gateway</html>",
    facts: { fault: "provider", next: "next-endpoint", status: 502, raw: "<html>Bad Gateway</html>" },
  },
];

describe("errors of native APIs", () => {
  test.each(cases)("$name", ({ adapter, status, headers = {}, body, facts }) => {
    expect(adapter.readError({ status, headers, body })).toMatchObject(facts);
  });
});
