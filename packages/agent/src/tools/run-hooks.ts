import { AgentError } from "../errors/agent-error.ts";
import { show } from "../options/check-options.ts";
import type { BeforeToolCall, CallContext, CallRequest } from "../report/before-tool-call.ts";
import { failed } from "./tool-outcome.ts";
import type { Read } from "./read-input.ts";

/** The input of a call, with an error if a hook blocks it. */
export async function runHooks(
  hooks: readonly BeforeToolCall[],
  { id, name }: Pick<CallRequest, "id" | "name">,
  input: Read,
  context: CallContext,
): Promise<Read> {
  for (const hook of hooks) {
    const reason = reasonOf(await hook({ id, name, input: input.value }, context));
    if (reason !== undefined) return { ...input, error: failed(reason, "blocked") };
  }
  return input;
}

/** Why a call is blocked; `undefined` if it is not. */
function reasonOf(verdict: unknown): string | undefined {
  if (verdict === undefined || verdict === null || verdict === true) return undefined;
  if (verdict === false) return "The call was blocked.";
  const { block } = verdict as { readonly block?: unknown };
  if (typeof block === "string") return `The call was blocked: ${block}`;
  throw new AgentError(
    `\`beforeToolCall\` must return undefined, a boolean, or { block: "reason" }, got ${show(verdict)}. The call did not run.`,
  );
}
