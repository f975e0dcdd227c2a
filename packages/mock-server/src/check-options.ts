import { didYouMean } from "./nearest.ts";
import type { MockServerOptions } from "./options.ts";
import { checkOutcome } from "./scenario/check-rule.ts";
import { showValue } from "./show-value.ts";

type Check = readonly [isGood: (value: unknown) => boolean, expected: string];

const isText = (value: unknown): boolean => typeof value === "string";
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const isFunction = (value: unknown): boolean => typeof value === "function";
const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const isAmount = (value: unknown): boolean => isNumber(value) && (value as number) >= 0;
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
const oneOf = (...names: readonly string[]): Check => [
  (value) => names.some((name) => name === value),
  `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
];

/** Option → whether its value is good, and what is expected. */
const optionChecks: Readonly<Record<keyof MockServerOptions, Check>> = {
  credits: [isNumber, "a number of USD"],
  script: [
    (value) => typeof value === "function" || (Array.isArray(value) && value.every(isReply)),
    "a function, or a list of texts, completions and functions",
  ],
  answers: oneOf("prose", "echo", "schema"),
  catalogue: [isObject, "an object with models and providers"],
  providers: [isObject, "an object of provider → state"],
  tokenGap: [isAmount, "a number of milliseconds"],
  latency: oneOf("none", "realistic"),
  strictKeys: [isFlag, "true or false"],
  requestsPerMinute: [(value) => isAmount(value) || value === Infinity, "a number of requests"],
  country: [isText, "an ISO code, such as US"],
  ownKeys: [Array.isArray, "a list of keys"],
  ownKeyAllowance: [isAmount, "a number of USD"],
  rules: [Array.isArray, "a list of rules"],
  strict: [isFlag, "true or false"],
  record: [(value) => isObject(value) && isText((value as { baseURL?: unknown }).baseURL), "an object with a baseURL"],
  replay: [
    (value) => isObject(value) && isObject((value as { recording?: unknown }).recording),
    "an object with a recording",
  ],
  journalSize: [(value) => Number.isInteger(value) && (value as number) >= 0, "a whole number"],
  onRequest: [isFunction, "a function"],
  control: [isFlag, "true or false"],
  now: [isFunction, "a function"],
  seed: [isNumber, "a number"],
};

/** What is wrong with an option; undefined when nothing is. */
export function optionFault(name: string, value: unknown, names: readonly string[]): string | undefined {
  if (!names.includes(name)) return `is unknown here; use ${names.join(", ")}.${didYouMean(name, names)}`;
  const [isGood, expected] = optionChecks[name as keyof MockServerOptions];
  return isGood(value) ? undefined : `expected ${expected}, got ${showValue(value)}`;
}

/** Refuses options that do not exist or mean nothing; throws `RangeError`. */
export function checkOptions(options: MockServerOptions): void {
  if (!isObject(options))
    throw new RangeError(`The options of a mock server must be an object, got ${showValue(options)}.`);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const fault = optionFault(name, value, Object.keys(optionChecks));
    if (fault !== undefined) throw new RangeError(`The option \`${name}\` of a mock server is wrong: ${fault}`);
  }
}

function isReply(value: unknown): boolean {
  return typeof value === "function" || checkOutcome(value, "").length === 0;
}
