/** Two hundred words of one token each. */
export const text = "one two three four five six seven eight nine ten ".repeat(20).trim();

/** The chat request that every server gets, about a kilobyte. */
export const request = (stream) => ({
  model: "openai/gpt-4o-mini",
  messages: [
    { role: "system", content: "You are a careful assistant in a measurement. ".repeat(12) },
    { role: "user", content: "Please count for me, and take your time. ".repeat(6) },
  ],
  max_tokens: 512,
  temperature: 0.2,
  stream,
});

const head = { id: "gen-1", created: 1, model: "openai/gpt-4o-mini", provider: "OpenAI" };
const usage = { prompt_tokens: 160, completion_tokens: 200, total_tokens: 360, cost: 0.000144 };

export const answer = {
  ...head,
  object: "chat.completion",
  choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: text } }],
  usage,
};

const chunk = (delta, finish_reason = null) => ({
  ...head,
  object: "chat.completion.chunk",
  choices: [{ index: 0, delta, finish_reason }],
});

export const events = [
  chunk({ role: "assistant", content: "" }),
  ...text.split(/(?= )/).map((content) => chunk({ content })),
  chunk({}, "stop"),
  { ...head, object: "chat.completion.chunk", choices: [], usage },
];
