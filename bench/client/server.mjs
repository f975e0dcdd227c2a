// A fixed completion of about a kilobyte, or a stream of CHUNKS chunks. Prints its port. A path or a header asks for another stream:
// `/chunks/N` or `x-chunks: N`: N chunks; `/large/N` or `x-text: BYTES`: one chunk with N MB or BYTES of text; `/late`: a hundred chunks,
// and the response ends 5 ms after `[DONE]`. GET gives the number of connections so far.
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

let connections = 0;
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => void answer(request, response, body));
});
server.on("connection", () => connections++);
// A client that waits while others are measured keeps its connection.
server.keepAliveTimeout = 600_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));

async function answer(request, response, body) {
  if (request.method === "GET") {
    response.end(String(connections));
  } else if (body.includes('"stream":true')) {
    response.writeHead(200, { "content-type": "text/event-stream" });
    await stream(request, response);
  } else {
    response.writeHead(200, { "content-type": "application/json", "content-length": completion.length });
    response.end(completion);
  }
}

async function stream({ url, headers }, response) {
  const [, kind, number] = url.split("/");
  const bytes = kind === "large" ? Number(number) * 1_000_000 : Number(headers["x-text"] ?? 0);
  if (bytes > 0) {
    const delta = { role: "assistant", content: "x".repeat(bytes) };
    response.end(event({ delta, finish_reason: null }) + end);
    return;
  }
  if (kind === "late") {
    response.write(piece);
    response.write(end);
    setTimeout(() => response.end(), 5);
    return;
  }
  const wanted = kind === "chunks" ? Number(number) : Number(headers["x-chunks"] ?? count);
  for (let sent = 0; sent < wanted; sent += 100)
    if (!response.write(piece)) await new Promise((resolve) => response.once("drain", resolve));
  response.end(end);
}
