import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { defaultWriteTimeout, type FrameBody, type Reply, type TextBody } from "./reply.ts";

/** Renders a reply onto a socket. Frames that are due together leave in one write. */
export async function writeReply(reply: Reply, response: ServerResponse): Promise<void> {
  try {
    await write(reply, response);
  } catch (error) {
    // What cannot be written is not paid: what was set aside for it is released.
    reply.body.ended?.(0, false);
    throw error;
  }
}

async function write(reply: Reply, response: ServerResponse): Promise<void> {
  const { status, headers, body, delayMs, connection } = reply;
  if (delayMs || connection) {
    const closed = onClose(response);
    if (delayMs) await sleep(delayMs, closed);
    if (connection || closed.aborted) {
      body.ended?.(0, false);
      return breakOff(response);
    }
  }
  for (const [name, values] of Object.entries(reply.repeated ?? {})) response.setHeader(name, values);
  if (reply.stream) return writeStream(reply, reply.stream, response);
  // HTTP forbids a body and its length with these.
  if (status === 204 || status === 205 || status === 304) {
    body.ended?.(0, true);
    return void response.writeHead(status, headers).end();
  }
  if (body.kind === "text") {
    const length = Buffer.byteLength(body.text);
    onText(response, body);
    response.writeHead(status, { ...headers, "content-length": length });
    // One byte a character is plain ASCII, which leaves in one write with the headers.
    response.end(body.text, length === body.text.length ? "latin1" : "utf8");
    if (!response.writableFinished) limitSilence(response, reply.writeTimeout);
    return;
  }
  response.writeHead(status, headers);
  if (reply.isHead) {
    body.ended(0, true);
    return void response.end();
  }
  await writeFrames(body, response, reply.writeTimeout);
}

/** Passes on the bytes of another service. When its stream breaks, the connection does; when the caller leaves, it is canceled. */
async function writeStream(
  { status, headers, body, isHead, writeTimeout }: Reply,
  stream: NonNullable<Reply["stream"]>,
  response: ServerResponse,
): Promise<void> {
  const closed = onClose(response);
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  if (isHead || closed.aborted) cancel();
  else closed.addEventListener("abort", cancel, { once: true });
  let isBroken = false;
  let sent = 0;
  try {
    response.writeHead(status, headers);
    // The caller learns the status before the first byte of the body.
    response.flushHeaders();
    for (let next = await reader.read(); !next.done && !closed.aborted; next = await reader.read()) {
      sent++;
      if (!response.write(next.value)) await drained(response, closed, writeTimeout);
    }
  } catch {
    isBroken = true;
  } finally {
    body.ended?.(sent, !isBroken && !closed.aborted);
  }
  if (isBroken) return breakOff(response);
  response.end();
}

async function writeFrames(
  { frames, ended, end = "clean" }: FrameBody,
  response: ServerResponse,
  writeTimeout: number | undefined,
): Promise<void> {
  const started = performance.now();
  const closed = onClose(response);
  let sent = 0;
  try {
    while (sent < frames.length && !closed.aborted) {
      const wait = started + frames[sent]!.at - performance.now();
      if (wait > 0) await sleep(wait, closed);
      if (closed.aborted) break;
      const until = performance.now() - started;
      let text = "";
      let bytes: Uint8Array | undefined;
      while (sent < frames.length && frames[sent]!.at <= until && !bytes) {
        const frame = frames[sent++]!;
        if (frame.bytes) bytes = frame.bytes;
        else text += frame.text;
      }
      let hasRoom = text === "" || response.write(text);
      if (bytes) hasRoom = response.write(bytes);
      if (!hasRoom) await drained(response, closed, writeTimeout);
      // What was written leaves before the next frame is.
      else if (frames[sent - 1]!.isAlone) await new Promise((resolve) => setImmediate(resolve));
    }
    if (end === "hang") response.flushHeaders();
    if (end === "hang" && !closed.aborted) await new Promise((resolve) => closed.addEventListener("abort", resolve));
  } finally {
    ended(sent, sent === frames.length && !closed.aborted);
    if (end === "clean") response.end();
    else await breakOff(response, end === "close");
  }
}

/** Waits until the caller has read what was written; cuts the connection when it reads nothing for too long. */
async function drained(response: ServerResponse, closed: AbortSignal, writeTimeout: number | undefined): Promise<void> {
  const stop = limitSilence(response, writeTimeout);
  await once(response, "drain", { signal: closed }).catch(() => undefined);
  stop();
}

/** Cuts the connection when no byte leaves for so many milliseconds, until the response is closed or `stop` is called. */
function limitSilence(response: ServerResponse, writeTimeout: number = defaultWriteTimeout): () => void {
  const { socket } = response;
  if (!socket || writeTimeout > longestTimer) return () => undefined;
  const before = socket.timeout ?? 0;
  const cut = (): void => void socket.destroy();
  const stop = (): void => {
    socket.off("timeout", cut);
    response.off("finish", stop);
    response.off("close", stop);
    socket.setTimeout(before);
  };
  // A socket does not time out while bytes leave it.
  socket.setTimeout(writeTimeout);
  socket.once("timeout", cut);
  response.prependOnceListener("finish", stop);
  response.once("close", stop);
  return stop;
}

/** Notes whether a body in one piece has left, or the caller left before. */
function onText(response: ServerResponse, { ended }: TextBody): void {
  if (!ended) return;
  const { socket } = response;
  let isComplete = false;
  // Node 22 calls a response finished also when its connection was destroyed.
  response.prependOnceListener("finish", () => (isComplete = socket?.destroyed === false));
  response.once("close", () => ended(isComplete ? 1 : 0, isComplete));
}

/** Breaks the connection, after what was written has left: by a reset, or by its end. */
async function breakOff(response: ServerResponse, isEnd = false): Promise<void> {
  // Headers without a body have not been sent.
  if (response.headersSent) response.flushHeaders();
  const { socket } = response;
  if (!socket || socket.destroyed) return;
  // The other side reads what came before it learns of the break.
  if (response.headersSent) await new Promise((resolve) => setTimeout(resolve, 10));
  if (isEnd) socket.destroySoon();
  else socket.resetAndDestroy();
}

function onClose(response: ServerResponse): AbortSignal {
  const closed = new AbortController();
  if (response.destroyed) closed.abort();
  else response.once("close", () => closed.abort());
  return closed.signal;
}

/** Longer timers fire at once. */
const longestTimer = 2_147_483_647;

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, Math.min(ms, longestTimer));
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
