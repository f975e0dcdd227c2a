import type { Bytes } from "./bytes.ts";
import { defaultWriteTimeout, type FrameBody, type LiveBody, type Reply } from "./reply.ts";

/** Statuses for which HTTP forbids a body. */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304]);

/** Longer timers fire at once. */
const longestTimer = 2_147_483_647;

/** Renders a reply as a `Response`. Rejects as `fetch` does if the connection breaks before the headers. */
export async function toResponse(reply: Reply, signal?: AbortSignal): Promise<Response> {
  try {
    return await render(reply, signal);
  } catch (error) {
    // A reply that cannot be written is not charged: its reservation is released.
    reply.body.ended?.(0, false);
    void reply.stream?.cancel().catch(() => undefined);
    throw error;
  }
}

async function render(
  {
    status,
    headers: plain,
    repeated = {},
    body,
    stream,
    delayMs,
    connection,
    isHead,
    writeTimeout = defaultWriteTimeout,
  }: Reply,
  signal: AbortSignal | undefined,
): Promise<Response> {
  // The signal can abort before this listener is added; the event does not occur again.
  signal?.throwIfAborted();
  if (delayMs) await wait(delayMs, signal);
  if (connection) {
    const code = connection === "refused" ? "ECONNREFUSED" : "ECONNRESET";
    const text = connection === "refused" ? "connect ECONNREFUSED" : "read ECONNRESET";
    throw new TypeError("fetch failed", { cause: Object.assign(new Error(text), { code }) });
  }
  const headers = new Headers(plain);
  for (const [name, values] of Object.entries(repeated)) for (const value of values) headers.append(name, value);
  if (stream) {
    if (isHead !== true && !bodiless.has(status))
      return new Response(passOn(stream, body.ended, writeTimeout, signal), { status, headers });
    void stream.cancel().catch(() => undefined);
    body.ended?.(0, true);
    return new Response(null, { status, headers });
  }
  if (isHead) return toHead(status, headers, body);
  if (body.kind === "text") {
    const response = new Response(bodiless.has(status) ? null : body.text, { status, headers });
    body.ended?.(1, true);
    return response;
  }
  const frames = body.kind === "live" ? toLiveStream(body, writeTimeout, signal) : toStream(body, writeTimeout, signal);
  return new Response(frames, { status, headers });
}

/** The headers of the response to GET, without the body. */
function toHead(status: number, headers: Headers, body: Reply["body"]): Response {
  body.ended?.(0, true);
  if (body.kind === "text") headers.set("content-length", String(new TextEncoder().encode(body.text).length));
  return new Response(null, { status, headers });
}

/** The body of an upstream API, which is forwarded. */
function passOn(
  stream: NonNullable<Reply["stream"]>,
  ended: Reply["body"]["ended"],
  writeTimeout: number,
  signal: AbortSignal | undefined,
): ReadableStream<Bytes> {
  const reader = stream.getReader();
  const silence = watchSilence(writeTimeout);
  let sent = 0;
  let open = true;
  const close = (complete: boolean): boolean => {
    if (!open) return false;
    open = false;
    silence.stop();
    ended?.(sent, complete);
    return true;
  };
  // The upstream API may have sent everything, so that an abort no longer reaches it.
  const fail = (controller: ReadableStreamDefaultController, reason: unknown): void => {
    if (!close(false)) return;
    controller.error(reason);
    void reader.cancel(reason).catch(() => undefined);
  };
  const awaitRead = (controller: ReadableStreamDefaultController): void =>
    silence.begin(() => fail(controller, new TypeError("terminated", { cause: unread(writeTimeout) })));
  return new ReadableStream<Bytes>(
    {
      start(controller) {
        signal?.addEventListener("abort", () => fail(controller, signal.reason), { once: true });
        awaitRead(controller);
      },
      async pull(controller) {
        silence.end();
        const next = await reader.read().catch((error: unknown) => {
          close(false);
          throw error;
        });
        if (!open) return;
        if (next.done) {
          close(true);
          controller.close();
          return;
        }
        sent++;
        controller.enqueue(next.value);
        awaitRead(controller);
      },
      cancel(reason) {
        close(false);
        return reader.cancel(reason);
      },
    },
    // No data is read before the client reads it.
    { highWaterMark: 0 },
  );
}

