import { faultKinds } from "./fault.ts";

/** What is wrong with a rule that came as data. */
export interface RuleFault {
  readonly pointer: string;
  readonly message: string;
}

type Kind = "text" | "number" | "object" | "match" | "any" | "list";

/** Field → what it holds. */
const ruleFields: Readonly<Record<string, Kind>> = {
  name: "text",
  when: "object",
  reply: "any",
  times: "number",
  chance: "number",
};
const whenFields: Readonly<Record<string, Kind>> = {
  operation: "text",
  model: "text",
  lastUser: "match",
  turn: "number",
  toolResult: "any",
  headers: "object",
  key: "text",
  body: "object",
};
const outcomeFields: Readonly<Record<string, Kind>> = {
  content: "text",
  reasoning: "text",
  toolCalls: "list",
  images: "list",
  annotations: "list",
  finishReason: "text",
  error: "object",
  status: "number",
  message: "text",
  body: "any",
  headers: "object",
  delay: "number",
  fault: "any",
};

/** Finds what is wrong with a rule of a file or of the control API; nothing when it is good. */
export function checkRule(rule: unknown): RuleFault[] {
  const faults = checkFields(rule, ruleFields, "");
  if (!isRecord(rule)) return faults;
  const { when, reply } = rule;
  if (when !== undefined) faults.push(...checkFields(when, whenFields, "/when"));
  if (reply === undefined)
    return [...faults, { pointer: "/reply", message: "is required: a text, an outcome, or a list of them" }];
  const outcomes = Array.isArray(reply) ? (reply as unknown[]) : [reply];
  if (outcomes.length === 0)
    faults.push({ pointer: "/reply", message: "is an empty list; a rule needs at least one reply" });
  for (const [index, outcome] of outcomes.entries())
    faults.push(...checkOutcome(outcome, Array.isArray(reply) ? `/reply/${index}` : "/reply"));
  return faults;
}

function checkOutcome(outcome: unknown, pointer: string): RuleFault[] {
  if (typeof outcome === "string") return [];
  const faults = checkFields(outcome, outcomeFields, pointer);
  if (!isRecord(outcome) || outcome.fault === undefined) return faults;
  const list = Array.isArray(outcome.fault) ? (outcome.fault as unknown[]) : [outcome.fault];
  for (const [index, fault] of list.entries()) {
    const place = `${pointer}/fault${Array.isArray(outcome.fault) ? `/${index}` : ""}`;
    const kind = isRecord(fault) ? fault.kind : undefined;
    if (!faultKinds.includes(kind as never))
      faults.push({
        pointer: `${place}/kind`,
        message: `${JSON.stringify(kind)} is no kind of fault; use ${faultKinds.join(", ")}`,
      });
  }
  return faults;
}

function checkFields(value: unknown, fields: Readonly<Record<string, Kind>>, pointer: string): RuleFault[] {
  if (!isRecord(value)) return [{ pointer, message: `expected an object, got ${JSON.stringify(value) ?? "nothing"}` }];
  return Object.entries(value).flatMap(([name, member]) => {
    const place = `${pointer}/${name}`;
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!kind) return [{ pointer: place, message: `is unknown here; use ${Object.keys(fields).join(", ")}` }];
    return is[kind](member)
      ? []
      : [{ pointer: place, message: `expected ${words[kind]}, got ${JSON.stringify(member)}` }];
  });
}

const is: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  object: isRecord,
  match: (value) => typeof value === "string" || (isRecord(value) && isPattern(value.regex)),
  any: () => true,
  list: Array.isArray,
};

const words: Readonly<Record<Kind, string>> = {
  text: "a text",
  number: "a number",
  object: "an object",
  match: "a text, or { regex } with an expression that can be read",
  any: "anything",
  list: "a list",
};

function isPattern(source: unknown): boolean {
  try {
    return typeof source === "string" && new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
