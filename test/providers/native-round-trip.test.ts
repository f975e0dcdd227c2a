import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinParts } from "../../packages/service/src/parts/join-parts.ts";
import { toChatCompletion } from "../../packages/service/src/dialects/chat/chat-completion.ts";
import type { Adapter, Target } from "../../packages/providers/src/adapter.ts";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";
import type { Part, ProviderPart, UnifiedRequest } from "../../packages/providers/src/unified.ts";
import { outputs, writers, type Output } from "./native-outputs.ts";
import { callsOf, finishesOf, replayChunks, textOf, withStableIds, type ReplayOptions } from "./replay.ts";

type Kind = keyof typeof writers;
const kinds = ["gemini", "cohere", "ollama"] as const satisfies readonly Kind[];
const providers: Readonly<Record<Kind, { adapter: Adapter; target: Target; options: ReplayOptions }>> = {
  gemini: { adapter: geminiAdapter, target: { model: "gemini-3-pro", issuer: "google" }, options: { format: "sse" } },
  cohere: { adapter: cohereAdapter, target: { model: "command-a", issuer: "cohere" }, options: { format: "sse" } },
  ollama: { adapter: ollamaAdapter, target: { model: "qwen3", issuer: "local" }, options: { format: "ndjson" } },
};

function decode(kind: Kind, chunks: readonly Uint8Array[]): ProviderPart[] {
  const { adapter, target, options } = providers[kind];
  return replayChunks(adapter, chunks, { ...options, target });
}

/** The text in chunks that end at the given shares of its length. */
function cut(text: string, shares: readonly number[]): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const places = shares.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b);
  return [0, ...places].map((start, index) => bytes.subarray(start, places[index] ?? bytes.length));
}

const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

describe.each(kinds)("a response of %s", (kind) => {
  test("has the same parts, however it is cut, and they are the output", () => {
    fc.assert(
      fc.property(outputs, shares, (output, places) => {
        const body = writers[kind](output);
        const parts = decode(kind, [new TextEncoder().encode(body)]);
        expect(withStableIds(decode(kind, cut(body, places)))).toStrictEqual(withStableIds(parts));
        expect(textOf(parts, "reasoning")).toBe(output.reasoning.join(""));
        expect(textOf(parts)).toBe(output.text.join(""));
        expect(
          callsOf(parts).map(({ name, arguments: json }) => ({ name, args: JSON.parse(json) as unknown })),
        ).toEqual(output.calls);
        expect(finishesOf(parts)).toMatchObject([{ reason: output.calls.length > 0 ? "tool_calls" : "stop" }]);
      }),
      { numRuns: 100 },
    );
  });
});

/** The conversation after outputs of a provider, as a client sends it back. */
function continueWith(kind: Kind, list: readonly Output[]): UnifiedRequest {
  const messages = list.flatMap((output): UnifiedRequest["messages"] => {
    const parts = decode(kind, [new TextEncoder().encode(writers[kind](output))]);
    const joined = joinParts(parts.filter((part): part is Part => part.type !== "response"));
    const head = { id: "gen-1", created: 0, model: "acme/tiny", provider: kind } as never;
    const { message } = toChatCompletion(head, joined, { finishReason: "stop", usage: {} } as never).choices[0]!;
    const results = (message.tool_calls ?? []).map(({ id, function: { name } }) => ({
      role: "tool" as const,
      tool_call_id: id,
      content: `result of ${name}`,
    }));
    return [message, ...results, { role: "user", content: "Go on." }];
  });
  return { messages: [{ role: "user", content: "Begin." }, ...messages] };
}

/** What must hold for a body that a provider accepts; the sent texts and calls. */
const validators: Readonly<Record<Kind, (body: never) => { texts: string; calls: unknown[] }>> = {
  gemini: validateGemini,
  cohere: validateCohere,
  ollama: validateOllama,
};

