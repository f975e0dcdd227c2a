import { operations } from "@patchbay/spec";
import { getOwn } from "../engine/get-own.ts";
import { didYouMean } from "../nearest.ts";
import { showValue } from "../show-value.ts";
import { fitsWildcard } from "../wildcard.ts";
import type { Fault } from "./fault.ts";

/** What is wrong with a rule. */
export interface RuleFault {
  readonly pointer: string;
  readonly message: string;
}

type Kind = keyof typeof is;

/** Field → what it holds. */
const ruleFields: Readonly<Record<string, Kind>> = {
  name: "text",
  when: "object",
  reply: "any",
  times: "times",
  chance: "share",
};
const whenFields: Readonly<Record<string, Kind>> = {
  operation: "operation",
  model: "text",
  lastUser: "match",
  turn: "turn",
  toolResult: "result",
  headers: "matches",
  key: "text",
  body: "pointers",
};
/** In code a rule can have a function, too. */
const whenFieldsInCode = { ...whenFields, where: "function" } as const;
const outcomeFields: Readonly<Record<string, Kind>> = {
  content: "text",
  reasoning: "text",
  toolCalls: "calls",
  images: "list",
  annotations: "list",
  finishReason: "text",
  error: "object",
  status: "status",
  message: "text",
  body: "any",
  headers: "object",
  delay: "count",
  fault: "any",
};

const errorFields: Readonly<Record<string, Kind>> = {
  status: "status",
  message: "text",
  errorType: "text",
  retryAfter: "count",
};

const place: Readonly<Record<string, Kind>> = { afterEvents: "count", afterBytes: "count" };

/** Kind of fault → its fields; those that it cannot do without are in `needed`. */
const faultFields: Readonly<Record<Fault["kind"], Readonly<Record<string, Kind>>>> = {
  refused: {},
  reset: place,
  cut: place,
  stall: { afterEvents: "count", ms: "count" },
  slow: { ms: "count" },
  comments: { count: "count", everyMs: "count" },
  "error-chunk": { afterEvents: "count", status: "status", message: "text" },
  "error-in-200": { status: "status", message: "text" },
  malformed: { afterEvents: "count" },
  "no-done": {},
  "content-type": { value: "text" },
  whitespace: { text: "text" },
  usage: { how: "how" },
  "finish-reason": { value: "reason" },
  arguments: {},
  huge: { bytes: "count" },
};
const needed: Readonly<Partial<Record<Fault["kind"], string>>> = {
  slow: "ms",
  usage: "how",
  "finish-reason": "value",
  huge: "bytes",
};

/** Finds what is wrong with a rule; nothing when it is good. In code it can hold functions and regular expressions. */
export function checkRule(rule: unknown, isCode = false): RuleFault[] {
  const faults = checkFields(rule, ruleFields, "");
  if (!isRecord(rule)) return faults;
  const { when, reply } = rule;
  if (when !== undefined) faults.push(...checkFields(when, isCode ? whenFieldsInCode : whenFields, "/when"));
  if (reply === undefined)
    return [...faults, { pointer: "/reply", message: "is required: a text, an outcome, or a list of them" }];
  const outcomes = Array.isArray(reply) ? (reply as unknown[]) : [reply];
  if (outcomes.length === 0)
    faults.push({ pointer: "/reply", message: "is an empty list; a rule needs at least one reply" });
  for (const [index, outcome] of outcomes.entries())
    if (!isCode || typeof outcome !== "function")
      faults.push(...checkOutcome(outcome, Array.isArray(reply) ? `/reply/${index}` : "/reply"));
  return faults;
}

/** Finds what is wrong with an outcome; nothing when it is good. */
export function checkOutcome(outcome: unknown, pointer: string): RuleFault[] {
  if (typeof outcome === "string") return [];
  const faults = checkFields(outcome, outcomeFields, pointer);
  if (!isRecord(outcome)) return faults;
  const { error, fault = [] } = outcome;
  if (isRecord(error)) {
    faults.push(...checkFields(error, errorFields, `${pointer}/error`));
    for (const name of ["status", "message"])
      if (getOwn(error, name) === undefined)
        faults.push({ pointer: `${pointer}/error/${name}`, message: "is required and missing" });
  }
  const list = Array.isArray(fault) ? (fault as unknown[]) : [fault];
  for (const [index, one] of list.entries())
    faults.push(...checkFault(one, `${pointer}/fault${Array.isArray(fault) ? `/${index}` : ""}`));
  return faults;
}

