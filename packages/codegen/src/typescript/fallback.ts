import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { toRegExp, toSource, toUnion } from "./text.ts";

/** How the agent classifies failures and reacts to them, as data. */
export function emitFallback({ fallbackPolicy }: ApiModel): Files {
  const { kinds, rules, phrases, ...settings } = fallbackPolicy;
  const actions = Object.fromEntries(kinds.map(({ kind, action }) => [kind, action]));
  const lists = Object.entries(phrases).map(([name, entry]) => `${name}: ${toPhrases(entry)},`);
  const toSet = (flag: "mayBeBilled" | "blamesModel" | "sameForAll"): string =>
    `new Set(${toSource(kinds.filter((info) => info[flag]).map(({ kind }) => kind))})`;
  return {
    "fallback.ts": `import type { FailureRule, FallbackAction, Phrases } from "../models/fallback-policy.ts";

/**
 * The kind of failure of an attempt. It decides what the agent does next.
${kinds.map(({ kind, description }) => ` * - \`${kind}\`: ${description}`).join("\n")}
 */
export type FailureKind = ${toUnion(kinds.map(({ kind }) => kind))};

/** Failure kind → default reaction. */
export const defaultFallbackActions: Readonly<Record<FailureKind, FallbackAction>> = ${toSource(actions)};

/** Failures that may be billed although no response arrived. */
export const mayBeBilled: ReadonlySet<FailureKind> = ${toSet("mayBeBilled")};

/** Failures that the model causes, not the request. */
export const blamesModel: ReadonlySet<FailureKind> = ${toSet("blamesModel")};

/** Failures that every other model would have as well. */
export const sameForAll: ReadonlySet<FailureKind> = ${toSet("sameForAll")};

/** The first rule whose conditions all hold classifies an error. */
export const failureRules: readonly FailureRule<FailureKind>[] = ${toSource(rules)};

/** How providers word a failure. */
export const phrases: Readonly<Record<string, Phrases>> = {
${lists.join("\n")}
};

/** Milliseconds before a failed model is requested again, and of the cooldown. */
export const fallbackSettings = ${toSource(settings)};
`,
  };
}

/** Each list of patterns as one regular expression. */
function toPhrases({ in: place, ...lists }: ApiModel["fallbackPolicy"]["phrases"][string]): string {
  const entries = Object.entries(lists).map(([name, patterns]) => `${name}: ${toRegExp(patterns.join("|"))}`);
  return `{ ${[...(place ? [`in: ${toSource(place)}`] : []), ...entries].join(", ")} }`;
}
