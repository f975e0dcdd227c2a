import fc from "fast-check";
import type { JsonObject } from "../../packages/providers/src/fields/json-value.ts";

/** An output of a model, as any provider could stream it. */
export interface Output {
  readonly reasoning: readonly string[];
  readonly text: readonly string[];
  readonly calls: readonly { readonly name: string; readonly args: JsonObject }[];
  readonly signature: string;
}

const pieces = fc.array(fc.string({ minLength: 1, unit: "grapheme", maxLength: 8 }), { maxLength: 4 });
// JSON has no negative zero.
const args = fc
  .dictionary(fc.string({ unit: "grapheme", maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);

/** Outputs with text in all scripts, calls with any arguments, and reasoning. */
export const outputs: fc.Arbitrary<Output> = fc.record({
  reasoning: pieces,
  text: pieces,
  calls: fc.array(fc.record({ name: fc.constantFrom("get_weather", "get_time"), args }), { maxLength: 3 }),
  signature: fc.base64String({ minLength: 4, maxLength: 12 }),
});

/** How each provider writes an output as the body of a response. */
export const writers: Readonly<Record<"gemini" | "cohere" | "ollama", (output: Output) => string>> = {
  gemini: writeGemini,
  cohere: writeCohere,
  ollama: writeOllama,
};

function writeGemini({ reasoning, text, calls, signature }: Output): string {
  const parts = [
    ...reasoning.map((piece) => ({ text: piece, thought: true })),
    ...text.map((piece) => ({ text: piece })),
    ...calls.map(({ name, args }, index) => ({
      functionCall: { name, args },
      ...(index === 0 && { thoughtSignature: signature }),
    })),
  ];
  const events = parts.map((part) => ({ candidates: [{ content: { role: "model", parts: [part] } }] }));
  const last = { candidates: [{ finishReason: "STOP" }], usageMetadata: { promptTokenCount: 3 } };
  return [...events, last].map((event) => `data: ${JSON.stringify(event)}\r\n\r\n`).join("");
}

function writeCohere({ reasoning, text, calls }: Output): string {
  const content = (message: object): object => ({
    type: "content-delta",
    index: 0,
    delta: { message: { content: message } },
  });
  const toCall = ({ name, args }: Output["calls"][number], index: number): object[] => {
    const json = JSON.stringify(args);
    const tool = (type: string, call: object): object => ({ type, index, delta: { message: { tool_calls: call } } });
    return [
      tool("tool-call-start", { id: `${name}-${index}`, type: "function", function: { name, arguments: "" } }),
      tool("tool-call-delta", { function: { arguments: json.slice(0, 3) } }),
      tool("tool-call-delta", { function: { arguments: json.slice(3) } }),
      { type: "tool-call-end", index },
    ];
  };
  const events = [
    { type: "message-start", id: "c1", delta: {} },
    ...reasoning.map((piece) => content({ thinking: piece })),
    ...text.map((piece) => content({ text: piece })),
    ...calls.flatMap(toCall),
    { type: "message-end", delta: { finish_reason: calls.length > 0 ? "TOOL_CALL" : "COMPLETE", usage: {} } },
  ];
  return events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
}

function writeOllama({ reasoning, text, calls }: Output): string {
  const lines = [
    ...reasoning.map((thinking) => ({ message: { role: "assistant", content: "", thinking } })),
    ...text.map((content) => ({ message: { role: "assistant", content } })),
    ...calls.map(({ name, args }) => ({ message: { tool_calls: [{ function: { name, arguments: args } }] } })),
    { message: { role: "assistant", content: "" }, done: true, done_reason: "stop", eval_count: 1 },
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
