import type { FailureKind } from "../generated/fallback.ts";
import type { Reached } from "../report/run-limits.ts";
import type { StopReason } from "../report/run-report.ts";
import { isSpecial, specialStops } from "./stop-conditions.ts";

/** Everything that the next request of a run depends on, apart from the conversation. */
export interface Turn {
  readonly models: readonly string[];
  /** How often the step was requested before. */
  readonly again: number;
  /** How often an invalid output was sent back to the model. */
  readonly repairs: number;
  /** Whether no response of the run was accepted yet. A forced tool choice applies until then. */
  readonly isFirst: boolean;
  /** Whether the API rejected the last prompt as too long. */
  readonly isForced: boolean;
  /** Why the next response is the final one, without tools. */
  readonly ending: StopReason | undefined;
}

/** A response of a model, as far as decisions depend on it. */
export interface TurnResponse {
  /** The requested model. */
  readonly asked: string;
  readonly finishReason: string | null;
  readonly hasCalls: boolean;
  readonly isEmpty: boolean;
}

/** What to do with a response. `rejected` is why it cannot be used. */
export type Decision =
  | { readonly type: "repeat"; readonly turn: Turn; readonly rejected: string }
  | { readonly type: "stop"; readonly turn: Turn; readonly rejected: string; readonly stopReason: StopReason }
  | { readonly type: "run-tools"; readonly turn: Turn }
  /** The response is the last one of the run, unless its output is invalid. */
  | {
      readonly type: "finish";
      readonly turn: Turn;
      readonly stopReason: StopReason;
      readonly checksOutput: boolean;
    };

/** The turn at the start of a run. */
export function firstTurn(models: readonly string[], steps: number): Turn {
  return { models, again: 0, repairs: 0, isFirst: steps === 0, isForced: false, ending: undefined };
}

/** Decides before a request whether a limit ends the run, or leaves one final response. */
export function decideStart(
  turn: Turn,
  limit: Reached | undefined,
  /** Whether the model may respond once more, because tool results are waiting for it. */
  mayRespond: boolean,
): { readonly turn: Turn; readonly stopReason: StopReason | undefined } {
  const ending = turn.ending ?? limit?.stop;
  if (!ending) return { turn, stopReason: undefined };
  const stopReason = limit?.mayAnswer === false ? limit.stop : mayRespond ? undefined : ending;
  return { turn: { ...turn, ending }, stopReason };
}

/** Decides what to do with a response. */
export function decideNext(
  before: Turn,
  { asked, finishReason, hasCalls, isEmpty }: TurnResponse,
  { hasFallback, hasOutput }: { readonly hasFallback: boolean; readonly hasOutput: boolean },
): Decision {
  const turn: Turn = { ...before, isForced: false };
  const { ending } = turn;
  // The final response has no calls to run.
  const runsCalls = hasCalls && !ending;
  // A truncated call never runs.
  if (finishReason === "length" && runsCalls) return decideTruncated(turn, asked, hasFallback);
  const isSpecialEnd = isSpecial(finishReason);
  if (isEmpty && !ending && !isSpecialEnd) {
    const rejected = "empty";
    // A fallback has repeated the request already.
    const isRepeated = !hasFallback && turn.again === 0;
    return isRepeated
      ? { type: "repeat", turn: { ...turn, again: turn.again + 1 }, rejected }
      : { type: "stop", turn, rejected, stopReason: "empty_response" };
  }
  const accepted: Turn = { ...turn, again: 0, isFirst: false };
  if (runsCalls) return { type: "run-tools", turn: accepted };
  const stopReason = ending ?? (isSpecialEnd ? specialStops[finishReason] : "completed");
  return { type: "finish", turn: accepted, stopReason, checksOutput: hasOutput && !isSpecialEnd };
}

function decideTruncated(turn: Turn, asked: string, hasFallback: boolean): Decision {
  const rejected = "cut off in a tool call";
  if (turn.again === 0) return { type: "repeat", turn: { ...turn, again: 1 }, rejected };
  const models = hasFallback ? modelsAfter(turn.models, asked) : [];
  return models.length > 0
    ? { type: "repeat", turn: { ...turn, models, again: 0 }, rejected }
    : { type: "stop", turn, rejected, stopReason: "length" };
}

/**
 * Decides what to do with an invalid output: the model repairs it once, then the next model is used. `undefined` if the
 * error has to be thrown.
 */
export function decideRepair(turn: Turn, asked: string, isFinal: boolean): Turn | undefined {
  if (isFinal) return undefined;
  const models = turn.repairs > 0 ? modelsAfter(turn.models, asked) : turn.models;
  return models.length === 0 ? undefined : { ...turn, models, repairs: turn.repairs + 1 };
}

/** Decides what to do after a failed request: a prompt that is too long is compacted once. `undefined` throws the error. */
export function decideAfterFailure(turn: Turn, kind: FailureKind): Turn | undefined {
  if (turn.isForced || kind !== "context_length_exceeded") return undefined;
  return { ...turn, isForced: true };
}

/** The models after the requested one. */
function modelsAfter(models: readonly string[], asked: string): readonly string[] {
  return models.slice(Math.max(models.indexOf(asked), 0) + 1);
}
