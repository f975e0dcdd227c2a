import type { Frame, FrameBody, LiveBody } from "@patchbay/service/http/reply";

/** A body that remembers its frames while it is sent. */
interface RecordedBody {
  readonly body: LiveBody;
  /** The frames so far, up to a number of characters. A last one reports the omitted frames. */
  readonly recorded: FrameBody;
}

/** Remembers the frames of a body while it is sent. */
export function recordFrames(body: LiveBody, most: number): RecordedBody {
  const frames: Frame[] = [];
  let characters = 0;
  let omitted = 0;
  const note = (frame: Frame): void => {
    characters += frame.text.length;
    if (omitted === 0 && characters <= most) frames.push(frame);
    else frames.splice(omitted++ === 0 ? frames.length : -1, 1, { text: `data: …[cut: ${omitted} events]`, at: 0 });
  };
  async function* pass(): AsyncGenerator<Frame, void> {
    for await (const frame of body.frames) {
      if (most > 0) note(frame);
      yield frame;
    }
  }
  return { body: { ...body, frames: pass() }, recorded: { kind: "frames", frames, ended: () => undefined } };
}
