import { StateError } from "../errors/state-error.ts";
import { toCanonical } from "../text/canonical-json.ts";
import { randomId } from "../report/random-id.ts";
import type { RunState, StopReason } from "../report/run-report.ts";

const current = 2;

/** The maximum depth of nested sub-agents. */
const deepest = 50;

type Stored = Readonly<Record<string, unknown>>;

/** Version → the upgrade to the next one. Version 1 had no id, no response count, and no calls within sub-agents. */
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

/** Former values of stop reasons, which stored states may have. */
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

/** Field → its check. */
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

/** Reads a state of this or an older version of the package. Throws `StateError`. */
export function readState(value: unknown, depth = 0): RunState {
  if (!isObject(value))
    throw new StateError(
      "corrupted",
      "The state is not an object. Pass the `state` of a result, or that state after `JSON.parse`.",
    );
  if (depth > deepest)
    throw new StateError("corrupted", `The state has more than ${deepest} nested agents. It may have been modified.`);
  let state = value;
  while (state.version !== current) {
    const upgrade = upgrades.get(state.version);
    if (state.version === undefined)
      throw new StateError(
        "unsupported_version",
        "The value is not a state: it has no version. Pass the `state` of a result.",
      );
    if (!upgrade)
      throw new StateError(
        "unsupported_version",
        `The state has version ${formatVersion(state.version)}; this package reads versions 1 to ${current}. Update @patchbay/agent.`,
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
  if (wrong) throw new StateError("corrupted", `\`${wrong}\` of the state is invalid. It may have been modified.`);
}

function formatVersion(value: unknown): string {
  return typeof value === "string"
    ? JSON.stringify(value)
    : typeof value === "object"
      ? "(not a number)"
      : String(value);
}

/** Adds a signature with the secret to a state. */
export async function signState({ signature: _, ...state }: RunState, secret: string): Promise<RunState> {
  return { ...state, signature: await hmacOf(state, secret) };
}

/** Verifies the signature of a state. Throws `StateError`. */
export async function verifyState(value: unknown, secret: string): Promise<void> {
  const { signature, ...state } = isObject(value) ? value : {};
  if (typeof signature !== "string")
    throw new StateError(
      "invalid_signature",
      "The state has no signature, but the agent has a `stateSecret`. It may have been modified.",
    );
  if (!isSame(signature, await hmacOf(state, secret)))
    throw new StateError(
      "invalid_signature",
      "The signature of the state is invalid. It may have been modified, or signed with another secret.",
    );
}

/** HMAC-SHA256 in hex, over canonical JSON. */
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
    // The state can be circular or too deep.
    throw new StateError("corrupted", `The state is not valid JSON: ${(cause as Error).message}`);
  }
}

/** Compares in constant time. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < other.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
