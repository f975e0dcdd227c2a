import { getOwn } from "@patchbay/engine/data/get-own";
import { didYouMean } from "@patchbay/service/validation/did-you-mean";
import { findRenamed } from "@patchbay/service/validation/renamed-names";
import { latencies, type MockServerOptions } from "./options.ts";
import { defaultReplies } from "../upstreams/default-replies.ts";
import { checkModelOutput } from "../rules/check-reply.ts";
import { showValue } from "@patchbay/service/json/show-value";

type Check = readonly [isGood: (value: unknown) => boolean, expected: string, values?: readonly string[]];

const isText = (value: unknown): boolean => typeof value === "string";
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const isFunction = (value: unknown): boolean => typeof value === "function";
const isNumber = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value);
const isAmount = (value: unknown): boolean => isNumber(value) && (value as number) >= 0;
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
const oneOf = (...names: readonly string[]): Check => [
  (value) => names.some((name) => name === value),
  `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`,
  names,
];

const text: Check = [isText, "a string"];
const flag: Check = [isFlag, "true or false"];
const call: Check = [isFunction, "a function"];
const listOf = (isGood: (value: unknown) => boolean, expected: string): Check => [
  (value) => Array.isArray(value) && value.every(isGood),
  expected,
];
const has =
  (fields: Readonly<Record<string, (value: unknown) => boolean>>) =>
  (value: unknown): boolean =>
    isObject(value) &&
    Object.entries(fields).every(([name, isGood]) => isGood(getOwn(value as Readonly<Record<string, unknown>>, name)));
const isEndpoint = has({ provider: isText, pricing: isObject });
const isModel = has({
  id: isText,
  context_length: isAmount,
  endpoints: (value) => Array.isArray(value) && value.every(isEndpoint),
});

/** The fields of an object option, or of each object in a list option. */
interface Shape {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Check>>;
}

const shapes: { readonly [Name in keyof MockServerOptions]?: Shape } = {
  catalog: {
    required: ["providers", "models"],
    fields: {
      providers: listOf(has({ slug: isText }), "a list of providers with a slug"),
      models: listOf(isModel, "a list of models with an id, a context_length and endpoints of a provider with pricing"),
      aliases: [isObject, "an object of other name → id"],
    },
  },
  byokKeys: { required: ["provider"], fields: { provider: text, fallbackOnly: flag, exclusive: flag } },
  record: {
    required: ["baseURL"],
    fields: {
      baseURL: [(value) => isText(value) && URL.canParse(value as string), "a URL"],
      redact: listOf(isText, "a list of names"),
      fetch: call,
      onExchange: call,
      keep: flag,
    },
  },
  replay: {
    required: ["recording"],
    fields: {
      recording: [
        (value) =>
          has({
            exchanges: (list) => Array.isArray(list) && list.every(has({ request: isObject, response: isObject })),
          })(value),
        "a recording with its exchanges",
      ],
      mode: oneOf("strict", "loose"),
      redact: listOf(isText, "a list of names"),
      preserveTiming: flag,
    },
  },
};

/** The error of an object's fields; `undefined` if they are valid. */
function shapeFault(value: unknown, { required, fields }: Shape): string | undefined {
  if (!isObject(value)) return `expected an object, got ${showValue(value)}`;
  const missing = required.find((name) => getOwn(value as Readonly<Record<string, unknown>>, name) === undefined);
  const names = Object.keys(fields);
  for (const [name, held] of Object.entries(value as object)) {
    if (held === undefined) continue;
    const field = getOwn(fields, name);
    const today = findRenamed(name, names);
    if (today !== undefined) return `\`${name}\` was renamed to \`${today}\`.`;
    if (!field) return `unknown property \`${name}\`; allowed: ${names.join(", ")}.${didYouMean(name, names)}`;
    const [isGood, expected] = field;
    if (!isGood(held)) return `\`${name}\`: expected ${expected}, got ${showValue(held)}`;
  }
  return missing === undefined ? undefined : `missing required property \`${missing}\`: ${getOwn(fields, missing)![1]}`;
}

