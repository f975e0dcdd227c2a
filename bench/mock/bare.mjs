// The baseline: `node:http` that parses the body and writes JSON. Usage: node bare.mjs PORT
import { createServer } from "node:http";
import { answer, events } from "./payload.mjs";

createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    if (request.method === "GET") response.end("ok");
    else if (JSON.parse(Buffer.concat(parts).toString()).stream === true) sendEvents(response);
    else sendBody(response);
  });
}).listen(Number(process.argv[2]), "127.0.0.1");

function sendEvents(response) {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const event of events) response.write(`data: ${JSON.stringify(event)}\n\n`);
  response.end("data: [DONE]\n\n");
}

function sendBody(response) {
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
}
