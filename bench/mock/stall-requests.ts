// Expensive requests near the body limit, for stall.ts.
import { deflateSync } from "node:zlib";

export const megabyte = 1_000_000;

export interface Sent {
  readonly path?: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const chatPath = "/chat/completions";
const model = "google/gemini-2.5-flash";
const json = JSON.stringify;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const user = (content: unknown): unknown[] => [{ role: "user", content }];
const chat = (more: Record<string, unknown>): Sent => ({
  body: json({ model, max_tokens: 20, messages: user("Hi"), ...more }),
});
export const say = (text: string, more: Record<string, unknown> = {}): Sent => chat({ messages: user(text), ...more });
const schema = (value: unknown): Sent =>
  chat({ response_format: { type: "json_schema", json_schema: { name: "x", schema: value } } });
export const tool = (parameters: unknown, more: Record<string, unknown> = {}): Sent =>
  chat({ tools: [{ type: "function", function: { name: "f", parameters } }], tool_choice: "required", ...more });
export const property = (a: unknown): unknown => ({ type: "object", properties: { a }, required: ["a"] });
const list = (count: number, item: string): string => `[${`${item},`.repeat(count - 1)}${item}]`;
const alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";
let state = 1;
const character = (): string => alphabet[(state = (state * 48_271) % 2_147_483_647) % 64]!;
const noise = (length: number): string => {
  const block = times(Math.min(length, megabyte), character).join("");
  return block.repeat(Math.ceil(length / block.length)).slice(0, length);
};
const image = (bytes: number): unknown => ({
  type: "image_url",
  image_url: { url: `data:image/png;base64,${noise(bytes)}` },
});
const prose = "The quick brown fox jumps over the lazy dog, and 12 others follow. ";
const cache = { "x-openrouter-cache": "true" };
const doubling = (word: string): unknown => ({
  $defs: Object.fromEntries(
    times(40, (index) => [`n${index}`, { [word]: times(2, () => ({ $ref: `#/$defs/n${index + 1}` })) }]),
  ),
  $ref: "#/$defs/n0",
});

function pdf(content: Buffer | string, pages = 1): string {
  const stream = deflateSync(content, { level: 9 });
  const parts = [
    Buffer.from("%PDF-1.4\n"),
    Buffer.from("1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"),
    Buffer.from(`2 0 obj\n<< /Type /Pages /Count ${pages} /Kids [${"3 0 R ".repeat(pages)}] >>\nendobj\n`),
    Buffer.from(
      "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>\nendobj\n",
    ),
    Buffer.from("4 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"),
    Buffer.concat([
      Buffer.from(`5 0 obj\n<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
      stream,
      Buffer.from("\nendstream\nendobj\n"),
    ]),
  ];
  let at = 0;
  const offsets = parts.map(({ length }) => String((at += length)).padStart(10, "0")).slice(0, -1);
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join("");
  const end = `xref\n0 6\n0000000000 65535 f \n${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
  return Buffer.concat([...parts, Buffer.from(end)]).toString("base64");
}

const file = (base64: string): Sent => ({
  body: json({
    model: "meta-llama/llama-3.3-70b-instruct",
    max_tokens: 20,
    messages: user([{ type: "file", file: { filename: "a.pdf", file_data: `data:application/pdf;base64,${base64}` } }]),
  }),
});
const draw = "BT /F1 12 Tf 1 1 Td (hello there) Tj ET\n";

/** Kind of request → one of it. */
/** Kind of request → makes one. */
export const kinds: Readonly<Record<string, () => Sent>> = {
  "an ordinary chat": () => say("Hi"),
  "30 images of 1 MB": () => say("", { messages: user(times(30, () => image(megabyte))) }),
  "30 images of 1 MB, cached": () => ({
    ...say("", { messages: user(times(30, () => image(megabyte))) }),
    headers: cache,
  }),
  "30 images of 1 MB for a model with a prompt cache": () => ({
    body: json({
      model: "anthropic/claude-sonnet-4.5",
      max_tokens: 5,
      messages: user([
        ...times(29, () => image(megabyte)),
        { type: "text", text: prose.repeat(300), cache_control: { type: "ephemeral" } },
      ]),
    }),
  }),
  "one image of 30 MB": () => say("", { messages: user([image(30 * megabyte)]) }),
  "30 MB of prose": () => say(prose.repeat(450_000)),
  "4 MB of prose, streamed": () => say(prose.repeat(60_000), { stream: true, max_tokens: undefined }),
  "30 MB in one word": () => say("a".repeat(30 * megabyte)),
  "30 MB of base64 as text": () => say(noise(30 * megabyte)),
  "30 MB of spaces": () => say(" ".repeat(30 * megabyte)),
  "28 MB of emoji": () => say("😀".repeat(7 * megabyte)),
  "30 MB of Chinese": () => say("漢字".repeat(5 * megabyte)),
  "30 MB of escaped quotes": () => say('"'.repeat(15 * megabyte)),
  "30 MB of prose with moderation, search and fetch": () =>
    say("https://example.com/a ".repeat(1_300_000), {
      plugins: [{ id: "moderation" }, { id: "web" }, { id: "web-fetch" }],
    }),
  "100,000 messages": () =>
    chat({ messages: times(100_000, (index) => ({ role: index % 2 === 0 ? "user" : "assistant", content: "Hi" })) }),
  "100,000 messages, compressed": () =>
    chat({
      model: "openai/gpt-4o-mini",
      messages: times(100_001, (index) => ({
        role: index % 2 === 0 ? "user" : "assistant",
        content: `Message ${index}`,
      })),
      plugins: [{ id: "context-compression" }],
    }),
  "20 MB in one message, compressed": () =>
    say(prose.repeat(300_000), { model: "openai/gpt-4o-mini", plugins: [{ id: "context-compression" }] }),
  "a message of 100,000 parts": () => say("", { messages: user(times(100_000, () => ({ type: "text", text: "a " }))) }),
  "a message of 160,000 parts": () => say("", { messages: user(times(160_000, () => ({ type: "text", text: "a " }))) }),
  "30,000 tools": () =>
    chat({
      tools: times(30_000, (index) => ({
        type: "function",
        function: { name: `rivers_${index}`, parameters: property({ type: "string" }) },
      })),
      messages: user("rivers"),
    }),
  "a tool with a description of 30 MB": () =>
    chat({
      tools: [{ type: "function", function: { name: "f", description: prose.repeat(440_000) } }],
      messages: user("fox and dog"),
    }),
  "30,000 calls with their results": () =>
    chat({
      messages: [
        ...user("Hi"),
        {
          role: "assistant",
          content: null,
          tool_calls: times(30_000, (index) => ({
            id: `c${index}`,
            type: "function",
            function: { name: "f", arguments: "{}" },
          })),
        },
        ...times(30_000, (index) => ({ role: "tool", tool_call_id: `c${index}`, content: "r" })),
      ],
      tools: [{ type: "function", function: { name: "f" } }],
    }),
  "a stop text of 10 MB": () => say("a".repeat(15 * megabyte), { stop: `b${"a".repeat(10 * megabyte)}` }),
  "a tool result of 10 MB": () =>
    chat({
      model: "openai/gpt-4.1",
      messages: [
        ...user("Hi"),
        {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "c", type: "function", function: { name: "f", arguments: "{}" } }],
        },
        { role: "tool", tool_call_id: "c", content: prose.repeat(50_000) },
      ],
      tools: [{ type: "function", function: { name: "f" } }],
      max_tokens: undefined,
    }),
  "a model name of 30 MB": () => chat({ model: "x".repeat(30 * megabyte) }),
  "a role of 30 MB": () => chat({ messages: [{ role: "x".repeat(30 * megabyte), content: "x" }] }),
  "a member name of 30 MB": () => chat({ metadata: { ["x".repeat(30 * megabyte)]: 1 } }),
  "1,024 wildcards of 29 kB": () =>
    chat({
      model: "openrouter/auto",
      plugins: [{ id: "auto-router", allowed_models: times(1024, () => "*a".repeat(14_500)) }],
    }),
  "400,000 wrong messages": () => ({ body: `{"messages":${list(400_000, "1")}}` }),
  "16 million wrong messages": () => ({ body: `{"messages":${list(15 * megabyte, "1")}}` }),
  "240,000 wrong members": () => chat({ metadata: Object.fromEntries(times(240_000, (index) => [`k${index}`, 1])) }),
  "240,000 unknown members": () => ({
    ...chat(Object.fromEntries(times(240_000, (index) => [`k${index}`, 1]))),
    headers: cache,
  }),
  "240,000 nulls": () => chat({ unknown: times(240_000, () => null), temperature: null }),
  "30 MB of brackets": () => ({ body: "[".repeat(30 * megabyte) }),
  "30 MB of empty objects": () => ({ body: list(10 * megabyte, "{}") }),
  "30 MB of white space": () => ({ body: `${" ".repeat(30 * megabyte)}x` }),
  "30 MB of line breaks": () => ({ body: `${"\n".repeat(30 * megabyte)}x` }),
  "a string of 30 MB without an end": () => ({ body: `{"a":"${"x".repeat(30 * megabyte)}` }),
  "a number of 30 MB": () => ({ body: `{"a":${"1".repeat(30 * megabyte)}}` }),
  "30 MB that a colon breaks": () => ({ body: `{"a":"${String.raw`\"`.repeat(15 * megabyte)}":1}` }),
  "minItems of a billion": () => schema({ type: "array", minItems: 1e9, items: { const: 1 } }),
  "minItems of 100 in four levels": () =>
    schema({
      type: "array",
      minItems: 100,
      items: {
        type: "array",
        minItems: 100,
        items: { type: "array", minItems: 100, items: { type: "array", minItems: 100, items: {} } },
      },
    }),
  "10,000 items of the largest sample": () =>
    schema({ type: "array", minItems: 9990, items: { type: "string", pattern: "^[a-z]{20}$" } }),
  "a text of 250,000 characters": () => schema({ type: "string", minLength: 249_000 }),
  "200,000 required properties": () =>
    schema({
      type: "object",
      required: times(200_000, (index) => `p${index}`),
      properties: Object.fromEntries(times(100_000, (index) => [`p${index}`, {}])),
    }),
  "5,000 properties in parts of allOf": () =>
    schema({
      allOf: times(5000, (index) => ({ properties: { [`p${index}`]: { type: "string" } }, required: [`p${index}`] })),
    }),
  "references that double 40 times in anyOf": () => schema(doubling("anyOf")),
  "references that double 40 times in allOf": () => schema(doubling("allOf")),
  "a schema that requires itself": () =>
    schema({ properties: { a: { $ref: "#" }, b: { $ref: "#" } }, required: ["a", "b"], type: "object" }),
  "a reference of 30 MB": () => schema({ $ref: `#${"/a".repeat(15 * megabyte)}` }),
  "a constant of 30 MB": () => schema(property({ const: "x".repeat(30 * megabyte) })),
  "an enum of 400,000 values": () => schema(property({ enum: times(400_000, (index) => index) })),
  "the pattern (a+)+$": () => schema(property({ const: `${"a".repeat(50_000)}!`, pattern: "^(a+)+$" })),
  "a pattern of 60,000 characters": () => schema(property({ type: "string", pattern: "^(a{100}){600}$" })),
  "a pattern with many states": () =>
    schema(property({ const: "a".repeat(10_000), pattern: "^((a?){1,200}){1,200}$" })),
  "a pattern of 30 MB": () => schema(property({ type: "string", pattern: "(a|b)?".repeat(5 * megabyte) })),
  "many patterns": () =>
    tool({
      type: "object",
      properties: Object.fromEntries(
        times(500, (index) => [`p${index}`, { type: "string", pattern: `^(?=.*[A-Z])(?!.*${index}).{9,12}$` }]),
      ),
      required: times(500, (index) => `p${index}`),
    }),
  "unique items": () =>
    tool(property({ type: "array", uniqueItems: true, minItems: 5000, items: { type: "integer" } })),
  "a deep schema": () => ({
    body: `{"model":"${model}","messages":[{"role":"user","content":"Hi"}],"response_format":{"type":"json_schema","json_schema":{"name":"x","schema":${'{"properties":{"a":'.repeat(200)}{}${"}}".repeat(200)}}}}`,
  }),
  "3,072 dimensions": () => ({
    path: "/embeddings",
    body: json({ model: "openai/text-embedding-3-large", input: times(2048, () => "a") }),
  }),
  "3,072 dimensions in base64": () => ({
    path: "/embeddings",
    body: json({ model: "openai/text-embedding-3-large", input: times(2048, () => "a"), encoding_format: "base64" }),
  }),
  "a billion dimensions": () => ({
    path: "/embeddings",
    body: json({ model: "openai/text-embedding-3-small", input: "a", dimensions: 1e9 }),
  }),
  "30 MB to embed": () => ({
    path: "/embeddings",
    body: json({ model: "openai/text-embedding-3-small", input: noise(30 * megabyte) }),
  }),
  "480,000 tokens to embed": () => ({
    path: "/embeddings",
    body: json({ model: "openai/text-embedding-3-small", input: [times(480_000, (index) => index % 1000)] }),
  }),
  "480,000 texts to embed": () => ({
    path: "/embeddings",
    body: json({ model: "openai/text-embedding-3-small", input: times(480_000, () => "a") }),
  }),
  "20,000 words for 5,000 documents": () => ({
    path: "/rerank",
    body: json({
      model: "cohere/rerank-v3.5",
      query: times(20_000, (index) => `word${index}`).join(" "),
      documents: times(5000, (index) => `word${index} river`),
    }),
  }),
  "400,000 documents": () => ({
    path: "/rerank",
    body: json({ model: "cohere/rerank-v3.5", query: "river", documents: times(400_000, (index) => `river ${index}`) }),
  }),
  "a document of 30 MB": () => ({
    path: "/rerank",
    body: json({ model: "cohere/rerank-v3.5", query: "river", documents: [prose.repeat(440_000)] }),
  }),
  "a query of 30 MB": () => ({
    path: "/rerank",
    body: json({ model: "cohere/rerank-v3.5", query: prose.repeat(440_000), documents: ["a"] }),
  }),
  "a PDF with 20 MB of operators": () => file(pdf(draw.repeat(500_000))),
  "a PDF with 200 MB of zeros": () => file(pdf(Buffer.alloc(200_000_000))),
  "a PDF with 20,000 pages": () => file(pdf(draw, 20_000)),
  "a file of 30 MB that is not a PDF": () => file(noise(30 * megabyte)),
};