function toStream(
  { frames, ended, end = "clean" }: FrameBody,
  writeTimeout: number,
  signal: AbortSignal | undefined,
): ReadableStream<Bytes> {
  const encoder = new TextEncoder();
  const started = performance.now();
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open = true;
  const close = (complete: boolean): boolean => {
    if (!open) return false;
    open = false;
    clearTimeout(timer);
    silence.stop();
    ended(sent, complete);
    return true;
  };
  const silence = watchSilence(writeTimeout);
  const finish = (controller: ReadableStreamDefaultController): void => {
    // A hanging stream stays open until the client disconnects.
    if (end === "hang") return;
    close(true);
    if (end !== "clean")
      controller.error(
        new TypeError("terminated", {
          cause: Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }),
        }),
      );
    else controller.close();
  };
  return new ReadableStream({
    start(controller) {
      // As on the network, an abort breaks the body.
      signal?.addEventListener("abort", () => close(false) && controller.error(signal.reason), { once: true });
    },
    async pull(controller) {
      silence.end();
      const frame = frames[sent];
      // The break follows once the client has read the data.
      if (!frame) return finish(controller);
      const due = started + frame.at - performance.now();
      if (due > 0) await new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.min(due, longestTimer))));
      if (!open) return;
      controller.enqueue(frame.bytes ?? encoder.encode(frame.text));
      sent++;
      if (sent === frames.length && end === "clean") return finish(controller);
      silence.begin(
        () => close(false) && controller.error(new TypeError("terminated", { cause: unread(writeTimeout) })),
      );
    },
    cancel() {
      close(false);
    },
  });
}

/** A stream of frames while they are produced. The next frame is requested when the client reads. */
function toLiveStream(
  { frames, ended }: LiveBody,
  writeTimeout: number,
  signal: AbortSignal | undefined,
): ReadableStream<Bytes> {
  const encoder = new TextEncoder();
  const iterator = frames[Symbol.asyncIterator]();
  const silence = watchSilence(writeTimeout);
  let sent = 0;
  let open = true;
  const close = (complete: boolean): boolean => {
    if (!open) return false;
    open = false;
    silence.stop();
    ended(sent, complete);
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
    return true;
  };
  const awaitRead = (controller: ReadableStreamDefaultController): void =>
    silence.begin(() => close(false) && controller.error(new TypeError("terminated", { cause: unread(writeTimeout) })));
  return new ReadableStream(
    {
      start(controller) {
        signal?.addEventListener("abort", () => close(false) && controller.error(signal.reason), { once: true });
        // Nothing is pulled before the first read.
        awaitRead(controller);
      },
      async pull(controller) {
        silence.end();
        const next = await iterator.next().catch((error: unknown) => {
          if (close(false)) controller.error(new TypeError("terminated", { cause: error }));
        });
        if (!open || !next) return;
        if (next.done) {
          close(true);
          return controller.close();
        }
        controller.enqueue(next.value.bytes ?? encoder.encode(next.value.text));
        sent++;
        awaitRead(controller);
      },
      cancel() {
        close(false);
      },
    },
    { highWaterMark: 0 },
  );
}

function unread(ms: number): Error {
  return Object.assign(new Error(`The stream was not read for ${ms} ms`), { code: "ETIMEDOUT" });
}

/** Reports inactivity after a number of milliseconds. One timer covers many short pauses. */
function watchSilence(ms: number): { begin(late: () => void): void; end(): void; stop(): void } {
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (late: () => void): void => {
    timer = undefined;
    if (since === undefined) return;
    const left = since + ms - performance.now();
    if (left <= 0) return late();
    timer = setTimeout(() => look(late), left);
    unref(timer);
  };
  return {
    begin(late) {
      since = performance.now();
      if (timer || ms > longestTimer) return;
      timer = setTimeout(() => look(late), ms);
      unref(timer);
    },
    end() {
      since = undefined;
    },
    stop() {
      clearTimeout(timer);
    },
  };
}

/** In Node, a timer keeps the process alive unless it is unreferenced. */
function unref(timer: unknown): void {
  if (typeof timer === "object" && timer !== null && "unref" in timer) (timer as { unref(): void }).unref();
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(ms, longestTimer));
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