/** Option → its check: a predicate, the expected value as text, and the allowed values of an enumeration. */
const optionChecks: Readonly<Record<keyof MockServerOptions, Check>> = {
  credits: [isNumber, "a number of USD"],
  script: [
    (value) => typeof value === "function" || (Array.isArray(value) && value.every(isReply)),
    "a function, or a list of strings, outputs and functions",
  ],
  defaultReply: oneOf(...defaultReplies),
  upstream: [
    (value) => isObject(value) && isFunction((value as { readonly stream?: unknown }).stream),
    "an object with a function `stream`",
  ],
  catalog: [isObject, "an object with models and providers"],
  providers: [isObject, "an object of provider → state"],
  tokenDelay: [isAmount, "a number of milliseconds"],
  latency: oneOf(...latencies),
  strictKeys: [isFlag, "true or false"],
  managementKeys: [() => true, "a list of keys"],
  validateHistory: [isFlag, "true or false"],
  requestsPerMinute: [(value) => isAmount(value) || value === Infinity, "a number of requests"],
  country: [(value) => /^[A-Z]{2}$/.test(String(value)), "an ISO code of two capital characters, such as US"],
  byokKeys: [Array.isArray, "a list of keys"],
  byokMonthlyAllowance: [isAmount, "a number of USD"],
  rules: [Array.isArray, "a list of rules"],
  strict: [isFlag, "true or false"],
  record: [isObject, "an object with a baseURL"],
  replay: [isObject, "an object with a recording"],
  journalSize: [(value) => Number.isInteger(value) && (value as number) >= 0, "a whole number"],
  journalBytes: [
    (value) => Number.isInteger(value) && (value as number) >= 65_536,
    "a whole number of at least 65,536",
  ],
  maxSessions: [(value) => Number.isInteger(value) && (value as number) >= 1, "a whole number of at least 1"],
  writeTimeout: [
    (value) => (isNumber(value) && (value as number) > 0) || value === Infinity,
    "a positive number of milliseconds",
  ],
  onRequest: [isFunction, "a function"],
  control: [isFlag, "true or false"],
  allowedHosts: [
    (value) =>
      value === true ||
      (Array.isArray(value) && value.every((name) => isText(name) && /^\.?[\w~-][\w.~-]*$/.test(name as string))),
    "true, or a list of host names without ports, such as mock or .example.com",
  ],
  now: [isFunction, "a function"],
  seed: [isNumber, "a number"],
};

/** The error of an option; `undefined` if it is valid. */
export function optionFault(name: string, value: unknown, names: readonly string[]): string | undefined {
  const today = findRenamed(name, names);
  if (today !== undefined) return `was renamed to \`${today}\`.`;
  if (!names.includes(name)) return `is not a known option; allowed: ${names.join(", ")}.${didYouMean(name, names)}`;
  if (name === "managementKeys") return managementKeysFault(value);
  const [isGood, expected, values] = optionChecks[name as keyof MockServerOptions];
  const valueToday = values && findRenamed(value, values);
  if (valueToday !== undefined) return `${showValue(value)} was renamed to ${showValue(valueToday)}.`;
  const former = name === "script" ? formerField(value) : undefined;
  if (former !== undefined) return former;
  if (!isGood(value)) return `expected ${expected}, got ${showValue(value)}`;
  const shape = shapes[name as keyof MockServerOptions];
  if (!shape) return undefined;
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return parts.map((part) => shapeFault(part, shape)).find((fault) => fault !== undefined);
}

const isSecret = (value: unknown): boolean => typeof value === "string" && /^[\w.~+/=-]{8,512}$/.test(value);

/** The error of the management keys. The message contains none of the secrets. */
function managementKeysFault(value: unknown): string | undefined {
  if (!Array.isArray(value)) return "expected a list of keys";
  const secrets = value.map((item: unknown) => (isText(item) ? item : getOwn(Object(item), "key")));
  const wrong = value.findIndex((item: unknown, at) => {
    const isNamed = isText(item) || /^\S{1,200}$/.test(String(getOwn(Object(item), "account") ?? ""));
    return !isNamed || !isSecret(secrets[at]) || secrets.indexOf(secrets[at]) < at;
  });
  if (wrong < 0) return undefined;
  return `key ${wrong + 1}: expected a secret of 8 to 512 characters from A-Z a-z 0-9 . _ ~ + / = -, or an object with such a \`key\` and its \`account\`; each secret once`;
}

/** Validates the options. Throws a `RangeError` for an unknown or invalid option. */
export function checkOptions(options: MockServerOptions): void {
  if (!isObject(options))
    throw new RangeError(`The options of a mock server must be an object, got ${showValue(options)}.`);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const names = Object.keys(optionChecks);
    const today = findRenamed(name, names);
    if (today !== undefined)
      throw new RangeError(`The option \`${name}\` of a mock server was renamed to \`${today}\`.`);
    const fault = optionFault(name, value, names);
    if (fault !== undefined) throw new RangeError(`The option \`${name}\` of a mock server is invalid: ${fault}`);
  }
  checkLock(options);
}

/** `record` and `replay` do not check keys, since the keys belong to another server. */
function checkLock(options: MockServerOptions): void {
  const open = (["record", "replay"] as const).find((name) => options[name] !== undefined);
  if (options.strictKeys && open)
    throw new RangeError(
      `The option \`strictKeys\` cannot be combined with \`${open}\`, which answers requests without checking their keys. Remove one of them.`,
    );
}

/** The error for a renamed field in a script; `undefined` if there is none. */
function formerField(script: unknown): string | undefined {
  if (!Array.isArray(script)) return undefined;
  const faults = script.flatMap((reply: unknown, index) =>
    typeof reply === "function" ? [] : checkModelOutput(reply, `/${index}`),
  );
  const fault = faults.find(({ message }) => message.startsWith("was renamed"));
  return fault && `${fault.pointer} ${fault.message}`;
}

function isReply(value: unknown): boolean {
  return typeof value === "function" || checkModelOutput(value, "").length === 0;
}
