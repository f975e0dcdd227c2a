import { showValue } from "../json/show-value.ts";
import { anything, isRecord, measure, number, object, text, value, wrong, type RuleFault, type Size } from "./check.ts";
import { checkMatch } from "./check-match.ts";
import { checkReply } from "./check-outcome.ts";

export type { RuleFault } from "./check.ts";

const mostTimes = 268_435_456;
const mostReplies = 1000;

/** The largest rule. The depth is that of JSON. */
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
});

/** Finds the mistakes in a rule; none when it is valid. In code a rule can hold functions and regular expressions. */
export function checkRule(rule: unknown, isCode = false): RuleFault[] {
  const { depth, members, characters } = measure(rule, largest);
  if (depth > largest.depth) return wrong("", `is nested deeper than ${largest.depth} levels. Make it flatter.`);
  if (members > largest.members) return wrong("", `has more than ${largest.members} members. Make it smaller.`);
  if (characters > largest.characters)
    return wrong("", `has more than ${largest.characters} characters. Make it smaller.`);
  if (!isRecord(rule)) return wrong("", `expected an object, got ${rule === undefined ? "nothing" : showValue(rule)}`);
  const { when: _, ...fields } = rule;
  return [...ruleFields(fields, ""), ...checkConditions(rule, isCode), ...checkReplies(rule.reply, isCode)];
}

/** Finds the mistakes in a list of rules; each pointer begins with the index of its rule. */
export function checkRules(rules: readonly unknown[], isCode = false): RuleFault[] {
  return Array.from(rules).flatMap((rule, index) =>
    checkRule(rule, isCode).map(({ pointer, message }) => ({ pointer: `/${index}${pointer}`, message })),
  );
}

/** Characters of a rule. */
export function sizeOf(rule: unknown): number {
  return measure(rule, largest).characters;
}

interface ConditionFields {
  readonly match?: unknown;
  readonly on?: unknown;
  readonly when?: unknown;
}

/** The conditions of a rule. `on` is another name for `match`, and `when` the former one. */
export function conditionsOf({ match, on, when }: ConditionFields): unknown {
  return match ?? on ?? when;
}

/** The names of the conditions of a rule, of which it has one. */
const conditionNames = ["match", "on", "when"] as const;

function checkConditions(rule: ConditionFields, isCode: boolean): RuleFault[] {
  const [name, other] = conditionNames.filter((one) => rule[one] !== undefined);
  if (name === undefined) return [];
  if (other !== undefined)
    return wrong(`/${other}`, `is another name for \`${name}\`, and the rule has both. Keep one of them.`);
  return [...checkMatch(rule[name], `/${name}`, isCode)];
}

function checkReplies(reply: unknown, isCode: boolean): RuleFault[] {
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

/** Mistakes in one text, each with its place. A whole sentence about the root names it by itself. */
export function describeFaults(faults: readonly RuleFault[]): string {
  const shown = faults
    .slice(0, mostShown)
    .map(({ pointer, message }) =>
      pointer === "" && /^[A-Z`]/.test(message) ? message : `${pointer || "/"} ${message}`,
    );
  const more = faults.length > mostShown ? [`… and ${faults.length - mostShown} more.`] : [];
  return [...shown, ...more].join("\n");
}
