import type { Copy } from "@patchbay/engine/data/copy";
import { hashText } from "@patchbay/engine/data/random";
import {
  checkRule,
  checkRules,
  getConditions,
  describeProblems,
  countCharacters,
  type RuleProblem,
} from "./check-rule.ts";
import { Draw } from "./draw.ts";
import { compare, describeMismatch, type Mismatch, type Match, type RawMismatch, type RuleRequest } from "./match.ts";
import { Play, type RuleUse } from "./play.ts";
import type { RuleReply, Rule, RuleStatus } from "./rule.ts";

export type { Play } from "./play.ts";
export type { RuleReply, RuleReplyObject, Rule, RuleStatus } from "./rule.ts";

/** A rule that almost matched, and the mismatches. */
export interface NearMiss {
  readonly rule: string;
  readonly differences: readonly Mismatch[];
}

interface Entry extends RuleUse {
  readonly match: Match;
  readonly draw: Draw;
  /** The number of characters in the rule. */
  readonly size: number;
}

/** The most rules of a server, and the most characters in all of them. */
const mostRules = 10_000;
const mostCharacters = 67_108_864;

/** Approximate size of a rule in bytes, in addition to its characters. */
const entryBytes = 500;

/** The rules of a server. The newest rule that matches and is not used up applies. */
export class Scenario {
  readonly #seed: number;
  #entries: Entry[] = [];
  #count = 0;
  /** Whether the warning about the former name of `match` was shown. */
  #hasWarned = false;

  /** The seed decides when a rule with a `probability` applies. */
  constructor(seed: number) {
    this.#seed = seed;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Approximate memory use of the rules, in bytes. */
  get bytes(): number {
    return this.#entries.reduce((sum, { size }) => sum + 2 * size + entryBytes, 0);
  }

  get rules(): RuleStatus[] {
    return this.#entries.map(({ name, used, times }) => ({
      name,
      timesUsed: used,
      timesRemaining: times - used,
    }));
  }

  /** Adds a rule and returns a function that removes it. Throws a `RangeError` that lists every mistake. */
  add(rule: Rule): () => void {
    const faults = [...checkRule(rule, true), ...this.#checkRoom([rule])];
    if (faults.length > 0) throw new RangeError(`Invalid rule: ${describeProblems(faults)}`);
    return this.#add(rule);
  }

  /**
   * Replaces all rules. Throws a `RangeError` that lists every mistake, and then changes nothing. The rules also stay
   * unchanged when `also` throws, which runs before the change.
   */
  replace(rules: readonly Rule[], also: () => void = () => undefined): void {
    const faults = this.check(rules, { isCode: true, replaces: true });
    if (faults.length > 0) throw new RangeError(`Invalid rules: ${describeProblems(faults)}`);
    also();
    this.#entries = [];
    for (const rule of rules) this.#add(rule);
  }

  /** Returns the mistakes in rules to add, or in rules that replace the current ones. */
  check(
    rules: readonly unknown[],
    { isCode = false, replaces = false }: { readonly isCode?: boolean; readonly replaces?: boolean } = {},
  ): RuleProblem[] {
    const faults = checkRules(rules, isCode);
    return faults.length > 0 ? faults : this.#checkRoom(rules, replaces ? [] : this.#entries);
  }

  #checkRoom(rules: readonly unknown[], kept: readonly Entry[] = this.#entries): RuleProblem[] {
    const count = kept.length + rules.length;
    const sizes = [...kept.map(({ size }) => size), ...rules.map(countCharacters)];
    const size = sizes.reduce((sum, one) => sum + one, 0);
    const tooMany = `makes ${count} rules, more than the limit of ${mostRules}. Delete rules first.`;
    const tooLong = `makes the rules ${size} characters long, more than the limit of ${mostCharacters}. Delete rules first.`;
    if (count > mostRules) return [{ pointer: "", message: tooMany }];
    return size > mostCharacters ? [{ pointer: "", message: tooLong }] : [];
  }

  #add(rule: Rule): () => void {
    const replies = Array.isArray(rule.reply) ? (rule.reply as readonly RuleReply[]) : [rule.reply as RuleReply];
    // Two rules with the same name draw independently.
    const id = ++this.#count;
    if ((rule as { when?: unknown }).when !== undefined && !this.#hasWarned) {
      this.#hasWarned = true;
      console.warn("patchbay-mock: The field `when` of a rule was renamed to `match`. Rename it in your rules.");
    }
    const entry: Entry = {
      name: rule.name ?? `rule ${id}`,
      match: (getConditions(rule) as Match | undefined) ?? {},
      replies,
      times: rule.times ?? (replies.length > 1 ? replies.length : Infinity),
      draw: new Draw(rule.probability ?? 1, hashText(`rule ${id}`, this.#seed)),
      size: countCharacters(rule),
      used: 0,
    };
    this.#entries.unshift(entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  clear(): void {
    this.#entries = [];
  }

  copied(copy: Copy): Scenario {
    const made = new Scenario(this.#seed);
    made.#entries = this.#entries.map((entry) => ({ ...entry, draw: copy(entry.draw) }));
    made.#count = this.#count;
    return made;
  }

  /** Finds the rule that applies to a request, or the near misses. `hash` identifies the request. */
  find(seen: RuleRequest, hash: number): Play | readonly NearMiss[] {
    const misses: Miss[] = [];
    for (const entry of this.#entries) {
      const { name, match } = entry;
      const differences = compare(match, seen);
      if (differences.length > 0) misses.push({ rule: name, differences, conditions: Object.keys(match).length });
      else if (entry.used >= entry.times) misses.push({ rule: name, conditions: 9, differences: [usedUp(entry)] });
      else if (entry.draw.next(hash)) return new Play(entry, seen);
    }
    // Closest first: the rules with the most conditions that are true.
    const closeness = ({ conditions, differences }: Miss): number => conditions - differences.length;
    return misses
      .toSorted((a, b) => closeness(b) - closeness(a))
      .slice(0, 3)
      .map(({ rule, differences }) => ({
        rule,
        differences: differences.slice(0, mostDifferences).map(describeMismatch),
      }));
  }
}

/** A rule that does not apply to a request. */
interface Miss {
  readonly rule: string;
  readonly differences: readonly RawMismatch[];
  readonly conditions: number;
}

/** The most mismatches that a near miss lists. */
const mostDifferences = 20;

function usedUp({ times, used }: Entry): RawMismatch {
  return { field: "times", expected: `at most ${times}`, received: `request ${used + 1}` };
}

/** Formats near misses on one line. */
export function explainMisses(misses: readonly NearMiss[]): string {
  return misses
    .map(({ rule, differences }) => {
      const parts = differences.map(
        ({ field, expected, received }) => `${field} expected ${expected}, got ${received}`,
      );
      return `${rule}: ${parts.join("; ")}`;
    })
    .join(" | ");
}
