// One scenario, and every way in which the published SDKs can ask for it: Responses and Messages, complete and streamed, through
// raw calls, stream helpers, parsers and tool loops. Each call must return the same result.
import Anthropic from "@anthropic-ai/sdk";
import { betaZodTool } from "@anthropic-ai/sdk/helpers/beta/zod";
import { zodOutputFormat } from "@anthropic-ai/sdk/helpers/zod";
import { Agent, OpenAIProvider, Runner, tool as agentTool } from "@openai/agents";
import { OpenRouter as OpenRouterAgent, tool as openRouterTool } from "@openrouter/agent";
import { OpenRouter } from "@openrouter/sdk";
import type { OpenResponsesResult, ResponsesRequest, StreamEvents } from "@openrouter/sdk/models";
import type { MockServer } from "@patchbay/mock-server";
import OpenAI from "openai";
import { zodResponsesFunction, zodTextFormat } from "openai/helpers/zod";
import type { ResponseInput } from "openai/resources/responses/responses";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { useJudgedPorts } from "../support/judged-ports.ts";

const apiKey = "sk-or-v1-test";
const gpt = "openai/gpt-5-mini";
const claude = "anthropic/claude-sonnet-4.5";
const serve = useJudgedPorts();

const numbers = z.object({ a: z.number(), b: z.number() });
const sumOf = ({ a, b }: z.infer<typeof numbers>): string => `The sum is ${a + b}.`;
const city = z.object({ name: z.string(), population: z.int() });

let server: MockServer;
let openai: OpenAI;
let anthropic: Anthropic;
let runner: Runner;
let agentClient: OpenRouterAgent;
let openRouter: OpenRouter;

beforeAll(async () => {
  const port = await serve();
  ({ server } = port);
  server.on({ userMessage: "Count" }).reply({ reasoning: "I know them.", content: "One two three." });
  server
    .on({ userMessage: "Add" })
    .reply({ reasoning: "A sum.", toolCalls: [{ name: "add", arguments: { a: 1, b: 2 } }] });
  server.on({ userMessage: "Add", toolResult: "The sum is 3." }).reply("It is 3.");
  server.on({ userMessage: "City" }).reply('{"name":"Oslo","population":700000}');
  const { baseURL } = port;
  openai = new OpenAI({ apiKey, baseURL, maxRetries: 0 });
  anthropic = new Anthropic({ apiKey, baseURL: `${port.origin}/api`, maxRetries: 0 });
  runner = new Runner({ modelProvider: new OpenAIProvider({ apiKey, baseURL }), tracingDisabled: true });
  const settings = { apiKey, serverURL: baseURL, retryConfig: { strategy: "none" as const } };
  agentClient = new OpenRouterAgent(settings);
  openRouter = new OpenRouter(settings);
});

const responsesTool = zodResponsesFunction({ name: "add", parameters: numbers });
const openRouterFunction = { type: "function" as const, name: "add", parameters: z.toJSONSchema(numbers) };
const anthropicTool: Anthropic.Tool = {
  name: "add",
  input_schema: z.toJSONSchema(numbers) as Anthropic.Tool.InputSchema,
};
const adder = new Agent({
  name: "Adder",
  model: gpt,
  tools: [agentTool({ name: "add", description: "Adds", parameters: numbers, execute: sumOf })],
});
const agentAdd = openRouterTool({
  name: "add",
  inputSchema: numbers,
  outputSchema: z.string(),
  execute: (input) => sumOf(input),
});

const send = (request: ResponsesRequest): Promise<OpenResponsesResult> =>
  openRouter.responses.send({ responsesRequest: { model: gpt, ...request } }) as Promise<OpenResponsesResult>;

/** The text of a response of `@openrouter/sdk`. */
function textOf({ output }: Pick<OpenResponsesResult, "output">): string {
  const contents = output.flatMap((item) => (item.type === "message" ? (item.content as { text?: string }[]) : []));
  return contents.map(({ text = "" }) => text).join("");
}

const message = (content: string): { model: string; max_tokens: number; messages: Anthropic.MessageParam[] } => ({
  model: claude,
  max_tokens: 2000,
  messages: [{ role: "user", content }],
});
const textIn = (content: readonly { readonly type: string }[]): string =>
  content.map((block) => (block.type === "text" ? (block as Anthropic.TextBlock).text : "")).join("");

