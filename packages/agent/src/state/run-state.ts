import { AgentError } from "../errors/agent-error.ts";
import { toCanonical } from "../text/canonical-json.ts";
import { randomId } from "../report/random-id.ts";
import type { RunState, StopReason } from "../report/run-report.ts";

/**
 * Why a state is refused: its `version` is unknown, it was `changed` so that it fits together no more, its `signature` is wrong, it is
 * of another `agent`, there is nothing to go on with (`finished`), or a `decision` is on no call of it.
 */
export type StateErrorReason =
  | "unsupported_version"
  | "corrupted"
  | "invalid_signature"
  | "wrong_agent"
  | "already_finished"
  | "unknown_decision";

/** A state that a run cannot go on from; thrown before anything is sent or run. */
export class StateError extends AgentError {
  static override readonly kind: string = "StateError";
  override readonly name: string = "StateError";
  readonly reason: StateErrorReason;

  constructor(fault: StateErrorReason, message: string) {
    super(message);
    this.reason = fault;
  }
}

const current = 2;

/** Agents that called each other, at most. */
const deepest = 50;

type Stored = Readonly<Record<string, unknown>>;

/** Version → how the next one is made of it. Version 1 had no id, no count of answers, and no calls within called agents. */
const upgrades: ReadonlyMap<unknown, (state: Stored) => Stored> = new Map([
  [
    1,
    (state) => ({
      ...state,
      version: 2,
      id: randomId(),
      turn: (state.messages as readonly Stored[]).filter(({ role }) => role === "assistant").length,
    }),
  ],
]);

/** Stop reasons under their former names, which stored states may have. */
const renamedStops: Readonly<Record<string, StopReason>> = {
  done: "completed",
  steps: "max_steps",
  money: "max_cost",
  tokens: "max_total_tokens",
  time: "timeout",
  tool: "ended_by_tool",
  condition: "stop_condition",
  repeat: "repeated_call",
  filter: "content_filter",
  empty: "empty_response",
};

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isAmount: Check = (value) => Number.isFinite(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([name, check]) => check(value[name]));

const isCall = shaped({ id: isText, function: shaped({ name: isText, arguments: isText }) });
const isParts = listOf(shaped({ type: isText }));
const isMessage: Check = (value) =>
  isObject(value) &&
  isText(value.role) &&
  (value.content === undefined || value.content === null || isText(value.content) || isParts(value.content)) &&
  (value.role === "tool" ? isText(value.tool_call_id) : true) &&
  (value.tool_calls === undefined || value.tool_calls === null || listOf(isCall)(value.tool_calls));

const isRepeats: Check = (value) =>
  isObject(value) && Object.values(value).every(shaped({ mark: isText, count: isAmount }));

/** Field → whether it is what it has to be. */
const fields = {
  id: isText,
  agent: optional(isText),
  turn: isAmount,
  key: optional(isText),
  messages: listOf(isMessage),
  pending: optional(listOf(shaped({ id: isText, name: isText }))),
  agents: optional(isObject),
  calls: optional(shaped({ begun: listOf(isText), failed: listOf(isText), repeats: isRepeats })),
  stop: optional(isText),
  used: optional(shaped({ steps: isAmount, cost: isAmount, tokens: isAmount })),
  revision: optional(isAmount),
} satisfies Partial<Record<keyof RunState, Check>>;

/** A state as this package has them, from one of this version or an older one; throws `StateError`. */
export function readState(value: unknown, depth = 0): RunState {
  if (!isObject(value))
    throw new StateError(
      "corrupted",
      "The state is not an object. Pass the `state` of a result, or that state after `JSON.parse`.",
    );
  if (depth > deepest)
    throw new StateError("corrupted", `The state has more than ${deepest} agents within each other; was it changed?`);
  let state = value;
  while (state.version !== current) {
    const upgrade = upgrades.get(state.version);
    if (!upgrade)
      throw new StateError(
        "unsupported_version",
        `The state has version ${tell(state.version)}; this package reads versions 1 to ${current}. A newer one of the package may know it.`,
      );
    checkFields(state, ["messages"]);
    state = upgrade(state);
  }
  checkFields(state, Object.keys(fields) as (keyof typeof fields)[]);
  if (Object.hasOwn(renamedStops, String(state.stop))) state = { ...state, stop: renamedStops[String(state.stop)] };
  const { agents } = state as unknown as RunState;
  if (!agents) return state as unknown as RunState;
  const inner = Object.entries(agents).map(([id, one]) => [id, readState(one, depth + 1)] as const);
  return { ...(state as unknown as RunState), agents: Object.fromEntries(inner) };
}

function checkFields(state: Stored, names: readonly (keyof typeof fields)[]): void {
  const wrong = names.find((name) => !fields[name](state[name]));
  if (wrong)
    throw new StateError("corrupted", `\`${wrong}\` of the state is not what a run leaves there; was it changed?`);
}

function tell(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : typeof value === "object" ? "of no number" : String(value);
}

/** The state with the signature of a secret. */
export async function signState({ signature: _, ...state }: RunState, secret: string): Promise<RunState> {
  return { ...state, signature: await hmacOf(state, secret) };
}

/** Refuses what was not signed with this secret as it is; throws `StateError`. */
export async function verifyState(value: unknown, secret: string): Promise<void> {
  const { signature, ...state } = isObject(value) ? value : {};
  if (typeof signature !== "string")
    throw new StateError(
      "invalid_signature",
      "The state has no signature, and the agent has a `stateSecret`; was it changed?",
    );
  if (!isSame(signature, await hmacOf(state, secret)))
    throw new StateError(
      "invalid_signature",
      "The signature of the state is wrong: it was changed, or signed with another secret.",
    );
}

/** HMAC-SHA256 in hex, over JSON in which the order of fields does not matter. */
async function hmacOf(state: object, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(toText(state))));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toText(state: object): string {
  try {
    return toCanonical(state);
  } catch (cause) {
    // Such as one that holds itself, or is too deep.
    throw new StateError("corrupted", `The state is not JSON: ${(cause as Error).message}`);
  }
}

/** Compares in a time that does not tell where they differ. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
