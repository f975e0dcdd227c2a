import type { ReasoningDetail } from "@patchbay/spec";
import { describe, expect, test } from "vitest";
import type { Target } from "../../packages/providers/src/adapter.ts";
import { anthropicAdapter } from "../../packages/providers/src/anthropic/anthropic.ts";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { openAICompatibleAdapter } from "../../packages/providers/src/openai-compatible/openai-compatible.ts";
import type { ProviderPart, UnifiedRequest } from "../../packages/providers/src/unified.ts";
import {
  callsOf,
  finishesOf,
  readRecording,
  replay,
  replayChunks,
  textOf,
  usageOf,
  type ReplayOptions,
} from "./replay.ts";

test("edge 1: a call and STOP in different events of Gemini end with tool_calls", () => {
  const parts = replay(geminiAdapter, "gemini-call-then-finish.sse");
  expect(callsOf(parts)).toMatchObject([{ name: "get_weather", arguments: '{"city":"Zürich","days":3}' }]);
  expect(finishesOf(parts)).toEqual([{ type: "finish", reason: "tool_calls", nativeReason: "STOP" }]);
  expect(usageOf(parts)).toMatchObject({ promptTokens: 62, completionTokens: 63, reasoningTokens: 48 });
});

test("edge 3: a finish reason on every event of Gemini does not end the output early", () => {
  const parts = replay(geminiAdapter, "gemini-finish-on-every-event.sse");
  expect(textOf(parts)).toBe("The lighthouse blinks every nine seconds.");
  expect(finishesOf(parts)).toHaveLength(1);
  expect(parts.at(-1)).toMatchObject({ type: "finish", reason: "stop" });
  expect(usageOf(parts)).toMatchObject({ completionTokens: 8 });
});

const gemini3: Target = { model: "gemini-3-pro-preview", issuer: "google account-1" };

/** The parts of a recording in one chunk. */
function decodeOnce(name: string, options: ReplayOptions = {}): ProviderPart[] {
  return replayChunks(geminiAdapter, [readRecording(name)], options);
}

function detailsOf(parts: readonly ProviderPart[]): ReasoningDetail[] {
  return parts.flatMap((part) => (part.type === "reasoning-details" ? part.details : []));
}

/** A conversation in which the recorded calls were answered. */
function afterCalls(target: Target, keepDetails = true): UnifiedRequest {
  const parts = decodeOnce("gemini-parallel-calls.sse", { target });
  const calls = callsOf(parts);
  return {
    messages: [
      { role: "user", content: "Weather in Oslo and Rome, and the time?" },
      {
        role: "assistant",
        content: null,
        reasoning_details: keepDetails ? detailsOf(parts) : [],
        tool_calls: calls.map((call) => ({
          id: call.id!,
          type: "function",
          function: { name: call.name!, arguments: call.arguments },
        })),
      },
      ...calls
        .map((call) => ({ role: "tool" as const, tool_call_id: call.id!, content: `result of ${call.name!}` }))
        .toReversed(),
    ],
  };
}

interface SentPart {
  readonly functionCall?: { readonly id: string; readonly name: string };
  readonly functionResponse?: { readonly id: string; readonly name: string; readonly response: object };
  readonly thoughtSignature?: string;
}

function sentTurns(request: UnifiedRequest, target: Target): { readonly role: string; readonly parts: SentPart[] }[] {
  const body = JSON.parse(String(geminiAdapter.chat.toWire(request, target).body)) as { contents: never };
  return body.contents;
}

const signaturesOf = (request: UnifiedRequest, target: Target): (string | undefined)[] =>
  sentTurns(request, target)
    .filter(({ role }) => role === "model")
    .flatMap(({ parts }) => parts.map(({ thoughtSignature }) => thoughtSignature));

/** The request as the Messages API writes it, which keeps only the data of opaque reasoning. */
function asClaudes(request: UnifiedRequest): UnifiedRequest {
  const messages = request.messages.map((message) => {
    if (message.role !== "assistant") return message;
    const details = message.reasoning_details!.map((detail) => ({
      type: "reasoning.encrypted" as const,
      data: detail.type === "reasoning.encrypted" ? detail.data : "",
      format: "anthropic-claude-v1",
    }));
    return { ...message, reasoning_details: details };
  });
  return { ...request, messages };
}

