import type { ToolCall } from "@patchbay/client";
import { hash } from "../text/hash.ts";

/** The number of consecutive responses in which the model made a call. */
export interface Repeat {
  /** Hash of the name and the arguments. */
  readonly mark: string;
  readonly count: number;
}

/** Id of a call of the last response → its repeats. */
export type Repeats = ReadonlyMap<string, Repeat>;

/** The verdict on a repeated call: run it, run it with a note for the model, block it, or end the run. */
export type Verdict = "run" | "steer" | "block" | "stop";

/** The number of consecutive responses from which a verdict applies. */
const ladder = { steer: 3, block: 4, stop: 6 };

/** A call with its arguments in canonical form. */
export interface MarkedCall {
  readonly call: ToolCall;
  readonly canonical: string;
}

/** The repeats after a response with these calls. Equal calls of one response count once. */
export function countRepeats(before: Repeats, calls: readonly MarkedCall[]): Repeats {
  const counts = new Map(Array.from(before.values(), ({ mark, count }) => [mark, count]));
  return new Map(
    calls.map(({ call, canonical }) => {
      const mark = hash(`${call.function.name} ${canonical}`);
      return [call.id, { mark, count: (counts.get(mark) ?? 0) + 1 }];
    }),
  );
}

/** The verdict on a call with this number of repeats. */
export function verdictOn(count = 1): Verdict {
  if (count >= ladder.stop) return "stop";
  if (count >= ladder.block) return "block";
  return count >= ladder.steer ? "steer" : "run";
}
