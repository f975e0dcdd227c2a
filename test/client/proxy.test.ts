// Requests through a proxy, as the README describes it.
import { createMockServer } from "@patchbay/mock-server";
import { createServer, type Server } from "node:http";
import { connect as connectTo, type AddressInfo } from "node:net";
import { fetch, ProxyAgent, type RequestInit } from "undici";
import { expect, test } from "vitest";
import { chat, connect } from "./support.ts";

/** A proxy that opens tunnels, and records their targets. */
function startProxy(seen: string[]): Promise<Server> {
  const proxy = createServer();
  proxy.on("connect", ({ url }, socket) => {
    seen.push(url!);
    const { hostname, port } = new URL(`http://${url}`);
    const far = connectTo(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      far.pipe(socket).pipe(far);
    });
    for (const end of [far, socket]) end.on("error", () => [far, socket].forEach((one) => one.destroy()));
  });
  return new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(proxy)));
}

test("a fetch with a dispatcher sends calls and streams through a proxy", async () => {
  const seen: string[] = [];
  const proxy = await startProxy(seen);
  const listening = await createMockServer({ defaultReply: "echo" }).listen({ port: 0 });
  const dispatcher = new ProxyAgent({
    uri: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    proxyTunnel: true,
  });
  try {
    const client = connect({
      baseURL: listening.baseURL,
      fetch: async ({ url, method, headers, body, signal }) => {
        const init = { method, headers: [...headers], body, duplex: "half", signal, dispatcher };
        return (await fetch(url, init as RequestInit)) as unknown as Response;
      },
    });
    expect((await client.models.count()).data.count).toBeGreaterThan(10);
    expect((await client.chat.completions.stream(chat).final()).choices[0]?.message.content).toBe("one two three");
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen)).toEqual(new Set([`127.0.0.1:${listening.port}`]));
  } finally {
    await dispatcher.destroy();
    await listening.close();
    proxy.close();
  }
});
