import { toAgentOutcome } from "./agent-outcome.ts";
import type { Paused, Running } from "./run-call.ts";
import type { AgentTool } from "./tool.ts";
import type { ToolOutcome } from "./tool-outcome.ts";

/** Runs an agent as a tool: its events, its cost and its end belong to the calling run. */
export async function runAgent(
  agent: AgentTool,
  input: unknown,
  { call, queue, abortGroup, scope, ledger, decisions, keyOf, stands, save, span }: Running,
): Promise<ToolOutcome | Paused> {
  const decision = decisions.get(call.id);
  const controller = new AbortController();
  const release = abortGroup.attach((reason) => controller.abort(reason));
  const child = agent.start({
    input: (input as { input: string }).input,
    resumed: decision && "agent" in decision ? decision.agent : undefined,
    id: keyOf(call),
    scope: {
      ...scope,
      signal: controller.signal,
      path: [...scope.path, `${agent.name}:${call.id}`],
      observers: span,
      save: async (state) => {
        stands(call.id, state);
        await save?.();
      },
    },
    ledger,
    stopped: (state) => stands(call.id, state),
  });
  try {
    for (;;) {
      const { done, value } = await child.next();
      if (done) {
        if (value.stopReason === "paused") return value;
        return toAgentOutcome(agent.name!, value);
      }
      // The consumer decides by the id that `resume` accepts.
      queue.push(value.type === "tool-pending" ? { ...value, id: `${call.id}/${value.id}` } : value);
      // The end of the call ends the agent, at its next event.
      const room = queue.room();
      if (room) await abortGroup.raceAbort(room).catch(() => undefined);
    }
  } finally {
    release();
  }
}
