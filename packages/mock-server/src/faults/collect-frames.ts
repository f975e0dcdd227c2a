import type { Frame, Reply } from "@patchbay/service/http/reply";

/**
 * Reads all frames of a body that is being produced, so that faults can edit them. The frames keep their timing. Only tests
 * inject faults, so the delay of the first frame does not matter.
 */
export async function collectFrames(reply: Reply): Promise<Reply> {
  const { body } = reply;
  if (body.kind !== "live") return reply;
  const started = performance.now();
  const frames: Frame[] = [];
  const progress: number[] = [];
  let isBroken = false;
  try {
    for await (const frame of body.frames) {
      frames.push({ ...frame, at: performance.now() - started });
      progress.push(body.progress());
    }
  } catch {
    isBroken = true;
  }
  return {
    ...reply,
    body: {
      kind: "frames",
      frames,
      ...(isBroken && { end: "reset" }),
      ended: (sent, complete) => body.ended(sent, complete && !isBroken, progress[sent - 1] ?? 0),
    },
  };
}
