// A prompt that is too long for the model is recognized in the words of every provider, so that fallback and compaction act.
import { createAgent, fallback } from "@patchbay/agent";
import { Patchbay } from "@patchbay/client";
import { expect, test } from "vitest";

const fine = (): Response =>
  Response.json({
    id: "gen-1",
    object: "chat.completion",
    created: 1,
    model: "big",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: "fine" } }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2, cost: 0 },
  });

/** Which models an agent requests when its small model fails with this error. */
async function modelsAsked(refusal: object, status: number): Promise<readonly string[]> {
  const asked: string[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const { model } = (await request.json()) as { model: string };
    asked.push(model);
    return model === "small" ? Response.json({ error: { code: status, ...refusal } }, { status }) : fine();
  };
  const client = new Patchbay({ apiKey: "sk-or-v1-test", maxRetries: 0, fetch });
  const agent = createAgent({
    client,
    model: fallback(["small", "big"], { retryDelay: 1, actions: { server_error: "throw" } }),
  });
  await Promise.allSettled([agent.run("hi")]);
  return asked;
}

const messages: readonly (readonly [string, string])[] = [
  [
    "OpenRouter",
    "This endpoint's maximum context length is 256000 tokens. However, you requested about 282160 tokens.",
  ],
  ["OpenAI", "Your input exceeds the context window of this model. Please adjust your input and try again."],
  [
    "OpenAI, older",
    "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens.",
  ],
  [
    "OpenAI, a string",
    "Invalid 'messages[0].content': string too long. Expected a string with maximum length 1048576.",
  ],
  ["Anthropic", "prompt is too long: 213462 tokens > 200000 maximum"],
  ["Anthropic, with the answer", "input length and `max_tokens` exceed context limit: 196000 + 8192 > 200000"],
  ["Google", "The input token count (1196265) exceeds the maximum number of tokens allowed (1048575)."],
  ["Google, older", "input token count is 32769 but model only supports up to 32768; exceeds the limit of tokens"],
  ["Bedrock", "Input is too long for requested model."],
  ["Bedrock, Nova", "Input Tokens Exceeded: Number of input tokens exceeds maximum length."],
  ["Bedrock, Llama", "This model's maximum context length is 8192 tokens. Please reduce the length of the prompt."],
  ["xAI", "This model's maximum prompt length is 131072 but the request contains 537812 tokens."],
  [
    "Mistral",
    "Prompt contains 152960 tokens and 0 draft tokens, too large for model with 131072 maximum context length",
  ],
  ["Cohere", "too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 6772."],
  ["Moonshot", "Invalid request: Your request exceeded model token limit: 131072"],
  ["Alibaba", "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 30720]"],
  ["Groq", "Please reduce the length of the messages or completion."],
  ["Cerebras", "Please reduce the length of the messages or completion. Current length is 8193 while limit is 8192"],
  ["Together", "The input (9000 tokens) is longer than the model's context length (8192 tokens)."],
  ["Fireworks", "The prompt is too long: 140000, model maximum context length: 131071"],
  ["GitHub Models", "Request body too large for gpt-4o model. Max size: 8000 tokens."],
  [
    "vLLM",
    "You passed 40961 input tokens and requested 1 output tokens. However, the model's context length is only 40960",
  ],
  ["TGI", "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000 `inputs` tokens"],
  ["TGI, inputs", "Input validation error: `inputs` must have less than 1024 tokens. Given: 1100"],
  [
    "llama.cpp",
    "the request exceeds the available context size. try increasing the context size or enable context shift",
  ],
  ["Ollama", "input exceeds maximum context length"],
  ["MiniMax", "invalid params, context window exceeds limit (2013)"],
  ["DeepSeek", "This model's maximum context length is 65536 tokens. However, you requested 70000 tokens"],
  ["Zhipu", "Prompt exceeds max length"],
];

test.each(messages)("the words of %s as the message make the next model answer", async (_, message) => {
  expect(await modelsAsked({ message }, 400)).toEqual(["small", "big"]);
});

test.each(messages)("the words of %s in `metadata.raw` make the next model answer", async (_, message) => {
  const forms: readonly unknown[] = [
    message,
    { error: { message } },
    JSON.stringify({ type: "error", error: { type: "invalid_request_error", message } }),
    JSON.stringify({ message }),
    JSON.stringify({ error: JSON.stringify({ error: { message } }) }),
  ];
  for (const raw of forms) {
    const error = { message: "Provider returned error", metadata: { provider_name: "Acme", raw } };
    expect(await modelsAsked(error, 400), JSON.stringify(raw)).toEqual(["small", "big"]);
  }
});

test.each([
  [400, { message: "no", metadata: { error_type: "context_length_exceeded" } }],
  [400, { message: "no", metadata: { raw: '{"error":{"code":"context_length_exceeded"}}' } }],
  [400, { message: "no", metadata: { provider_code: "context_length_exceeded" } }],
  [400, { message: "no", metadata: { provider_code: "tokens_limit_reached" } }],
  [413, { message: "payload too large" }],
  [422, { message: "prompt is too long: 9 tokens > 8 maximum" }],
  [500, { message: "prompt is too long: 9 tokens > 8 maximum" }],
  [502, { message: "Provider returned error", metadata: { raw: "prompt is too long" } }],
  [400, { message: "The maximum context length is 8 tokens. You requested 9 (6 of text input, 3 of image input)." }],
  [400, { message: "The prompt is too long to fit into the model. For image inputs, their size counts." }],
  [400, { message: "The tokens of the prompt and its files exceed the context window" }],
])("status %i with %j makes the next model answer", async (status, error) => {
  expect(await modelsAsked(error, status)).toEqual(["small", "big"]);
});

test.each([
  [400, "Invalid value for temperature: must be at most 2"],
  [400, "messages: at least one message is required"],
  [400, "The image is too large: 12 MB > 5 MB maximum"],
  [400, "max_tokens must be a positive integer"],
  [400, "tools.0.name: string should match pattern"],
  [400, "Provider returned error"],
  [401, "The token limit of this key was exceeded"],
  [
    402,
    "This request requires more credits. You requested up to 65536 tokens, but can only afford 10; prompt is too long",
  ],
  [403, "Input exceeds the tokens that your guardrail allows"],
  [500, "Internal server error"],
  [500, "You exceeded your current quota of tokens, please check your plan"],
  [
    400,
    "max_tokens is too large: 100000. This model supports at most 16384 completion tokens, whereas you provided 100000.",
  ],
  [400, "max_tokens: 300000 > 64000, which is the maximum allowed number of output tokens for this model"],
  [400, "Invalid 'messages[0].name': string too long. Expected a string with maximum length 64"],
  [400, "stop: array too long. Expected an array with maximum length 4"],
])("status %i with %j is not taken for a prompt that is too long", async (status, message) => {
  expect(await modelsAsked({ message }, status)).toEqual(["small"]);
});
