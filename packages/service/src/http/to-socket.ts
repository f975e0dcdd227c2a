import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { defaultWriteTimeout, type FrameBody, type LiveBody, type Reply, type TextBody } from "./reply.ts";
import { isClosed, longestTimer, needsDrain, ResponseClose } from "./response-close.ts";

/** Writes a reply to a socket. Frames that are due together are sent in one write. */
export async function writeReply(reply: Reply, response: ServerResponse): Promise<void> {
  try {
    await write(reply, response);
  } catch (error) {
    // A reply that cannot be written is not charged: its reservation is released.
    reply.body.ended?.(0, false);
    throw error;
  }
}

async function write(reply: Reply, response: ServerResponse): Promise<void> {
  const { status, headers, body, delayMs, connection } = reply;
  if (delayMs || connection) {
    const close = new ResponseClose(response);
    if (delayMs) await close.sleep(delayMs);
    if (connection || close.isClosed) {
      body.ended?.(0, false);
      return breakOff(response);
    }
  }
  if (reply.closeAfterMs !== undefined) closeAfter(response, reply.closeAfterMs);
  for (const [name, values] of Object.entries(reply.repeated ?? {})) response.setHeader(name, values);
  if (reply.stream) return writeStream(reply, reply.stream, response);
  // HTTP forbids a body and its length for these statuses.
  if (status === 204 || status === 205 || status === 304) {
    body.ended?.(0, true);
    return void response.writeHead(status, headers).end();
  }
  if (body.kind === "text") {
    const length = Buffer.byteLength(body.text);
    onText(response, body);
    response.writeHead(status, { ...headers, "content-length": length });
    response.end(body.text, encodingOf(body.text, length));
    // What the socket has taken at once is not pending.
    if (response.writableLength > 0) limitSilence(response, reply.writeTimeout);
    return;
  }
  response.writeHead(status, headers);
  if (reply.isHead) {
    body.ended(0, true);
    return void response.end();
  }
  if (body.kind === "live") await writeLive(body, response, reply.writeTimeout);
  else if (!writeAtOnce(body, response)) await writeFrames(body, response, reply.writeTimeout);
}

/**
 * Writes frames that are all due, with the end of the response. Returns false for others, and for more text than the
 * socket buffers. Saves 20 % of the CPU of a stream of 200 tokens: one write, and nothing that waits.
 */
function writeAtOnce({ joined, ended, end = "clean" }: FrameBody, response: ServerResponse): boolean {
  if (!joined || end !== "clean" || isClosed(response)) return false;
  const text = joined.toText();
  const size = Buffer.byteLength(text);
  if (!(response.writableLength + size < response.writableHighWaterMark)) return false;
  ended(joined.length, true);
  response.end(text, encodingOf(text, size));
  return true;
}

/** One byte per character means ASCII, which Node writes faster. */
function encodingOf({ length }: string, size: number): "latin1" | "utf8" {
  return length === size ? "latin1" : "utf8";
}

/** Writes frames while they are produced. The next frame is requested when the client has room for it. */
async function writeLive(
  { frames, ended }: LiveBody,
  response: ServerResponse,
  writeTimeout: number | undefined,
): Promise<void> {
  const close = new ResponseClose(response);
  const iterator = frames[Symbol.asyncIterator]();
  const writer = new JoinedWriter(response);
  let sent = 0;
  let isComplete = false;
  let isFinished = false;
  const finish = (): void => {
    // The connection closes after the end of the body, too.
    if (isFinished) return;
    isFinished = true;
    ended(sent, isComplete);
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  };
  // An output that the client no longer waits for ends at once.
  response.once("close", finish);
  try {
    while (!close.isClosed) {
      const next = await iterator.next();
      if (close.isClosed) break;
      if (next.done) {
        isComplete = true;
        break;
      }
      writer.add(next.value.text);
      sent++;
      if (needsDrain(response)) await drained(response, close, writeTimeout);
    }
  } catch {
    // The body breaks off.
  }
  writer.flush();
  finish();
  if (isComplete) response.end();
  else await breakOff(response);
}

/**
 * Writes the headers and the texts that are added before the event loop continues in one piece: each write takes 15 µs. With the end of a
 * response that comes at once, that is one write in place of two.
 */
class JoinedWriter {
  readonly #response: ServerResponse;
  #text = "";
  #isScheduled = false;
  #hasWritten = false;

  constructor(response: ServerResponse) {
    this.#response = response;
    this.#schedule();
  }

