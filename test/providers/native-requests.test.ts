import { describe, expect, test } from "vitest";
import type { Adapter, Target } from "../../packages/providers/src/adapter.ts";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { UnsupportedRequest } from "../../packages/providers/src/failure.ts";
import { geminiAdapter } from "../../packages/providers/src/gemini/gemini.ts";
import { ollamaAdapter } from "../../packages/providers/src/ollama/ollama.ts";
import type { UnifiedRequest } from "../../packages/providers/src/unified.ts";

const kinds: Readonly<Record<string, readonly [adapter: Adapter, target: Target]>> = {
  gemini: [geminiAdapter, { model: "gemini-2.5-flash", issuer: "google" }],
  gemini3: [geminiAdapter, { model: "gemini-3-flash", issuer: "google" }],
  cohere: [cohereAdapter, { model: "command-a", issuer: "cohere" }],
  ollama: [ollamaAdapter, { model: "qwen3:4b", issuer: "local" }],
};

const user = { role: "user", content: "Is the pier open?" } as const;
const png = "data:image/png;base64,AAAA";
const parameters = { type: "object", properties: { city: { type: "string" } }, required: ["city"] };
const weather = { type: "function", function: { name: "get_weather", description: "Weather.", parameters } } as const;
const time = { type: "function", function: { name: "get_time" } } as const;
const called = {
  id: "call_a",
  type: "function",
  function: { name: "get_weather", arguments: '{"city":"Oslo"}' },
} as const;
const declared = { name: "get_weather", description: "Weather.", parameters };