/** Reads the outputs of a Responses call, runs the tool, and asks again. */
async function openaiRound(ask: (input: ResponseInput) => Promise<OpenAI.Responses.Response>): Promise<string> {
  const input: ResponseInput = [{ role: "user", content: "Add 1 and 2." }];
  const { output } = await ask(input);
  const results = output.flatMap((item) =>
    item.type === "function_call"
      ? {
          type: "function_call_output" as const,
          call_id: item.call_id,
          output: sumOf(numbers.parse(JSON.parse(item.arguments))),
        }
      : [],
  );
  return (await ask([...input, ...(output as ResponseInput), ...results])).output_text;
}

async function anthropicRound(
  ask: (request: ReturnType<typeof message> & { tools: Anthropic.Tool[] }) => Promise<Anthropic.Message>,
): Promise<string> {
  const request = { ...message("Add 1 and 2."), tools: [anthropicTool] };
  const { content } = await ask(request);
  const results = content.flatMap((block) =>
    block.type === "tool_use"
      ? { type: "tool_result" as const, tool_use_id: block.id, content: sumOf(numbers.parse(block.input)) }
      : [],
  );
  const messages = [
    ...request.messages,
    { role: "assistant" as const, content },
    { role: "user" as const, content: results },
  ];
  return textIn((await ask({ ...request, messages })).content);
}

async function runAgent(agent: Agent, question: string): Promise<string> {
  const result = await runner.run(agent, question, { stream: true });
  const text = (await Array.fromAsync(result.toTextStream())).join("");
  await result.completed;
  return text;
}

const betaAdd = betaZodTool({ name: "add", description: "Adds", inputSchema: numbers, run: sumOf });

type Row = readonly [name: string, call: () => Promise<unknown>];

const texts: readonly Row[] = [
  ["openai responses.create", async () => (await openai.responses.create({ model: gpt, input: "Count." })).output_text],
  [
    "openai responses.create, streamed",
    async () => {
      const events = await Array.fromAsync(
        await openai.responses.create({ model: gpt, input: "Count.", stream: true }),
      );
      return events.map((event) => (event.type === "response.output_text.delta" ? event.delta : "")).join("");
    },
  ],
  [
    "openai responses.stream",
    async () => (await openai.responses.stream({ model: gpt, input: "Count." }).finalResponse()).output_text,
  ],
  ["agents run", async () => (await runner.run(new Agent({ name: "A", model: gpt }), "Count.")).finalOutput],
  ["agents run, streamed", () => runAgent(new Agent({ name: "A", model: gpt }), "Count.")],
  ["openrouter agent getText", () => agentClient.callModel({ model: gpt, input: "Count." }).getText()],
  [
    "openrouter agent getTextStream",
    async () =>
      (await Array.fromAsync(agentClient.callModel({ model: gpt, input: "Count." }).getTextStream())).join(""),
  ],
  [
    "openrouter agent getResponse",
    async () =>
      textOf((await agentClient.callModel({ model: gpt, input: "Count." }).getResponse()) as OpenResponsesResult),
  ],
  ["openrouter sdk responses.send", async () => textOf(await send({ input: "Count.", stream: false }))],
  [
    "openrouter sdk responses.send, streamed",
    async () => {
      const stream = await openRouter.responses.send({
        responsesRequest: { model: gpt, input: "Count.", stream: true },
      });
      const events = await Array.fromAsync(stream as AsyncIterable<StreamEvents>);
      return events.map((event) => (event.type === "response.output_text.delta" ? event.delta : "")).join("");
    },
  ],
  ["anthropic messages.create", async () => textIn((await anthropic.messages.create(message("Count."))).content)],
  [
    "anthropic messages.create, streamed",
    async () => {
      const events = await Array.fromAsync(await anthropic.messages.create({ ...message("Count."), stream: true }));
      return events
        .map((event) =>
          event.type === "content_block_delta" && event.delta.type === "text_delta" ? event.delta.text : "",
        )
        .join("");
    },
  ],
  ["anthropic messages.stream", () => anthropic.messages.stream(message("Count.")).finalText()],
  [
    "anthropic beta.messages.create",
    async () => textIn((await anthropic.beta.messages.create(message("Count."))).content),
  ],
  [
    "anthropic beta.messages.stream",
    async () => textIn((await anthropic.beta.messages.stream(message("Count.")).finalMessage()).content),
  ],
];

