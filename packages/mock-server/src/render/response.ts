import type { FrameBody, Reply } from "../reply.ts";

/** Renders a reply for whoever called `fetch`. */
export function toResponse({ status, headers, body }: Reply): Response {
  if (body.kind === "text") return new Response(body.text, { status, headers });
  return new Response(toStream(body), { status, headers });
}

function toStream({ frames, ended }: FrameBody): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const started = performance.now();
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return new ReadableStream({
    async pull(controller) {
      const frame = frames[sent]!;
      const wait = started + frame.at - performance.now();
      if (wait > 0) await new Promise<void>((resolve) => (timer = setTimeout(resolve, wait)));
      controller.enqueue(encoder.encode(frame.text));
      sent++;
      if (sent < frames.length) return;
      ended(sent, true);
      controller.close();
    },
    cancel() {
      clearTimeout(timer);
      ended(sent, false);
    },
  });
}
