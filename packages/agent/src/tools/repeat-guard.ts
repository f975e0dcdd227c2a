import type { ToolCall } from "@patchbay/client";
import { hash } from "../text/hash.ts";
import { canonicalArguments } from "./arguments.ts";

/** In how many answers in a row the model made a call. */
export interface Repeat {
  /** Hash of the name and the arguments. */
  readonly mark: string;
  readonly count: number;
}

/** Id of a call of the last answer → its repeats. */
export type Repeats = ReadonlyMap<string, Repeat>;

/** What becomes of a call that was made before: it runs, it runs and the model is told, it does not run, or the run ends. */
export type Verdict = "run" | "steer" | "block" | "stop";

/** The answers in a row from which on a verdict applies. */
const ladder = { steer: 3, block: 4, stop: 6 };

/** The repeats after an answer with these calls. Equal calls of one answer count once. */
export function countRepeats(before: Repeats, calls: readonly ToolCall[]): Repeats {
  const counts = new Map(Array.from(before.values(), ({ mark, count }) => [mark, count]));
  return new Map(
    calls.map((call) => {
      const mark = markOf(call);
      return [call.id, { mark, count: (counts.get(mark) ?? 0) + 1 }];
    }),
  );
}

/** What becomes of a call with these repeats. */
export function verdictOn(count = 1): Verdict {
  if (count >= ladder.stop) return "stop";
  if (count >= ladder.block) return "block";
  return count >= ladder.steer ? "steer" : "run";
}

function markOf({ function: { name, arguments: text } }: ToolCall): string {
  return hash(`${name} ${canonicalArguments(text)}`);
}