const toolRounds: readonly Row[] = [
  [
    "openai responses.create",
    () => openaiRound((input) => openai.responses.create({ model: gpt, input, tools: [responsesTool] })),
  ],
  [
    "openai responses.stream",
    () =>
      openaiRound((input) => openai.responses.stream({ model: gpt, input, tools: [responsesTool] }).finalResponse()),
  ],
  ["agents run", async () => (await runner.run(adder, "Add 1 and 2.")).finalOutput],
  ["agents run, streamed", () => runAgent(adder, "Add 1 and 2.")],
  [
    "openrouter agent getText",
    () => agentClient.callModel({ model: gpt, input: "Add 1 and 2.", tools: [agentAdd] as const }).getText(),
  ],
  [
    "openrouter sdk responses.send",
    async () => {
      const input = { role: "user" as const, content: "Add 1 and 2." };
      const { output } = await send({ input: [input], tools: [openRouterFunction], stream: false });
      const results = output.flatMap((item) =>
        item.type === "function_call"
          ? {
              type: "function_call_output" as const,
              callId: item.callId,
              output: sumOf(numbers.parse(JSON.parse(item.arguments))),
            }
          : [],
      );
      return textOf(await send({ input: [input, ...(output as never[]), ...results], stream: false }));
    },
  ],
  ["anthropic messages.create", () => anthropicRound((request) => anthropic.messages.create(request))],
  ["anthropic messages.stream", () => anthropicRound((request) => anthropic.messages.stream(request).finalMessage())],
  ...[false, true].map((stream): Row => [
    `anthropic toolRunner${stream ? ", streamed" : ""}`,
    async () =>
      textIn(
        (await anthropic.beta.messages.toolRunner({ ...message("Add 1 and 2."), stream, tools: [betaAdd] })).content,
      ),
  ]),
];

const openaiCity = { model: gpt, input: "City.", text: { format: zodTextFormat(city, "city") } };
const anthropicCity = { ...message("City."), output_config: { format: zodOutputFormat(city) } };

const structured: readonly Row[] = [
  ["openai responses.parse", async () => (await openai.responses.parse(openaiCity)).output_parsed],
  ["openai responses.stream", async () => (await openai.responses.stream(openaiCity).finalResponse()).output_parsed],
  [
    "agents run",
    async () => (await runner.run(new Agent({ name: "A", model: gpt, outputType: city }), "City.")).finalOutput,
  ],
  ["anthropic messages.parse", async () => (await anthropic.messages.parse(anthropicCity)).parsed_output],
  [
    "anthropic messages.stream",
    async () => (await anthropic.messages.stream(anthropicCity).finalMessage()).parsed_output,
  ],
];

const lists: readonly Row[] = [
  ["openai models.list", async () => (await Array.fromAsync(openai.models.list())).map(({ id }) => id)],
  ["anthropic models.list", async () => (await Array.fromAsync(anthropic.models.list())).map(({ id }) => id)],
  [
    "openrouter sdk models.list",
    async () =>
      (await Array.fromAsync(await openRouter.models.list())).flatMap(({ result }) => result.data.map(({ id }) => id)),
  ],
];

test.each(texts)("%s returns the text", async (_, call) => {
  expect(await call()).toBe("One two three.");
});

test.each(toolRounds)("%s completes a tool round", async (_, call) => {
  expect(await call()).toBe("It is 3.");
});

test.each(structured)("%s returns the structured output", async (_, call) => {
  expect(await call()).toEqual({ name: "Oslo", population: 700_000 });
});

test.each(lists)("%s lists the models of the catalog", async (_, call) => {
  expect(await call()).toEqual(expect.arrayContaining([gpt, claude]));
});

test("anthropic messages.countTokens counts the tokens that a message is charged for", async () => {
  const { max_tokens: _, ...prompt } = message("Count.");
  const { input_tokens } = await anthropic.messages.countTokens(prompt);
  expect((await anthropic.messages.create(message("Count."))).usage.input_tokens).toBe(input_tokens);
});

// The servers of this file judge the responses; this is about the requests.
test("no request was rejected, except the first one of each tool runner", () => {
  const rejected = server.journal.entries().filter(({ status }) => status !== 200);
  expect(rejected.map(({ status, input }) => [status, input.thread])).toEqual([
    [400, { type: "create" }],
    [400, { type: "create" }],
  ]);
});
