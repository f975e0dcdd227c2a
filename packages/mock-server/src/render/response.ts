import type { FrameBody, Reply } from "../reply.ts";

/** Renders a reply for whoever called `fetch`. */
export function toResponse({ status, headers, body }: Reply, signal?: AbortSignal): Response {
  if (body.kind === "text") return new Response(body.text, { status, headers });
  return new Response(toStream(body, signal), { status, headers });
}

function toStream(
  { frames, ended }: FrameBody,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const started = performance.now();
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open = true;
  const close = (complete: boolean): boolean => {
    if (!open) return false;
    open = false;
    clearTimeout(timer);
    ended(sent, complete);
    return true;
  };
  return new ReadableStream({
    start(controller) {
      // As on the network: an abort breaks the body.
      signal?.addEventListener("abort", () => close(false) && controller.error(signal.reason), { once: true });
    },
    async pull(controller) {
      const frame = frames[sent]!;
      const wait = started + frame.at - performance.now();
      if (wait > 0) await new Promise<void>((resolve) => (timer = setTimeout(resolve, wait)));
      if (!open) return;
      controller.enqueue(encoder.encode(frame.text));
      sent++;
      if (sent < frames.length) return;
      close(true);
      controller.close();
    },
    cancel() {
      close(false);
    },
  });
}
