import { hideKeys } from "../options/check-options.ts";
import { AgentError } from "../errors/agent-error.ts";

/** A test for the value of an option, and its description. */
export type OptionRule = readonly [fits: (value: unknown) => boolean, words: string];

/** Rejects unknown options and invalid values: a misspelled option must not leave the policy open. */
export function checkOptions(of: string, given: object, rules: Readonly<Record<string, OptionRule>>): void {
  for (const [name, value] of Object.entries(given)) {
    const [fits, words] = Object.hasOwn(rules, name) ? rules[name]! : [];
    if (!fits || !words)
      throw new AgentError(`Unknown option \`${name}\` of ${of}. Known options: ${Object.keys(rules).join(", ")}.`);
    if (!fits(value))
      throw new AgentError(
        `\`${name}\` of ${of} must be ${words}, got ${showJson(value)}. ${name === "catalog" ? "Pass `createModelCatalog(client)`." : "Omit it for the default."}`,
      );
  }
}

export const isFlag: OptionRule = [(value) => typeof value === "boolean", "true or false"];
export const isAmount: OptionRule = [isPositive, "a number of at least 0"];
export const isText: OptionRule = [(value) => typeof value === "string" && value !== "", "a non-empty string"];
export const isTexts: OptionRule = [(value) => isListOf(value, /\S/), "a list of non-empty strings"];
export const isCatalog: OptionRule = [
  (value) => ["list", "listEndpoints", "listZdrEndpoints"].every((name) => typeof Object(value)[name] === "function"),
  "a model catalog of `@patchbay/client/catalog`",
];
export const isPolicy: OptionRule = [(value) => typeof Object(value).apply === "function", "a policy"];

/** Model ids, or prefixes of them. */
const pattern = /^[^\s*/]+\/(?:[^\s*]+\*?|\*)$/;
const patterns = "model ids such as `acme/tiny`, or `acme/*` with the star at the end";
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

/** An object with amounts under some of these names, at least one. */
export function amountsOf(...names: readonly string[]): OptionRule {
  return [
    (value) =>
      isRecord(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(([name, amount]) => names.includes(name) && isPositive(amount)),
    `\`{ ${names.join(", ")} }\`, with numbers of at least 0`,
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

function showJson(value: unknown): string {
  return typeof value === "number" ? String(value) : hideKeys(JSON.stringify(value) ?? String(value));
}
