import { didYouMean } from "./nearest-name.ts";
import { fail, listNames, type Reader } from "./reader.ts";

/** Reads text of 1 to `most` characters. A reference to the environment is refused, because it is only for secrets. */
export function text({ most = 1000 }: { readonly most?: number } = {}): Reader<string> {
  return (node, path, context) => {
    if (node.type !== "scalar" || typeof node.value !== "string" || node.value === "")
      return fail(context, path, "expected text", node);
    const { value } = node;
    if (value.length > most) {
      context.report(path, `expected at most ${most} characters, got ${value.length}.`);
      return undefined;
    }
    if (/^\$(?:\{\w+\}|[A-Z_]\w*)$/.test(value)) {
      context.report(path, `references such as ${value} are possible only for secrets. Write the value itself.`);
      return undefined;
    }
    return value;
  };
}

/** Reads text of a fixed form. */
export function matching(pattern: RegExp, form: string): Reader<string> {
  return (node, path, context) =>
    node.type === "scalar" && pattern.test(node.source) ? node.source : fail(context, path, `expected ${form}`, node);
}

/** Reads one of several words. */
export function choice<Choice extends string>(choices: readonly Choice[]): Reader<Choice> {
  return (node, path, context) => {
    const value = node.type === "scalar" ? node.source : undefined;
    const found = choices.find((one) => one === value);
    if (found !== undefined) return found;
    const hint = value === undefined ? "" : didYouMean(value, choices);
    return fail(context, path, `expected one of ${listNames(choices)}`, node, hint);
  };
}

export const yesOrNo: Reader<boolean> = (node, path, context) =>
  node.type === "scalar" && typeof node.value === "boolean"
    ? node.value
    : fail(context, path, "expected true or false", node);

/** Reads a whole number. */
export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Reader<number> {
  const range = max === Number.MAX_SAFE_INTEGER ? `of ${min} or more` : `from ${min} to ${max}`;
  return (node, path, context) => {
    // Digits in groups, as in 400_000, are text for YAML.
    const value =
      node.type === "scalar" && /^\d+(?:_\d+)*$/.test(node.source) ? Number(node.source.replaceAll("_", "")) : NaN;
    return value >= min && value <= max ? value : fail(context, path, `expected a whole number ${range}`, node);
  };
}

/** Reads a number that may have decimal places. */
export function number(min: number, max: number): Reader<number> {
  return (node, path, context) =>
    node.type === "scalar" && typeof node.value === "number" && node.value >= min && node.value <= max
      ? node.value
      : fail(context, path, `expected a number from ${min} to ${max}`, node);
}

const unitsOfTime = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads a duration: a number of milliseconds, or a number with a unit, such as `30s`. */
export function duration(min: number, max: number = 2_147_483_647): Reader<number> {
  return (node, path, context) => {
    const found = node.type === "scalar" ? /^(\d+(?:\.\d+)?)\s?(ms|s|m|h|d)?$/.exec(node.source) : null;
    const value = found ? Number(found[1]) * unitsOfTime[(found[2] ?? "ms") as keyof typeof unitsOfTime] : NaN;
    if (value >= min && value <= max) return Math.round(value);
    return fail(
      context,
      path,
      `expected a duration in milliseconds from ${min} to ${max}, or with a unit, such as 30s`,
      node,
    );
  };
}

const unitsOfSize = { B: 1, kB: 1000, MB: 1_000_000, GB: 1e9, KiB: 1024, MiB: 1_048_576, GiB: 1_073_741_824 } as const;

/** Reads a size: a number of bytes, or a number with a unit, such as `32MiB`. */
export function bytes(min: number, max: number): Reader<number> {
  return (node, path, context) => {
    const found = node.type === "scalar" ? /^(\d+)\s?(B|kB|MB|GB|KiB|MiB|GiB)?$/.exec(node.source) : null;
    const value = found ? Number(found[1]) * unitsOfSize[(found[2] ?? "B") as keyof typeof unitsOfSize] : NaN;
    if (value >= min && value <= max) return value;
    return fail(context, path, `expected a size from ${min} to ${max} bytes, or with a unit, such as 32MiB`, node);
  };
}

/** Reads the URL of an API. A slash at its end is removed. */
export const baseURL: Reader<string> = (node, path, context) => {
  const value = text()(node, path, context);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && (url.username || url.password)) {
    context.report(path, "the URL contains a password. Use `apiKey` or `headers` with a reference to the environment.");
    return undefined;
  }
  const valid = url && /^https?:$/.test(url.protocol) && !/[?#]/.test(value);
  return valid
    ? value.replace(/\/+$/, "")
    : fail(context, path, "expected an http(s) URL without a query, such as http://127.0.0.1:8080/v1", node);
};

/** Reads a date or a time with a time zone as Unix milliseconds. A date begins at midnight UTC. */
export const time: Reader<number> = (node, path, context) => {
  const source = node.type === "scalar" ? node.source : "";
  const isTime = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(source);
  const value = isTime ? Date.parse(source) : NaN;
  return Number.isNaN(value)
    ? fail(context, path, "expected a date such as 2027-01-31 or a time such as 2027-01-31T12:00:00Z", node)
    : value;
};

/** Reads any value as JSON. */
export const anything: Reader<unknown> = (node, path, context) => {
  if (node.type === "scalar") return node.value;
  if (node.type === "list") return node.items.map((item, index) => anything(item, [...path, index], context));
  if (node.entries.has("__proto__")) {
    context.report([...path, "__proto__"], "the name is not allowed.", { atKey: true });
    return undefined;
  }
  return Object.fromEntries(
    [...node.entries].map(([name, { value }]) => [name, anything(value, [...path, name], context)]),
  );
};
