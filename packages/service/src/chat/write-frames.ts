import type { Timing } from "@patchbay/engine/health/provider-state";
import type { ServiceState } from "../state/service-state.ts";
import type { EventWriter, OutputEnd } from "../parts/dialect.ts";
import type { Frame, FrameBody } from "../http/reply.ts";
import type { CountedPart } from "./counted-part.ts";

/** The timing of a stream, in milliseconds. */
export interface Pace {
  readonly first: number;
  readonly gap: number;
}

/** The pace of a simulated stream: the option `tokenDelay`, or the speed of the endpoint. */
export function paceOf({ settings: { tokenDelay } }: ServiceState, { latency, throughput }: Timing): Pace {
  return tokenDelay === undefined ? { first: latency, gap: 1000 / throughput } : { first: 0, gap: tokenDelay };
}

interface FrameOptions {
  readonly pace: Pace;
  readonly end: OutputEnd;
  /** Tokens of the output that precede the first part and are not sent: hidden reasoning. */
  readonly hidden: number;
  /** All tokens of the output. */
  readonly tokens: number;
  /** Called once, with the tokens that were sent and whether the client disconnected before the end. */
  readonly ended: (sent: number, cancelled: boolean) => void;
}

/** The events of an output whose parts are all known, each with its due time. */
export function writeFrames(
  parts: Iterable<CountedPart>,
  writer: EventWriter,
  { pace, end, hidden, tokens: total, ended }: FrameOptions,
): FrameBody {
  const frames: Frame[] = [];
  /** Output tokens that have been sent up to and including each frame. */
  const sentWith: number[] = [];
  let tokens = hidden;
  const pushOne = (text: string): void => {
    frames.push({ text, at: pace.first + tokens * pace.gap });
    sentWith.push(tokens);
  };
  const push = (events: readonly string[] | string): void => {
    if (typeof events === "string") pushOne(events);
    else for (const text of events) pushOne(text);
  };
  push(writer.start());
  for (const { part, tokens: more } of parts) {
    tokens += more;
    push(writer.write(part));
  }
  push(writer.end(end));
  return {
    kind: "frames",
    frames,
    ended: (sent, complete) => ended(complete ? total : (sentWith[sent - 1] ?? 0), !complete),
  };
}