interface Case {
  readonly name: string;
  readonly request: Omit<UnifiedRequest, "messages"> & { messages?: UnifiedRequest["messages"] };
  /** Kind → the body without model, `stream` and messages that repeat the default ones; or what the adapter refuses. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const geminiUser = { role: "user", parts: [{ text: "Is the pier open?" }] };

const cases: readonly Case[] = [
  {
    name: "one text",
    request: {},
    expected: {
      gemini: { contents: [geminiUser] },
      cohere: { messages: [user] },
      ollama: { messages: [user] },
    },
  },
  {
    name: "instructions of the system and of the developer",
    request: {
      messages: [
        { role: "system", content: "Be brief." },
        user,
        { role: "developer", content: [{ type: "text", text: "Use Norwegian." }] },
      ],
    },
    expected: {
      gemini: {
        systemInstruction: { parts: [{ text: "Be brief." }, { text: "Use Norwegian." }] },
        contents: [geminiUser],
      },
      cohere: {
        messages: [{ role: "system", content: "Be brief." }, user, { role: "system", content: "Use Norwegian." }],
      },
      ollama: {
        messages: [{ role: "system", content: "Be brief." }, user, { role: "system", content: "Use Norwegian." }],
      },
    },
  },
  {
    name: "sampling settings",
    request: {
      max_completion_tokens: 100,
      temperature: 0,
      top_p: 0.9,
      top_k: 40,
      min_p: 0.05,
      seed: 7,
      stop: "END",
      frequency_penalty: 0.5,
      presence_penalty: 0.25,
      repetition_penalty: 1.1,
      user: "u-1",
      logit_bias: { "5": 1 },
    },
    expected: {
      gemini: {
        contents: [geminiUser],
        generationConfig: {
          maxOutputTokens: 100,
          temperature: 0,
          topP: 0.9,
          topK: 40,
          frequencyPenalty: 0.5,
          presencePenalty: 0.25,
          seed: 7,
          stopSequences: ["END"],
        },
      },
      cohere: {
        messages: [user],
        max_tokens: 100,
        temperature: 0,
        p: 0.9,
        k: 40,
        seed: 7,
        frequency_penalty: 0.5,
        presence_penalty: 0.25,
        stop_sequences: ["END"],
      },
      ollama: {
        messages: [user],
        options: {
          num_predict: 100,
          temperature: 0,
          top_p: 0.9,
          top_k: 40,
          min_p: 0.05,
          seed: 7,
          stop: ["END"],
          frequency_penalty: 0.5,
          presence_penalty: 0.25,
          repeat_penalty: 1.1,
        },
      },
    },
  },
  {
    name: "tools that the model may call",
    request: { tools: [weather, time], tool_choice: "auto" },
    expected: {
      gemini: {
        contents: [geminiUser],
        tools: [{ functionDeclarations: [declared, { name: "get_time" }] }],
        toolConfig: { functionCallingConfig: { mode: "AUTO" } },
      },
      cohere: {
        messages: [user],
        tools: [
          weather,
          { type: "function", function: { name: "get_time", parameters: { type: "object", properties: {} } } },
        ],
      },
      ollama: {
        messages: [user],
        tools: [
          weather,
          { type: "function", function: { name: "get_time", parameters: { type: "object", properties: {} } } },
        ],
      },
    },
  },
  {
    name: "a call that is required",
    request: { tools: [weather], tool_choice: "required" },
    expected: {
      gemini: {
        contents: [geminiUser],
        tools: [{ functionDeclarations: [declared] }],
        toolConfig: { functionCallingConfig: { mode: "ANY" } },
      },
      cohere: { messages: [user], tools: [weather], tool_choice: "REQUIRED" },
      ollama: UnsupportedRequest,
    },
  },
  {
    name: "a call of one function",
    request: { tools: [time, weather], tool_choice: { type: "function", function: { name: "get_weather" } } },
    expected: {
      gemini: {
        contents: [geminiUser],
        tools: [{ functionDeclarations: [{ name: "get_time" }, declared] }],
        toolConfig: { functionCallingConfig: { mode: "ANY", allowedFunctionNames: ["get_weather"] } },
      },
      cohere: { messages: [user], tools: [weather], tool_choice: "REQUIRED" },
      ollama: UnsupportedRequest,
    },
  },
  {
    name: "no call",
    request: { tools: [weather], tool_choice: "none" },
    expected: {
      gemini: {
        contents: [geminiUser],
        tools: [{ functionDeclarations: [declared] }],
        toolConfig: { functionCallingConfig: { mode: "NONE" } },
      },
      cohere: { messages: [user], tools: [weather], tool_choice: "NONE" },
      ollama: { messages: [user] },
    },
  },
  {
    name: "a history with a call and its result",
    request: {
      messages: [
        user,
        { role: "assistant", content: "Looking.", tool_calls: [called] },
        { role: "tool", tool_call_id: "call_a", content: '{"celsius":4}' },
        { role: "user", content: "Thanks" },
      ],
    },
    expected: {
      gemini: {
        contents: [
          geminiUser,
          {
            role: "model",
            parts: [
              { text: "Looking." },
              { functionCall: { id: "call_a", name: "get_weather", args: { city: "Oslo" } } },
            ],
          },
          {
            role: "user",
            parts: [{ functionResponse: { id: "call_a", name: "get_weather", response: { celsius: 4 } } }],
          },
          { role: "user", parts: [{ text: "Thanks" }] },
        ],
      },
      cohere: {
        messages: [
          user,
          { role: "assistant", content: "Looking.", tool_calls: [called] },
          { role: "tool", tool_call_id: "call_a", content: '{"celsius":4}' },
          { role: "user", content: "Thanks" },
        ],
      },
      ollama: {
        messages: [
          user,
          {
            role: "assistant",
            content: "Looking.",
            tool_calls: [{ id: "call_a", function: { name: "get_weather", arguments: { city: "Oslo" } } }],
          },
          { role: "tool", content: '{"celsius":4}', tool_name: "get_weather", tool_call_id: "call_a" },
          { role: "user", content: "Thanks" },
        ],
      },
    },
  },
  {
    name: "an image as data",
    request: {
      messages: [
        {
          role: "user",
          content: [
            { type: "text", text: "What is this?" },
            { type: "image_url", image_url: { url: png } },
          ],
        },
      ],
    },
    expected: {
      gemini: {
        contents: [
          { role: "user", parts: [{ text: "What is this?" }, { inlineData: { mimeType: "image/png", data: "AAAA" } }] },
        ],
      },
      cohere: {
        messages: [
          {
            role: "user",
            content: [
              { type: "text", text: "What is this?" },
              { type: "image_url", image_url: { url: png } },
            ],
          },
        ],
      },
      ollama: { messages: [{ role: "user", content: "What is this?", images: ["AAAA"] }] },
    },
  },
  {
    name: "an image by its URL",
    request: {
      messages: [
        { role: "user", content: [{ type: "image_url", image_url: { url: "https://pier.example/a.webp?w=2" } }] },
      ],
    },
    expected: {
      gemini: {
        contents: [
          {
            role: "user",
            parts: [{ fileData: { mimeType: "image/webp", fileUri: "https://pier.example/a.webp?w=2" } }],
          },
        ],
      },
      cohere: {
        messages: [
          { role: "user", content: [{ type: "image_url", image_url: { url: "https://pier.example/a.webp?w=2" } }] },
        ],
      },
      ollama: UnsupportedRequest,
    },
  },
  {
    name: "a file and sound",
    request: {
      messages: [
        {
          role: "user",
          content: [
            { type: "file", file: { filename: "a.pdf", file_data: "data:application/pdf;base64,JVBE" } },
            { type: "input_audio", input_audio: { data: "UklG", format: "wav" } },
          ],
        },
      ],
    },
    expected: {
      gemini: {
        contents: [
          {
            role: "user",
            parts: [
              { inlineData: { mimeType: "application/pdf", data: "JVBE" } },
              { inlineData: { mimeType: "audio/wav", data: "UklG" } },
            ],
          },
        ],
      },
      cohere: UnsupportedRequest,
      ollama: UnsupportedRequest,
    },
  },
  {
    name: "JSON by a schema",
    request: {
      response_format: { type: "json_schema", json_schema: { name: "city", schema: parameters, strict: true } },
    },
    expected: {
      gemini: {
        contents: [geminiUser],
        generationConfig: {
          responseMimeType: "application/json",
          responseSchema: { ...parameters, propertyOrdering: ["city"] },
        },
      },
      cohere: { messages: [user], response_format: { type: "json_object", json_schema: parameters } },
      ollama: { messages: [user], format: parameters },
    },
  },
  {
    name: "any JSON together with tools",
    request: { response_format: { type: "json_object" }, tools: [weather] },
    expected: {
      gemini: UnsupportedRequest,
      gemini3: {
        contents: [geminiUser],
        tools: [{ functionDeclarations: [declared] }],
        generationConfig: { responseMimeType: "application/json" },
      },
      cohere: UnsupportedRequest,
      ollama: { messages: [user], tools: [weather], format: "json" },
    },
  },
  {
    name: "an effort of reasoning",
    request: { reasoning: { effort: "high" } },
    expected: {
      gemini: {
        contents: [geminiUser],
        generationConfig: { thinkingConfig: { includeThoughts: true, thinkingBudget: 24_576 } },
      },
      gemini3: {
        contents: [geminiUser],
        generationConfig: { thinkingConfig: { includeThoughts: true, thinkingLevel: "high" } },
      },
      cohere: { messages: [user], thinking: { type: "enabled" } },
      ollama: { messages: [user], think: true },
    },
  },
  {
    name: "a budget of reasoning that is not shown",
    request: { reasoning: { max_tokens: 2000, exclude: true } },
    expected: {
      gemini: { contents: [geminiUser], generationConfig: { thinkingConfig: { thinkingBudget: 2000 } } },
      cohere: { messages: [user], thinking: { type: "enabled", token_budget: 2000 } },
      ollama: { messages: [user], think: true },
    },
  },
  {
    name: "no reasoning",
    request: { reasoning_effort: "none" },
    expected: {
      gemini: { contents: [geminiUser], generationConfig: { thinkingConfig: { thinkingBudget: 0 } } },
      gemini3: { contents: [geminiUser], generationConfig: { thinkingConfig: { thinkingLevel: "minimal" } } },
      cohere: { messages: [user], thinking: { type: "disabled" } },
      ollama: { messages: [user], think: false },
    },
  },
  {
    name: "a history with reasoning of Cohere",
    request: {
      messages: [
        user,
        {
          role: "assistant",
          content: null,
          reasoning: "I will look. Oslo.",
          reasoning_details: [
            { type: "reasoning.text", text: "I will look.", format: "cohere-tool-plan-v2" },
            { type: "reasoning.text", text: " Oslo.", format: "anthropic-claude-v1", signature: "x" },
          ],
          tool_calls: [called],
        },
        { role: "tool", tool_call_id: "call_a", content: "4" },
      ],
    },
    expected: {
      cohere: {
        messages: [
          user,
          { role: "assistant", tool_plan: "I will look.", tool_calls: [called] },
          { role: "tool", tool_call_id: "call_a", content: "4" },
        ],
      },
      ollama: {
        messages: [
          user,
          {
            role: "assistant",
            content: "",
            thinking: "I will look. Oslo.",
            tool_calls: [{ id: "call_a", function: { name: "get_weather", arguments: { city: "Oslo" } } }],
          },
          { role: "tool", content: "4", tool_name: "get_weather", tool_call_id: "call_a" },
        ],
      },
    },
  },
  {
    name: "an image as output",
    request: { modalities: ["text", "image"], image_config: { aspect_ratio: "16:9" } },
    expected: {
      gemini: {
        contents: [geminiUser],
        generationConfig: { responseModalities: ["TEXT", "IMAGE"], imageConfig: { aspectRatio: "16:9" } },
      },
    },
  },
];

function toBody(kind: string, request: Case["request"]): unknown {
  const [adapter, target] = kinds[kind]!;
  const { body } = adapter.chat.toWire({ messages: [user], ...request }, target);
  const { model: _model, stream: _stream, ...rest } = JSON.parse(String(body)) as Record<string, unknown>;
  return rest;
}

describe.each(cases)("$name", ({ request, expected }) => {
  test.each(Object.keys(expected))("is sent to %s in its form", (kind) => {
    if (expected[kind] === UnsupportedRequest) expect(() => toBody(kind, request)).toThrow(UnsupportedRequest);
    else expect(toBody(kind, request)).toEqual(expected[kind]);
  });
});

test.each([
  ["gemini", "/models/gemini-2.5-flash:streamGenerateContent?alt=sse", "sse"],
  ["cohere", "/v2/chat", "sse"],
  ["ollama", "/api/chat", "ndjson"],
])("the request of %s has its path and its framing", (kind, path, format) => {
  const [adapter, target] = kinds[kind]!;
  const extraBody = { safetySettings: [{ category: "X" }] };
  const wire = adapter.chat.toWire({ messages: [user] }, { ...target, extraBody, headers: { "x-trace": "1" } });
  expect(wire).toMatchObject({ method: "POST", path, format, headers: { "x-trace": "1" } });
  expect(JSON.parse(String(wire.body))).toMatchObject(extraBody);
});

test("the name of a model cannot leave the path of Gemini's models", () => {
  const { path } = geminiAdapter.chat.toWire({ messages: [user] }, { model: "a?key=1#b c", issuer: "google" });
  expect(path).toBe("/models/a%3Fkey%3D1%23b%20c:streamGenerateContent?alt=sse");
});

test.each([
  ["x-goog-api-key", geminiAdapter, "k"],
  ["authorization", cohereAdapter, "Bearer k"],
  ["authorization", ollamaAdapter, "Bearer k"],
])("the key is sent as %s", (name, adapter, value) => {
  expect(adapter.authorize("k")).toEqual({ [name]: value });
});
