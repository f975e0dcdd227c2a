import { connect } from "node:net";
import type { ListeningServer } from "@patchbay/mock-server";

/** The data received over a socket, and how it ended. */
export interface Wire {
  readonly head: string;
  /** The body without the framing of its chunks. */
  readonly body: string;
  readonly bytes: Buffer;
  readonly end: "closed" | "reset" | "open" | "refused";
  /** Milliseconds to the first byte. */
  readonly first: number;
}

/** Sends a chat over a bare socket and reads until its end, or until `patience` milliseconds of silence. */
export function readWire(
  { port }: Pick<ListeningServer, "port">,
  input: Record<string, unknown> = {},
  { patience = 10_000, path = "/api/v1/chat/completions" } = {},
): Promise<Wire> {
  const body = JSON.stringify({ model: "openai/gpt-4o-mini", messages: [{ role: "user", content: "Hi" }], ...input });
  const started = performance.now();
  const chunks: Buffer[] = [];
  let first = 0;
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (end: Wire["end"]): void => {
      clearTimeout(timer);
      socket.destroy();
      const all = Buffer.concat(chunks);
      const at = all.indexOf("\r\n\r\n");
      const head = at < 0 ? "" : all.subarray(0, at).toString();
      const rest = at < 0 ? all : all.subarray(at + 4);
      const bytes = /transfer-encoding: chunked/i.test(head) ? withoutChunks(rest) : rest;
      resolve({ head, body: bytes.toString(), bytes, end, first });
    };
    let timer = setTimeout(() => done("open"), patience);
    socket.on("data", (chunk) => {
      if (chunks.length === 0) first = performance.now() - started;
      chunks.push(chunk);
      clearTimeout(timer);
      timer = setTimeout(() => done("open"), patience);
    });
    socket.on("end", () => done("closed"));
    socket.on("error", (error: NodeJS.ErrnoException) => done(error.code === "ECONNREFUSED" ? "refused" : "reset"));
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\nauthorization: Bearer sk-or-v1-test\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

/** The content of a body with `transfer-encoding: chunked`. */
export function withoutChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf("\r\n", at);
    const size = end < 0 ? 0 : Number.parseInt(bytes.subarray(at, end).toString(), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

/** The response to bytes that were sent verbatim. */
export interface RawAnswer {
  /** Status of the first response; 0 without one. */
  readonly status: number;
  readonly head: string;
  /** Everything after the first head. */
  readonly body: string;
  readonly end: "closed" | "reset" | "timeout";
}

/** Sends bytes over a socket and reads until the server closes, or until `patience` milliseconds of silence. */
export function sendBytes(
  port: number,
  bytes: string | Uint8Array,
  { patience = 5000, address = "127.0.0.1" } = {},
): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, address, () => socket.write(bytes));
    const done = (end: RawAnswer["end"]): void => {
      clearTimeout(timer);
      socket.destroy();
      const at = text.indexOf("\r\n\r\n");
      const status = Number(/^HTTP\/1\.[01] (\d+)/.exec(text)?.[1] ?? 0);
      resolve({ status, head: at < 0 ? text : text.slice(0, at), body: at < 0 ? "" : text.slice(at + 4), end });
    };
    let timer = setTimeout(() => done("timeout"), patience);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(timer);
      timer = setTimeout(() => done("timeout"), patience);
    });
    socket.on("end", () => done("closed"));
    socket.on("error", () => done("reset"));
  });
}

/** A request as bytes, on a connection that closes after it. `Host` is the first header, and can be omitted. */
export function requestBytes(
  method: string,
  target: string,
  {
    host,
    headers = {},
    body = "",
  }: { host?: string | undefined; headers?: Record<string, string>; body?: string } = {},
): string {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(host === undefined ? [] : [`Host: ${host}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}
