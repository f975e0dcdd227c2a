// A fixed completion of about a kilobyte, or a stream of CHUNKS chunks. Prints its port. The header `x-chunks` asks for another number of chunks,
// and `x-text` for one chunk whose text has this many bytes.
import { createServer } from "node:http";

const count = Number(process.env.CHUNKS ?? 20_000);
const head = { id: "gen-1", created: 1_750_000_000, model: "m" };
const usage = { prompt_tokens: 11, completion_tokens: 22, total_tokens: 33, cost: 0.001 };
const completion = Buffer.from(
  JSON.stringify({
    ...head,
    object: "chat.completion",
    system_fingerprint: null,
    choices: [
      {
        index: 0,
        finish_reason: "stop",
        logprobs: null,
        message: { role: "assistant", content: "x".repeat(720), refusal: null },
      },
    ],
    usage,
  }),
);
const event = (choice, more = {}) =>
  `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices: [{ index: 0, ...choice }], ...more })}\n\n`;
const piece = Buffer.from(
  Array.from({ length: 100 }, (_, index) =>
    event({ delta: { role: "assistant", content: ` token${index}` }, finish_reason: null }),
  ).join(""),
);
const end = `${event({ delta: {}, finish_reason: "stop" }, { usage })}data: [DONE]\n\n`;

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => void answer(request, response, body));
});
// A client that waits while others are measured keeps its connection.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));

async function answer(request, response, body) {
  if (!body.includes('"stream":true')) {
    response.writeHead(200, { "content-type": "application/json", "content-length": completion.length });
    response.end(completion);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const size = Number(request.headers["x-text"] ?? 0);
  if (size > 0) {
    response.end(event({ delta: { role: "assistant", content: "x".repeat(size) }, finish_reason: null }) + end);
    return;
  }
  const wanted = Number(request.headers["x-chunks"] ?? count);
  for (let sent = 0; sent < wanted; sent += 100)
    if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
  response.end(end);
}
