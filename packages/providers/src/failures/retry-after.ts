type Headers = Readonly<Record<string, string>>;

/** Longest time that a response can ask to wait, in milliseconds: a day. */
const longest = 86_400_000;

/** Prefixes of headers whose `remaining` and `reset` belong together. */
const limitHeaders: readonly (readonly [prefix: string, suffixes: readonly string[]])[] = [
  ["x-ratelimit", ["", "-requests", "-tokens", "-requests-day", "-tokens-minute"]],
  ["anthropic-ratelimit", ["-requests", "-tokens", "-input-tokens", "-output-tokens"]],
  ["ratelimit", [""]],
];

/**
 * Milliseconds after which a retry can succeed, from 0 to one day; `undefined` if the response does not say. `Retry-After` and
 * `retry-after-ms` come first, then the resets of the limits that have nothing left.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const direct = readMs(headers["retry-after-ms"]) ?? readSecondsOrDate(headers["retry-after"], now);
  return clamp(direct ?? readResets(headers, now));
}

/** The longest reset of the limits that are used up; of all limits, if none says that it is. */
function readResets(headers: Headers, now: number): number | undefined {
  const used: number[] = [];
  const all: number[] = [];
  for (const [prefix, suffixes] of limitHeaders)
    for (const suffix of suffixes) {
      // Anthropic's headers name the limit first: `anthropic-ratelimit-tokens-reset`.
      const isNamedFirst = prefix.startsWith("anthropic");
      const name = (what: string): string =>
        isNamedFirst ? `${prefix}${suffix}-${what}` : `${prefix}-${what}${suffix}`;
      const reset = readReset(headers[name("reset")], now);
      if (reset === undefined) continue;
      all.push(reset);
      if (Number.parseFloat(headers[name("remaining")] ?? "") <= 0) used.push(reset);
    }
  const resets = used.length > 0 ? used : all;
  return resets.length === 0 ? undefined : Math.max(...resets);
}

/** A reset is a duration, a number of seconds, a Unix time in seconds or milliseconds, or a date. */
function readReset(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) {
    const amount = Number(value);
    if (amount > 1e11) return amount - now;
    return amount > 1e9 ? amount * 1000 - now : amount * 1000;
  }
  return parseDuration(value) ?? readDate(value, now);
}

const units: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** Milliseconds of a duration such as `6m0s`, `1.5s` or `20ms`; `undefined` for any other text. */
export function parseDuration(text: string): number | undefined {
  if (text.length > 40 || !/^(?:\d+(?:\.\d+)?(?:ms|[dhms]))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[dhms])/g)) sum += Number(amount) * units[unit!]!;
  return sum;
}

function readMs(value: string | undefined): number | undefined {
  return value !== undefined && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function readSecondsOrDate(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = readMs(value);
  return seconds === undefined ? (parseDuration(value) ?? readDate(value, now)) : seconds * 1000;
}

function readDate(value: string, now: number): number | undefined {
  // `Date.parse` accepts almost any text with a number in it. A date has a year and a time.
  if (!/\d{4}/.test(value) || !value.includes(":")) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time - now;
}

function clamp(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.ceil(Math.min(Math.max(ms, 0), longest));
}
