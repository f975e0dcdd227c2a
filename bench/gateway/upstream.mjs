// A provider with fixed answers of about 1 KB. The last part of the model's name decides: `instant` answers at once, and `paced` sends
// 40 tokens with 20 ms before each. Usage: node upstream.mjs PORT
import { createServer } from "node:http";

const tokens = 40;
const gap = 20;
const head = { id: "chatcmpl-1", created: 1_700_000_000, model: "instant", system_fingerprint: "fp_1" };
const usage = { prompt_tokens: 250, completion_tokens: tokens, total_tokens: 250 + tokens };
const text = Array.from({ length: tokens }, (_, index) => `word${index} and more text `);
const message = { role: "assistant", content: text.join(""), refusal: null };
const answer = Buffer.from(
  JSON.stringify({
    ...head,
    object: "chat.completion",
    choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
    usage,
  }),
);
const chunk = (choices, more = {}) =>
  Buffer.from(`data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices, ...more })}\n\n`);
const delta = (value, finish = null) => [{ index: 0, delta: value, logprobs: null, finish_reason: finish }];
const events = [
  ...text.map((content, index) => chunk(delta(index === 0 ? { role: "assistant", content } : { content }))),
  chunk(delta({}, "stop")),
  Buffer.concat([chunk([], { usage }), Buffer.from("data: [DONE]\n\n")]),
];
const whole = Buffer.concat(events);

function stream(response, isPaced) {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  if (!isPaced) {
    response.end(whole);
    return;
  }
  let next = 0;
  const timer = setInterval(() => {
    response.write(events[next++]);
    if (next < events.length) return;
    clearInterval(timer);
    response.end();
  }, gap);
  response.once("close", () => clearInterval(timer));
}

createServer((request, response) => {
  const chunks = [];
  request.on("data", (data) => chunks.push(data));
  request.once("end", () => {
    // Searching costs less than parsing: this process shares its core with the load.
    const body = Buffer.concat(chunks).toString("latin1");
    if (/"stream":\s*true/.test(body)) {
      stream(response, /"model":\s*"[^"]*paced"/.test(body));
      return;
    }
    response.writeHead(200, { "content-type": "application/json", "content-length": answer.length });
    response.end(answer);
  });
})
  .on("connection", (socket) => socket.setNoDelay(true))
  .listen(Number(process.argv[2]), "127.0.0.1");