describe("edge 2: Gemini's thought signatures are bound to their issuer", () => {
  test("the issuer gets the signature of the first of parallel calls back", () => {
    expect(signaturesOf(afterCalls(gemini3), gemini3)).toEqual(["CuIBVKhc7gaBQ1==", undefined, undefined]);
  });

  test("another account gets the placeholder instead of a signature that it would refuse", () => {
    const other = { ...gemini3, issuer: "google account-2" };
    expect(signaturesOf(afterCalls(gemini3), other)).toEqual([
      "skip_thought_signature_validator",
      undefined,
      undefined,
    ]);
  });

  test("calls of a model that signs nothing get the placeholder on the first call", () => {
    expect(signaturesOf(afterCalls(gemini3, false), gemini3)).toEqual([
      "skip_thought_signature_validator",
      undefined,
      undefined,
    ]);
  });

  test("models before version 3, which do not know the placeholder, get none", () => {
    const target = { model: "gemini-2.5-flash", issuer: "google account-2" };
    expect(signaturesOf(afterCalls(gemini3), target)).toEqual([undefined, undefined, undefined]);
  });

  test("the reasoning details have OpenRouter's format and do not reveal the issuer", () => {
    const [detail] = detailsOf(decodeOnce("gemini-parallel-calls.sse", { target: gemini3 }));
    expect(detail).toMatchObject({ type: "reasoning.encrypted", format: "google-gemini-v1" });
    expect(JSON.stringify(detail)).not.toContain("account-1");
  });

  test("a signature survives a dialect that keeps nothing but the data of a detail", () => {
    expect(signaturesOf(asClaudes(afterCalls(gemini3)), gemini3)).toEqual(["CuIBVKhc7gaBQ1==", undefined, undefined]);
  });

  test("a signature that comes back as Claude's own redacted thinking is not sent to Claude", () => {
    const target = { model: "claude-sonnet-4-5", issuer: "anthropic" };
    const { body } = anthropicAdapter.chat.toWire(asClaudes(afterCalls(gemini3)), target);
    expect(body).toContain("get_weather");
    expect(body).not.toContain("redacted_thinking");
  });

  test("a router that other signatures go to does not get one that is bound to a direct provider", () => {
    const request = afterCalls(gemini3);
    const own = { type: "reasoning.encrypted" as const, data: "CuIB", format: "google-gemini-v1", id: "call-1" };
    const assistant = request.messages[1]!;
    if (assistant.role === "assistant") assistant.reasoning_details!.push(own);
    const target = { model: "google/gemini-3-pro", issuer: "openrouter", options: { profile: "openrouter" } };
    const body = JSON.parse(String(openAICompatibleAdapter.chat.toWire(request, target).body)) as {
      messages: object[];
    };
    expect(body.messages[1]).toMatchObject({ reasoning_details: [own] });
  });

  test("signatures of a text and of an image go back to their parts", () => {
    const [text, image] = ["gemini-thoughts.sse", "gemini-image.sse"].map((name) => {
      const parts = decodeOnce(name, { target: gemini3 });
      const images = parts.flatMap((part) => (part.type === "images" ? part.urls : []));
      return sentTurns(
        {
          messages: [
            { role: "user", content: "Hi" },
            {
              role: "assistant",
              content: textOf(parts),
              images: images.map((url) => ({ type: "image_url", image_url: { url } })),
              reasoning_details: detailsOf(parts),
            },
            { role: "user", content: "And now?" },
          ],
        },
        gemini3,
      )[1]!.parts;
    });
    expect(text).toEqual([{ text: "Zwei Fähren fahren noch 🌊.", thoughtSignature: "EpQDCpEDAb4+9vs=" }]);
    expect(image).toEqual([
      { text: "A small square:" },
      { inlineData: { mimeType: "image/png", data: "iVBORw0KGgo=" }, thoughtSignature: "EtIBCs8BVKhc7g==" },
    ]);
  });
});

test("results of Gemini's parallel calls are sent together, in the order of the calls, with the names of their functions", () => {
  const [, model, results, ...rest] = sentTurns(afterCalls(gemini3), gemini3);
  expect(rest).toEqual([]);
  expect(results!.role).toBe("user");
  expect(results!.parts.map(({ functionResponse }) => [functionResponse!.id, functionResponse!.name])).toEqual(
    model!.parts.map(({ functionCall }) => [functionCall!.id, functionCall!.name]),
  );
  expect(results!.parts[0]!.functionResponse!.response).toEqual({ output: "result of get_weather" });
});

function declarationOf(parameters: Record<string, unknown>): string {
  const tools = [{ type: "function" as const, function: { name: "book", description: "Books a berth.", parameters } }];
  const request = { messages: [{ role: "user" as const, content: "Hi" }], tools };
  const body = JSON.parse(String(geminiAdapter.chat.toWire(request, gemini3).body)) as { tools: unknown };
  return JSON.stringify(body.tools);
}

test("edge 13: a tool schema reaches Gemini without $ref, const, additionalProperties and lists of types", () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: {
      harbor: { $ref: "#/$defs/Harbor" },
      kind: { const: "sail" },
      length: { type: ["number", "null"], exclusiveMinimum: 0 },
    },
    required: ["harbor"],
    additionalProperties: false,
    $defs: { Harbor: { type: "object", properties: { name: { type: "string" } }, additionalProperties: false } },
  };
  expect(JSON.parse(declarationOf(schema))).toEqual([
    {
      functionDeclarations: [
        {
          name: "book",
          description: "Books a berth.",
          parameters: {
            type: "object",
            properties: {
              harbor: { type: "object", properties: { name: { type: "string" } } },
              kind: { type: "string", enum: ["sail"] },
              length: { type: "number", nullable: true, minimum: 0 },
            },
            required: ["harbor"],
          },
        },
      ],
    },
  ]);
});

test("edge 14: a tool schema has the same bytes each time, in whatever order its keywords arrive", () => {
  const one = {
    type: "object",
    required: ["a"],
    properties: { a: { minLength: 1, type: "string", description: "A" } },
  };
  const other = {
    properties: { a: { description: "A", type: "string", minLength: 1 } },
    required: ["a"],
    type: "object",
  };
  expect(declarationOf(other)).toBe(declarationOf(one));
  expect(declarationOf(one)).toBe(declarationOf(structuredClone(one)));
});
