import type { ToolCall } from "@patchbay/client";
import { cutText } from "../text/cut-text.ts";
import { toCanonical } from "../text/canonical-json.ts";
import type { PendingCall } from "../report/run-report.ts";
import type { CallDecision } from "./decisions.ts";
import { readArguments } from "./arguments.ts";
import type { Execution } from "./execution.ts";
import { load } from "../async/load.ts";
import { failed, toFailed, withNote, type ToolOutcome } from "./tool-outcome.ts";
import { readInput, refuse, type Read } from "./read-input.ts";
import { readResult } from "./read-result.ts";
import type { AgentTool, Tool } from "./tool.ts";

const hookRunner = () => import("./run-hooks.ts");

/** A call that is ready to run. */
export interface Ready {
  readonly call: ToolCall;
  readonly found: Tool | AgentTool | undefined;
  /** The outcome, if the call does not have to run. */
  readonly decided: ToolOutcome | undefined;
  readonly input: Read;
  /** The note for the model if the input was changed on approval. */
  readonly edited: string | undefined;
  /** Set if the call waits for a decision. */
  readonly waits: PendingCall | undefined;
}

/** Reads the input of a call, and checks whether it needs a decision. */
export async function prepare(
  call: ToolCall,
  { tools, decisions, verdictOn, scope, step, messages }: Execution,
): Promise<Ready> {
  const { id } = call;
  const { name, arguments: text } = call.function;
  const found = tools.get(name);
  const decision = decisions.get(id);
  const read = found
    ? await readInput(found, decision && "agreed" in decision ? textOf(decision.input, text) : text)
    : refuse(
        `Unknown tool ${JSON.stringify(name)}. Available tools: ${[...tools.keys()].join(", ") || "none"}.`,
        undefined,
        "unknown_tool",
      );
  const verdict = verdictOn(call);
  const isRepeated = !decision && (verdict === "block" || verdict === "stop");
  const mayRun = found && !read.error && !isRepeated && (!decision || "agreed" in decision);
  const { path, signal, hooks } = scope;
  const hooksToRun = mayRun && hooks.length > 0 ? await load(hookRunner) : undefined;
  const input = (await hooksToRun?.runHooks(hooks, { id, name }, read, { signal, step, messages, path })) ?? read;
  const edited = decision && "agreed" in decision ? editedNote(decision.input, text) : undefined;
  const outcome = isRepeated ? repeated : ((await decidedOutcome(decision, found)) ?? input.error);
  const steered = verdict === "steer" && outcome?.error !== undefined ? withNote(outcome) : outcome;
  const decided = steered && edited !== undefined ? withNote(steered, edited) : steered;
  const open = { call, found, decided, input, edited, waits: undefined };
  if (found?.kind !== "tool" || input.error || isRepeated) return open;
  const isManual = !found.execute;
  try {
    const waits = decision ? "waits" in decision : isManual || (await needsApproval(found, input.value));
    if (!waits) return open;
    const changed = decision && "waits" in decision && decision.changed;
    return {
      ...open,
      waits: { id, name, input: input.raw, ...(isManual && { manual: true }), ...(changed && { changed }) },
    };
  } catch (error) {
    return { ...open, decided: toFailed(error) };
  }
}

async function needsApproval({ needsApproval: approve }: Tool, input: unknown): Promise<boolean> {
  return typeof approve === "function" ? approve(input as never) : approve;
}

/** The maximum number of characters of a changed input in the note. */
const longestEdit = 4000;

/** Without the note, the history would suggest that the call ran with the model's arguments. */
function editedNote(input: unknown, text: string): string | undefined {
  if (input === undefined) return undefined;
  const written = readArguments(text);
  const given = JSON.stringify(input);
  if ("value" in written && toCanonical(written.value) === toCanonical(JSON.parse(given))) return undefined;
  return `[The arguments of this call were changed when it was approved. It was called with: ${cutText(given, longestEdit)}]`;
}

function textOf(input: unknown, text: string): string {
  return input === undefined ? text : JSON.stringify(input);
}

const repeated = failed(
  "This call was made before with the same arguments and does not run again. Its earlier results are above. Do something else.",
  "repeated",
);

/** The outcome of a call that does not have to run. */
async function decidedOutcome(
  decision: CallDecision | undefined,
  found: Tool | AgentTool | undefined,
): Promise<ToolOutcome | undefined> {
  if (!decision) return undefined;
  if ("outcome" in decision) return decision.outcome;
  if ("refused" in decision) return failed(decision.refused, "refused");
  if (!("result" in decision)) return undefined;
  const limit = found?.kind === "tool" ? found.maxResultLength : undefined;
  return { content: await readResult(decision.result, limit), output: decision.result, error: undefined };
}
