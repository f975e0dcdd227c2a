import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** Sends `PING` to a Valkey or Redis server. Resolves to the milliseconds of the exchange; rejects if it does not respond. */
export async function pingValkey(address: string, timeout: number): Promise<number> {
  const url = new URL(address);
  const began = performance.now();
  const where = { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || 6379) };
  const isTls = url.protocol === "rediss:" || url.protocol === "valkeys:";
  const socket = isTls ? connectTls({ ...where, servername: where.host }) : connectPlain(where);
  try {
    await exchange(socket, toCommands(url), timeout, `${where.host}:${where.port}`);
    return Math.round(performance.now() - began);
  } finally {
    socket.destroy();
  }
}

function toCommands({ username, password }: URL): string {
  const parts = [username, password].filter((part) => part !== "").map(decodeURIComponent);
  return `${password === "" ? "" : encode(["AUTH", ...parts])}${encode(["PING"])}`;
}

function encode(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}

function exchange(socket: Socket, commands: string, timeout: number, where: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let received = "";
  socket.setTimeout(timeout, () => reject(new Error(`${where} did not respond within ${timeout} ms`)));
  socket.once("error", reject).once("close", () => reject(new Error(`${where} closed the connection`)));
  socket.on("data", (data) => {
    received += data.toString("latin1");
    const [, problem] = /^-([^\r\n]*)\r\n/m.exec(received) ?? [];
    if (problem !== undefined) reject(new Error(`${where} refused: ${problem}`));
    else if (received.includes("+PONG\r\n")) resolve();
    else if (received.length > 10_000) reject(new Error(`${where} is not a Valkey or Redis server`));
  });
  socket.write(commands);
  return promise;
}
