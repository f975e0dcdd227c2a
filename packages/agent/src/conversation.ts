import type { ChatMessage } from "@patchbay/client";
import { repairHistory } from "./repair.ts";
import type { Ledger, PendingCall, Report, RunState } from "./report.ts";

/** What is said in a run, and how far it is. */
export class Conversation {
  readonly id: string;
  readonly messages: ChatMessage[];
  /** Answers of models so far. */
  turn: number;
  /** How often a store has kept it. */
  revision: number;
  pending: readonly PendingCall[] = [];
  /** Id of a call → where the agent stands that it called. */
  readonly agents: Map<string, RunState> = new Map();
  /** Whether the run has come to its end, a pause apart. */
  isOver = false;
  readonly #agent: string | undefined;

  constructor(state: Pick<RunState, "id" | "messages" | "turn" | "revision">, agent: string | undefined) {
    this.id = state.id;
    this.messages = [...state.messages];
    this.turn = state.turn;
    this.revision = state.revision ?? 0;
    this.#agent = agent;
  }

  /** What the run can go on from. */
  toState(ledger: Ledger): RunState {
    const { id, turn, messages, pending, agents, revision } = this;
    return {
      version: 2,
      id,
      ...(this.#agent !== undefined && { agent: this.#agent }),
      turn,
      messages: [...messages],
      ...(pending.length > 0 && { pending }),
      ...(agents.size > 0 && { agents: Object.fromEntries(agents) }),
      ...(!this.isOver && { used: ledger.used }),
      ...(revision > 0 && { revision }),
    };
  }

  /** What is known of the run. */
  toReport(ledger: Ledger): Report {
    const { steps, attempts, tokens: usage, cost } = ledger;
    const messages = repairHistory(this.messages);
    return { steps: [...steps], messages, usage, cost, attempts: [...attempts], state: this.toState(ledger) };
  }
}
