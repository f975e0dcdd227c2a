import { AgentError } from "../errors/agent-error.ts";

/** What an option has to be, as a test and in words. */
export type OptionRule = readonly [fits: (value: unknown) => boolean, words: string];

/**
 * Throws when an option is not what it has to be, or when there is no such option: a name that is spelt wrongly must not leave
 * a gate open.
 */
export function checkOptions(of: string, given: object, rules: Readonly<Record<string, OptionRule>>): void {
  for (const [name, value] of Object.entries(given)) {
    const [fits, words] = Object.hasOwn(rules, name) ? rules[name]! : [];
    if (!fits || !words)
      throw new AgentError(`${of} has no option \`${name}\`. It has ${Object.keys(rules).join(", ")}.`);
    if (!fits(value))
      throw new AgentError(
        `\`${name}\` of ${of} is ${show(value)}; it is ${words}. Leave it out where nothing is asked.`,
      );
  }
}

export const isFlag: OptionRule = [(value) => typeof value === "boolean", "true or false"];
export const isAmount: OptionRule = [isPositive, "a number from 0 up"];
export const isText: OptionRule = [(value) => typeof value === "string" && value !== "", "a text"];
export const isTexts: OptionRule = [(value) => isListOf(value, /\S/), "a list of texts"];
export const isCatalogue: OptionRule = [
  (value) => ["list", "listEndpoints", "listZdrEndpoints"].every((name) => typeof Object(value)[name] === "function"),
  "a catalogue of `@patchbay/client/catalog`",
];
export const isPolicy: OptionRule = [(value) => typeof Object(value).apply === "function", "a policy"];

/** Ids of models, or beginnings of them. */
const pattern = /^[^\s*/]+\/(?:[^\s*]+\*?|\*)$/;
const patterns = "ids such as `acme/tiny`, or `acme/*`, with the star at the end";
export const isDenyList: OptionRule = [(value) => isListOf(value, pattern), `a list of ${patterns}`];
export const isAllowList: OptionRule = [(value) => isFull(value, pattern), `a list of at least one of ${patterns}`];

const slug = /^\S+$/;
export const isProviders: OptionRule = [
  (value) =>
    isRecord(value) &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(
      ([name, list]) => (name === "only" && isFull(list, slug)) || (name === "ignore" && isListOf(list, slug)),
    ),
  "`{ only, ignore }`, lists of slugs such as `azure` or `google-vertex/us-east5`",
];

export function oneOf(...values: readonly string[]): OptionRule {
  return [(value) => values.some((one) => one === value), values.map((one) => JSON.stringify(one)).join(" or ")];
}

/** An object of amounts under some of these names, at least one. */
export function amountsOf(...names: readonly string[]): OptionRule {
  return [
    (value) =>
      isRecord(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(([name, amount]) => names.includes(name) && isPositive(amount)),
    `\`{ ${names.join(", ")} }\`, of numbers from 0 up`,
  ];
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && Number.isFinite(value);
}

function isListOf(value: unknown, form: RegExp): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string" && form.test(one));
}

function isFull(value: unknown, form: RegExp): boolean {
  return isListOf(value, form) && (value as unknown[]).length > 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
}