  add(text: string): void {
    this.#schedule();
    this.#text += text;
    if (this.#text.length > longestPiece) this.flush();
  }

  flush(): void {
    if (isClosed(this.#response)) return;
    const text = this.#text;
    if (text === "" && !this.#hasWritten) this.#response.flushHeaders();
    this.#hasWritten = true;
    if (text === "") return;
    this.#text = "";
    this.#response.write(text, encodingOf(text, Buffer.byteLength(text)));
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // After what follows at once. `setImmediate` would poll all sockets before.
    process.nextTick(() => {
      this.#isScheduled = false;
      // The end of the response was written in the meantime.
      if (!this.#response.writableEnded) this.flush();
    });
  }
}

/** A longer text is written at once, in characters. */
const longestPiece = 16_384;

/** Forwards the bytes of an upstream API. If its stream breaks, so does the connection; a disconnect cancels it. */
async function writeStream(
  { status, headers, body, isHead, writeTimeout }: Reply,
  stream: NonNullable<Reply["stream"]>,
  response: ServerResponse,
): Promise<void> {
  const close = new ResponseClose(response);
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  if (isHead || close.isClosed) cancel();
  else response.once("close", cancel);
  let isBroken = false;
  let sent = 0;
  try {
    response.writeHead(status, headers);
    // The client receives the status before the first byte of the body.
    response.flushHeaders();
    for (let next = await reader.read(); !next.done && !close.isClosed; next = await reader.read()) {
      sent++;
      if (!response.write(next.value)) await drained(response, close, writeTimeout);
    }
  } catch {
    isBroken = true;
    cancel();
  } finally {
    body.ended?.(sent, !isBroken && !close.isClosed);
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
  const close = new ResponseClose(response);
  let sent = 0;
  try {
    while (sent < frames.length && !close.isClosed) {
      const wait = started + frames[sent]!.at - performance.now();
      if (wait > 0) await close.sleep(wait);
      if (close.isClosed) break;
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
      if (!hasRoom) await drained(response, close, writeTimeout);
      // The written data is sent before the next frame is written.
      else if (frames[sent - 1]?.isAlone) await new Promise((resolve) => setImmediate(resolve));
    }
    if (end === "hang") {
      response.flushHeaders();
      await close.closed();
    }
  } finally {
    ended(sent, sent === frames.length && !close.isClosed);
    if (end === "clean") response.end();
    else await breakOff(response, end === "close");
  }
}

/** Waits until the client has read the written data. Closes the connection if it reads nothing for too long. */
async function drained(
  response: ServerResponse,
  close: ResponseClose,
  writeTimeout: number | undefined,
): Promise<void> {
  const stop = limitSilence(response, writeTimeout);
  await close.drained();
  stop();
}

/** Closes the connection after `ms` without a sent byte, until the response is closed or the returned function is called. */
function limitSilence(response: ServerResponse, writeTimeout: number = defaultWriteTimeout): () => void {
  if (writeTimeout > longestTimer) return () => undefined;
  // Of a session of HTTP/2, only the stream is closed.
  const socket = (response as { readonly stream?: Socket }).stream ?? response.socket;
  if (socket) return watchSilence(response, socket, writeTimeout);
  // Nothing is sent before the responses to earlier requests.
  let stop = (): void => void response.off("socket", begin);
  function begin(socket: Socket): void {
    stop = watchSilence(response, socket, writeTimeout);
  }
  response.once("socket", begin);
  return () => stop();
}

function watchSilence(response: ServerResponse, socket: Socket, writeTimeout: number): () => void {
  const before = socket.timeout ?? 0;
  const cut = (): void => void socket.destroy();
  const stop = (): void => {
    socket.off("timeout", cut);
    response.off("finish", stop);
    response.off("close", stop);
    socket.setTimeout(before);
  };
  // A socket does not time out while it sends bytes.
  socket.setTimeout(writeTimeout);
  socket.once("timeout", cut);
  response.prependOnceListener("finish", stop);
  response.once("close", stop);
  return stop;
}

/** Reports whether a body in one piece was sent or the client disconnected before. */
function onText(response: ServerResponse, { ended }: TextBody): void {
  if (!ended) return;
  // The client left before there was a reply: no event follows.
  if (isClosed(response)) return ended(0, false);
  // A response in the queue behind earlier ones has no socket yet.
  const socket = response.socket ?? response.req.socket;
  let isComplete = false;
  // Node 22 reports a response as finished also if its connection was destroyed.
  response.prependOnceListener("finish", () => (isComplete = !socket?.destroyed));
  response.once("close", () => ended(isComplete ? 1 : 0, isComplete));
}

/** Breaks the connection after the written data was sent, by a reset or by its end. */
async function breakOff(response: ServerResponse, isEnd = false): Promise<void> {
  // Headers without a body are not sent yet.
  if (response.headersSent) response.flushHeaders();
  const isQueued = !response.socket && !isClosed(response);
  // The responses to earlier requests are sent before.
  if (isQueued) await new Promise((resolve) => response.once("socket", resolve).once("close", resolve));
  const { socket } = response;
  if (!socket || socket.destroyed) return;
  // The client reads the earlier data before it sees the break.
  if (response.headersSent || isQueued) await new Promise((resolve) => setTimeout(resolve, 10));
  if (isEnd) socket.destroySoon();
  else socket.resetAndDestroy();
}

/** Closes the connection some time after the response. A request that arrives meanwhile is not answered. */
function closeAfter(response: ServerResponse, ms: number): void {
  const socket = response.socket ?? response.req.socket;
  response.once("finish", () => setTimeout(() => socket.destroySoon(), ms).unref());
}
