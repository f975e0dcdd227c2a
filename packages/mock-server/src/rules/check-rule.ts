import { showValue } from "@patchbay/service/json/show-value";
import {
  anything,
  isRecord,
  measure,
  number,
  object,
  text,
  value,
  wrong,
  type FieldChecks,
  type RuleProblem,
  type Size,
} from "./check.ts";
import { checkMatch } from "./check-match.ts";
import { checkReply } from "./check-reply.ts";
import type { Rule } from "./rule.ts";

export type { RuleProblem } from "./check.ts";

const mostTimes = 268_435_456;
const mostReplies = 1000;

/** The size limits of a rule. The depth is that of JSON. */
const largest: Size = { depth: 64, members: 100_000, characters: 16_777_216 };

const ruleFields = object({
  name: text(256),
  match: anything,
  on: anything,
  reply: anything,
  times: value(
    (given) => given === Infinity || (Number.isInteger(given) && Number(given) >= 0 && Number(given) <= mostTimes),
    `a whole number from 0 to ${mostTimes}`,
  ),
  probability: number(0, 1),
} satisfies FieldChecks<Rule>);

/** Returns the mistakes in a rule. In code a rule can contain functions and `RegExp` objects. */
export function checkRule(rule: unknown, isCode = false): RuleProblem[] {
  const { depth, members, characters } = measure(rule, largest);
  if (depth > largest.depth) return wrong("", `is nested deeper than ${largest.depth} levels. Make it flatter.`);
  if (members > largest.members) return wrong("", `has more than ${largest.members} members. Make it smaller.`);
  if (characters > largest.characters)
    return wrong("", `has more than ${largest.characters} characters. Make it smaller.`);
  if (!isRecord(rule)) return wrong("", `expected an object, got ${rule === undefined ? "nothing" : showValue(rule)}`);
  const { when: _, ...fields } = rule;
  return [...ruleFields(fields, ""), ...checkConditions(rule, isCode), ...checkReplies(rule.reply, isCode)];
}

/** Returns the mistakes in a list of rules. Each pointer begins with the index of its rule. */
export function checkRules(rules: readonly unknown[], isCode = false): RuleProblem[] {
  return Array.from(rules).flatMap((rule, index) =>
    checkRule(rule, isCode).map(({ pointer, message }) => ({ pointer: `/${index}${pointer}`, message })),
  );
}

/** The number of characters in a rule. */
export function countCharacters(rule: unknown): number {
  return measure(rule, largest).characters;
}

interface ConditionFields {
  readonly match?: unknown;
  readonly on?: unknown;
  readonly when?: unknown;
}

/** The conditions of a rule. `on` is an alias of `match`, and `when` its former name. */
export function getConditions({ match, on, when }: ConditionFields): unknown {
  return match ?? on ?? when;
}

/** The names of the field for conditions. A rule has at most one of them. */
const conditionNames = ["match", "on", "when"] as const;

function checkConditions(rule: ConditionFields, isCode: boolean): RuleProblem[] {
  const [name, other] = conditionNames.filter((one) => rule[one] !== undefined);
  if (name === undefined) return [];
  if (other !== undefined)
    return wrong(`/${other}`, `is an alias of \`${name}\`, and the rule has both. Keep one of them.`);
  return [...checkMatch(rule[name], `/${name}`, isCode)];
}

function checkReplies(reply: unknown, isCode: boolean): RuleProblem[] {
  if (reply === undefined) return wrong("/reply", "is required: a string, an object, or a list of them");
  const replies = Array.isArray(reply) ? Array.from(reply as unknown[]) : [reply];
  if (replies.length === 0) return wrong("/reply", "is an empty list; a rule needs at least one reply");
  if (replies.length > mostReplies)
    return wrong("/reply", `has ${replies.length} items; at most ${mostReplies} are allowed.`);
  return replies.flatMap((ruleReply, index) =>
    isCode && typeof ruleReply === "function"
      ? []
      : checkReply(ruleReply, Array.isArray(reply) ? `/reply/${index}` : "/reply"),
  );
}

const mostShown = 20;

/** Formats mistakes, one per line, each with its pointer. A full sentence about the root needs no pointer. */
export function describeProblems(problems: readonly RuleProblem[]): string {
  const shown = problems
    .slice(0, mostShown)
    .map(({ pointer, message }) =>
      pointer === "" && /^[A-Z`]/.test(message) ? message : `${pointer || "/"} ${message}`,
    );
  const more = problems.length > mostShown ? [`… and ${problems.length - mostShown} more.`] : [];
  return [...shown, ...more].join("\n");
}