/** Finds what is wrong with a fault; nothing when it is good. */
function checkFault(fault: unknown, pointer: string): RuleFault[] {
  const kind = isRecord(fault) ? fault.kind : undefined;
  if (!isRecord(fault) || typeof kind !== "string" || !Object.hasOwn(faultFields, kind))
    return [
      {
        pointer: `${pointer}/kind`,
        message: `${kind === undefined ? "nothing" : showValue(kind)} is no kind of fault; use ${Object.keys(faultFields).join(", ")}`,
      },
    ];
  const faults = checkFields(fault, { kind: "text", ...faultFields[kind as Fault["kind"]] }, pointer);
  const missing = needed[kind as Fault["kind"]];
  return missing === undefined || getOwn(fault, missing) !== undefined
    ? faults
    : [...faults, { pointer: `${pointer}/${missing}`, message: "is required and missing" }];
}

function checkFields(value: unknown, fields: Readonly<Record<string, Kind>>, pointer: string): RuleFault[] {
  if (!isRecord(value))
    return [{ pointer, message: `expected an object, got ${value === undefined ? "nothing" : showValue(value)}` }];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = `${pointer}/${name}`;
    const kind = getOwn(fields, name);
    if (member === undefined) return [];
    if (!kind) {
      const names = Object.keys(fields);
      return [{ pointer: place, message: `is unknown here; use ${names.join(", ")}.${didYouMean(name, names)}` }];
    }
    return is[kind](member) ? [] : [{ pointer: place, message: `expected ${words[kind]}, got ${showValue(member)}` }];
  });
}

const is = {
  text: (value) => typeof value === "string",
  count: isCount,
  times: (value) => isCount(value) || value === Infinity,
  turn: (value) => isCount(value) && value !== 0,
  operation: (value) =>
    typeof value === "string" && Object.keys(operations).some((operation) => fitsWildcard(value, operation)),
  share: (value) => typeof value === "number" && value >= 0 && value <= 1,
  status: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
  reason: (value) => value === null || typeof value === "string",
  how: (value) => value === "missing" || value === "twice",
  object: isRecord,
  match: isMatch,
  matches: (value) => isRecord(value) && Object.values(value).every(isMatch),
  result: (value) => value === true || isMatch(value),
  pointers: (value) => isRecord(value) && Object.keys(value).every((pointer) => pointer.startsWith("/")),
  calls: (value) => Array.isArray(value) && value.every(isCall),
  function: (value) => typeof value === "function",
  any: () => true,
  list: Array.isArray,
} satisfies Record<string, (value: unknown) => boolean>;

const words: Readonly<Record<Kind, string>> = {
  text: "a text",
  count: "a whole number from 0 to 268435456",
  times: "a whole number from 0 to 268435456",
  turn: "a whole number from 1 to 268435456",
  operation: `an operation, in which * stands for any text: ${Object.keys(operations).join(", ")}`,
  share: "a number from 0 to 1",
  status: "an HTTP status from 200 to 599",
  reason: "a text or null",
  how: "missing or twice",
  object: "an object",
  match: "a text, or { regex } with an expression that can be read",
  matches: "an object of name → text, or { regex } with an expression that can be read",
  result: "true, a text, or { regex } with an expression that can be read",
  pointers: "an object of JSON pointer, such as /temperature, → value",
  calls: "a list of { name, arguments }",
  function: "a function",
  any: "anything",
  list: "a list",
};

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2 ** 28;
}

function isMatch(value: unknown): boolean {
  return typeof value === "string" || value instanceof RegExp || (isRecord(value) && isPattern(value));
}

function isCall(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.name === "string" &&
    Object.keys(value).every((name) => name === "name" || name === "arguments" || name === "id")
  );
}

function isPattern({ regex, flags }: Readonly<Record<string, unknown>>): boolean {
  try {
    return (
      typeof regex === "string" &&
      (flags === undefined || typeof flags === "string") &&
      new RegExp(regex, flags) instanceof RegExp
    );
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
