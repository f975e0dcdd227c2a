// The floor that ratios refer to: node:http in, a pool of undici out. It parses the body, replaces the credential and writes chunks as they
// arrive. Usage: node relay-undici.mjs PORT UPSTREAM
import { createServer } from "node:http";
import { Pool } from "undici";

const [port, upstream] = process.argv.slice(2);
const pool = new Pool(upstream, { connections: 256, pipelining: 1 });
const headers = { "content-type": "application/json", authorization: "Bearer upstream-key" };
const hopByHop = new Set(["connection", "keep-alive", "transfer-encoding"]);

createServer((incoming, response) => {
  const chunks = [];
  incoming.on("data", (data) => chunks.push(data));
  incoming.once("end", () => {
    const body = Buffer.concat(chunks);
    JSON.parse(body.toString());
    const abort = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) abort.abort();
    });
    const options = { path: incoming.url, method: incoming.method, headers, body, signal: abort.signal };
    const begin = ({ statusCode, headers: received }) => {
      const passed = Object.entries(received).filter(([name]) => !hopByHop.has(name));
      response.writeHead(statusCode, Object.fromEntries(passed));
      return response;
    };
    pool
      .stream(options, begin)
      .catch(() => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  });
})
  .on("connection", (socket) => socket.setNoDelay(true))
  .listen(Number(port), "127.0.0.1");
