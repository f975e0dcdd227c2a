import type { Timing } from "@patchbay/engine/health/provider-state";
import type { ServiceState } from "../state/service-state.ts";
import type { EventWriter, OutputEnd } from "../parts/dialect.ts";
import { joinedBody, JoinedFrames } from "../http/joined-frames.ts";
import type { FrameBody } from "../http/reply.ts";
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
  const joined = new JoinedFrames();
  /** Output tokens that have been sent up to and including each frame. */
  const sentWith: number[] = [];
  let tokens = hidden;
  const push = (events: readonly string[] | string): void => {
    for (const text of typeof events === "string" ? [events] : events) {
      joined.add(text);
      sentWith.push(tokens);
    }
  };
  push(writer.start());
  for (const { part, tokens: more } of parts) {
    tokens += more;
    const template = part.type === "text" ? writer.templateOf?.(part) : undefined;
    if (template && part.type === "text") {
      joined.add(part.text, template);
      sentWith.push(tokens);
    } else push(writer.write(part));
  }
  push(writer.end(end));
  const close: FrameBody["ended"] = (sent, complete) => ended(complete ? total : (sentWith[sent - 1] ?? 0), !complete);
  if (pace.first === 0 && pace.gap === 0) return joinedBody(joined, close);
  const frames = joined.toFrames().map(({ text }, index) => ({ text, at: pace.first + sentWith[index]! * pace.gap }));
  return { kind: "frames", frames, ended: close };
}
