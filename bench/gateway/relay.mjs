// A floor: node:http in and out. It parses the body, replaces the credential and pipes the response. Usage: node relay.mjs PORT UPSTREAM
import { Agent, createServer, request } from "node:http";

const [port, upstream] = process.argv.slice(2);
const { hostname, port: upstreamPort } = new URL(upstream);
const agent = new Agent({ keepAlive: true, maxSockets: 512, noDelay: true });

createServer((incoming, response) => {
  const chunks = [];
  incoming.on("data", (data) => chunks.push(data));
  incoming.once("end", () => {
    const body = Buffer.concat(chunks);
    JSON.parse(body.toString());
    const headers = {
      "content-type": "application/json",
      "content-length": body.length,
      authorization: "Bearer upstream-key",
    };
    const outgoing = request(
      { agent, hostname, port: upstreamPort, path: incoming.url, method: incoming.method, headers },
      (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      },
    );
    outgoing.once("error", () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.once("close", () => outgoing.destroy());
    outgoing.end(body);
  });
})
  .on("connection", (socket) => socket.setNoDelay(true))
  .listen(Number(port), "127.0.0.1");
