import { AgentError } from "./agent-error.ts";
import { toCanonical } from "./json.ts";
import type { RunState } from "./report.ts";

/**
 * Why a state is refused: its `version` is unknown, it was `changed` so that it fits together no more, its `signature` is wrong, it is
 * of another `agent`, there is nothing to go on with (`finished`), or a `decision` is on no call of it.
 */
export type StateFault = "version" | "changed" | "signature" | "agent" | "finished" | "decision";

/** A state that a run cannot go on from; thrown before anything is sent or run. */
export class StateError extends AgentError {
  static override readonly kind: string = "StateError";
  override readonly name: string = "StateError";
  readonly fault: StateFault;

  constructor(fault: StateFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

const current = 2;

type Stored = Readonly<Record<string, unknown>>;

/** Version → how the next one is made of it. Version 1 had no id, no count of answers, and no calls within called agents. */
const upgrades: Readonly<Record<number, (state: Stored) => Stored>> = {
  1: (state) => ({
    ...state,
    version: 2,
    id: crypto.randomUUID(),
    turn: (state.messages as readonly { role: string }[]).filter(({ role }) => role === "assistant").length,
  }),
};

/** A state as this package has them, from one of this version or an older one; throws `StateError`. */
export function readState(value: unknown): RunState {
  let state = (value ?? {}) as Stored;
  if (typeof state !== "object" || !Array.isArray(state.messages))
    throw new StateError("changed", "The state has no messages; was it changed?");
  while (state.version !== current) {
    const upgrade = upgrades[state.version as number];
    if (!upgrade)
      throw new StateError(
        "version",
        `The state has version ${JSON.stringify(state.version)}; this package reads versions 1 to ${current}. A newer one of the package may know it.`,
      );
    state = upgrade(state);
  }
  if (typeof state.id !== "string" || typeof state.turn !== "number")
    throw new StateError("changed", "The state has no id or no turn; was it changed?");
  return state as unknown as RunState;
}

/** The state with the signature of a secret. */
export async function signState({ signature: _, ...state }: RunState, secret: string): Promise<RunState> {
  return { ...state, signature: await hmacOf(state, secret) };
}

/** Refuses a state that was not signed with this secret as it is; throws `StateError`. */
export async function verifyState({ signature, ...state }: RunState, secret: string): Promise<void> {
  if (signature === undefined)
    throw new StateError("signature", "The state has no signature, and the agent has a `stateSecret`; was it changed?");
  if (!isSame(signature, await hmacOf(state, secret)))
    throw new StateError(
      "signature",
      "The signature of the state is wrong: it was changed, or signed with another secret.",
    );
}

/** HMAC-SHA256 in hex, over JSON in which the order of fields does not matter. */
async function hmacOf(state: object, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(toCanonical(state))));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Compares in a time that does not tell where they differ. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
