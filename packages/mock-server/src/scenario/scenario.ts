import type { Completion } from "../upstreams/upstream.ts";
import type { Random } from "../engine/random.ts";
import { checkOutcome, checkRule, type RuleFault } from "./check-rule.ts";
import type { Fault } from "./fault.ts";
import { compare, type Difference, type Match, type SeenRequest } from "./match.ts";

/** What should happen: what the model says, or what the service answers in its place; and how that goes wrong on its way. */
export type Outcome = string | OutcomeObject | ((request: SeenRequest) => string | OutcomeObject);

/** An outcome as data. With `status` it is the service's own answer; otherwise what the provider says. */
export interface OutcomeObject extends Completion {
  /** HTTP status of the service's answer. */
  readonly status?: number;
  /** Message of an error, for a status from 400 on. */
  readonly message?: string;
  /** The whole body, where it is not the documented one. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds before the answer begins. */
  readonly delay?: number;
  readonly fault?: Fault | readonly Fault[];
}

/** What happens to which requests. */
export interface Rule {
  readonly name?: string;
  readonly when?: Match;
  /** One after the other; the last goes on when `times` is more. */
  readonly reply: Outcome | readonly Outcome[];
  /** How often the rule applies. Default: as often as there are replies, and without end when there is one. */
  readonly times?: number;
  /** Share of the requests that are meant, 0 to 1, by the seed. Default: 1. */
  readonly chance?: number;
}

/** A rule that came close, and what differed. */
export interface NearMiss {
  readonly rule: string;
  readonly differences: readonly Difference[];
}

/** A rule as it stands: what it is called, and how often it applied. */
export interface RuleState {
  readonly name: string;
  readonly used: number;
  readonly left: number;
}

interface Entry {
  readonly rule: Rule;
  readonly name: string;
  readonly replies: readonly Outcome[];
  readonly times: number;
  used: number;
}

/** What a rule has in store for one request. */
export interface Play {
  readonly rule: string;
  /** The next outcome, without taking it. */
  readonly peek: () => OutcomeObject | undefined;
  /** Takes the next outcome; undefined when the rule is used up. */
  readonly take: () => OutcomeObject | undefined;
  /** Faults of the outcome that was taken last. */
  faults: readonly Fault[];
  delay: number;
}

/** The rules of a server. The newest that fits and is not used up applies. */
export class Scenario {
  #entries: Entry[] = [];
  #count = 0;

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  get rules(): RuleState[] {
    return this.#entries.map(({ name, used, times }) => ({ name, used, left: times - used }));
  }

  /** Adds a rule; the function takes it away again. */
  add(rule: Rule): () => void {
    refuse("A rule", checkRule(rule, true));
    const replies = Array.isArray(rule.reply) ? (rule.reply as readonly Outcome[]) : [rule.reply as Outcome];
    const name = rule.name ?? `rule ${++this.#count}`;
    const entry: Entry = {
      rule,
      name,
      replies,
      times: rule.times ?? (replies.length > 1 ? replies.length : Infinity),
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

  copied(): this {
    const made = new Scenario();
    made.#entries = this.#entries.map((entry) => ({ ...entry }));
    made.#count = this.#count;
    return made as this;
  }

  /** What applies to a request; else which rules came close. */
  find(seen: SeenRequest, random: () => Random): Play | readonly NearMiss[] {
    const misses: (NearMiss & { readonly conditions: number })[] = [];
    for (const entry of this.#entries) {
      const { rule, name } = entry;
      const differences = compare(rule.when ?? {}, seen);
      if (differences.length > 0)
        misses.push({ rule: name, differences, conditions: Object.keys(rule.when ?? {}).length });
      else if (entry.used >= entry.times)
        misses.push({
          rule: name,
          conditions: 9,
          differences: [
            { field: "times", expected: `at most ${entry.times}`, received: `the ${entry.used + 1}th request` },
          ],
        });
      else if (rule.chance === undefined || random()() < rule.chance) return toPlay(entry, seen);
    }
    // Closest first: those of whose conditions most hold.
    const closeness = ({ conditions, differences }: (typeof misses)[number]): number => conditions - differences.length;
    return misses
      .toSorted((a, b) => closeness(b) - closeness(a))
      .slice(0, 3)
      .map(({ rule, differences }) => ({ rule, differences }));
  }
}

/** Throws the first thing that is wrong, with its place. */
function refuse(what: string, [wrong]: readonly RuleFault[]): void {
  if (wrong) throw new RangeError(`${what} is wrong: ${wrong.pointer || "/"} ${wrong.message}`);
}

function toPlay(entry: Entry, seen: SeenRequest): Play {
  const read = (): OutcomeObject | undefined => {
    if (entry.used >= entry.times) return undefined;
    const outcome = entry.replies[Math.min(entry.used, entry.replies.length - 1)]!;
    const said = typeof outcome === "function" ? outcome(seen) : outcome;
    if (said !== outcome) refuse(`What the reply of ${entry.name} gave`, checkOutcome(said, "/reply"));
    return typeof said === "string" ? { content: said } : said;
  };
  const play: Play = {
    rule: entry.name,
    faults: [],
    delay: 0,
    peek: read,
    take() {
      const outcome = read();
      if (!outcome) return undefined;
      entry.used++;
      const { fault = [], delay = 0 } = outcome;
      play.faults = Array.isArray(fault) ? (fault as readonly Fault[]) : [fault as Fault];
      play.delay = delay;
      return outcome;
    },
  };
  return play;
}

/** Near misses in one line. */
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