interface GeminiBody {
  readonly contents: readonly {
    readonly role: string;
    readonly parts: readonly {
      readonly text?: string;
      readonly functionCall?: { readonly id: string; readonly args: object };
      readonly functionResponse?: { readonly id: string; readonly response: object };
      readonly thoughtSignature?: string;
    }[];
  }[];
}

function validateGemini({ contents }: GeminiBody): { texts: string; calls: unknown[] } {
  for (const [index, { role, parts }] of contents.entries()) {
    expect(parts.length).toBeGreaterThan(0);
    const calls = parts.flatMap(({ functionCall }) => functionCall ?? []);
    if (calls.length === 0) continue;
    expect(role).toBe("model");
    // The next turn answers every call, in order, and the first call alone has a signature.
    expect(contents[index + 1]!.parts.map(({ functionResponse }) => functionResponse?.id)).toEqual(
      calls.map(({ id }) => id),
    );
    const signatures = parts.filter(({ functionCall }) => functionCall).map(({ thoughtSignature }) => thoughtSignature);
    expect(signatures[0]).toBeTypeOf("string");
    expect(signatures.slice(1).every((signature) => signature === undefined)).toBe(true);
  }
  const parts = contents.filter(({ role }) => role === "model").flatMap(({ parts }) => parts);
  return {
    texts: parts.map(({ text }) => text ?? "").join(""),
    calls: parts.flatMap(({ functionCall }) => (functionCall ? [functionCall.args] : [])),
  };
}

interface ChatBody {
  readonly messages: readonly {
    readonly role: string;
    readonly content?: string | readonly { readonly text?: string }[];
    readonly tool_call_id?: string;
    readonly tool_name?: string;
    readonly tool_calls?: readonly { readonly id: string; readonly function: { readonly arguments: unknown } }[];
  }[];
}

function validateCohere({ messages }: ChatBody): { texts: string; calls: unknown[] } {
  const open = new Set<string>();
  for (const { role, content, tool_call_id: id, tool_calls: calls } of messages) {
    if (role === "tool") expect(open.delete(id!)).toBe(true);
    else expect([...open]).toEqual([]);
    expect(content !== undefined || calls !== undefined).toBe(true);
    for (const call of calls ?? []) open.add(call.id);
  }
  const assistant = messages.filter(({ role }) => role === "assistant");
  const textIn = (content: ChatBody["messages"][number]["content"]): string =>
    typeof content === "string" ? content : (content ?? []).map(({ text }) => text ?? "").join("");
  return {
    texts: assistant.map(({ content }) => textIn(content)).join(""),
    calls: callsIn(assistant).map((json) => JSON.parse(json as string) as unknown),
  };
}

function validateOllama({ messages }: ChatBody): { texts: string; calls: unknown[] } {
  for (const { role, content, tool_name: name } of messages) {
    expect(content).toBeTypeOf("string");
    if (role === "tool") expect(name).toMatch(/^get_/);
  }
  const assistant = messages.filter(({ role }) => role === "assistant");
  return { texts: assistant.map(({ content }) => content as string).join(""), calls: callsIn(assistant) };
}

function callsIn(messages: ChatBody["messages"]): unknown[] {
  return messages.flatMap(({ tool_calls: calls }) => (calls ?? []).map(({ function: { arguments: args } }) => args));
}

describe.each(kinds)("a conversation with %s", (from) => {
  test.each(kinds)("is a valid request to %s that keeps all texts and calls", (to) => {
    fc.assert(
      fc.property(fc.array(outputs, { minLength: 1, maxLength: 3 }), (list) => {
        const { adapter, target } = providers[to];
        const body = JSON.parse(String(adapter.chat.toWire(continueWith(from, list), target).body)) as never;
        const { texts, calls } = validators[to](body);
        expect(texts).toBe(list.flatMap(({ text }) => text).join(""));
        expect(calls).toEqual(list.flatMap(({ calls: all }) => all.map(({ args }) => args)));
      }),
      { numRuns: 40 },
    );
  });
});
