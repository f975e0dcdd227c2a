import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { FrameBody, Reply } from "../reply.ts";

/** Renders a reply onto a socket. Frames that are due together leave in one write. */
export async function writeReply({ status, headers, body }: Reply, response: ServerResponse): Promise<void> {
  if (body.kind === "text") {
    const length = Buffer.byteLength(body.text);
    response.writeHead(status, { ...headers, "content-length": length });
    // One byte a character is plain ASCII, which leaves in one write with the headers.
    response.end(body.text, length === body.text.length ? "latin1" : "utf8");
    return;
  }
  response.writeHead(status, headers);
  await writeFrames(body, response);
}

async function writeFrames({ frames, ended }: FrameBody, response: ServerResponse): Promise<void> {
  const started = performance.now();
  const closed = new AbortController();
  response.once("close", () => closed.abort());
  let sent = 0;
  try {
    while (sent < frames.length && !closed.signal.aborted) {
      const wait = started + frames[sent]!.at - performance.now();
      if (wait > 0) await sleep(wait, closed.signal);
      if (closed.signal.aborted) break;
      const until = performance.now() - started;
      let text = "";
      while (sent < frames.length && frames[sent]!.at <= until) text += frames[sent++]!.text;
      if (!response.write(text)) await once(response, "drain", { signal: closed.signal }).catch(() => undefined);
    }
  } finally {
    ended(sent, sent === frames.length && !closed.signal.aborted);
    response.end();
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
  });
}
