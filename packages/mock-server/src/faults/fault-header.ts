import { didYouMean } from "@patchbay/service/validation/did-you-mean";
import { tryParseJson } from "@patchbay/service/json/parse-json";
import { showValue } from "@patchbay/service/json/show-value";
import { isRecord, list, milliseconds, object, wrong, type RuleProblem } from "../rules/check.ts";
import { checkFault, faultKinds } from "./check-fault.ts";
import { checkReply } from "../rules/check-reply.ts";
import type { Fault } from "./fault.ts";
import type { RuleReplyObject } from "../rules/rule.ts";

/** The header with which a request sets faults for its own response, and in which the response lists them. */
export const faultHeader = "x-patchbay-fault";

const longestHeader = 2000;
const mostFaults = 20;
const faultList = list(checkFault, mostFaults);
const checkDelay = object({ delay: milliseconds });

/** What a request sets in the header: faults, a delay, and a status that replaces the response. */
export interface RequestedFaults {
  readonly faults: readonly Fault[];
  /** The error response for a status in the header. */
  readonly response: RuleReplyObject | undefined;
  /** Milliseconds before the response begins. */
  readonly delay: number;
}

/**
 * Parses the header `x-patchbay-fault`: kinds with their fields, such as `stall;afterEvents=2;ms=500, missing_done`; a delay,
 * such as `delay=100`; a status, such as `429;retryAfter=2`; or faults as JSON. Returns the mistakes of an invalid header.
 */
export function parseFaultHeader(text: string): RequestedFaults | readonly RuleProblem[] {
  if (text.length > longestHeader)
    return wrong("", `has ${text.length} characters; at most ${longestHeader} are allowed.`);
  const items = /^\s*[[{]/.test(text) ? parseJsonItems(text) : parseItems(text);
  if (!items) return wrong("", `is not valid JSON: ${showValue(text)}`);
  if (items.length === 0)
    return wrong("", `is empty. Use one of ${faultKinds.join(", ")}, or a status from 400 to 599.`);
  const statuses = items.filter((item) => isRecord(item) && typeof item.status === "number" && item.kind === undefined);
  if (statuses.length > 1) return wrong("", "sets two statuses, and a response has one. Keep one of them.");
  const delays = items.filter(
    (item) => isRecord(item) && item.delay !== undefined && item.kind === undefined && item.status === undefined,
  );
  if (delays.length > 1) return wrong("", "sets two delays. Keep one of them.");
  const [statusItem] = statuses as Item[];
  const [delay] = delays as Item[];
  const faults = items.filter((item) => item !== statusItem && item !== delay);
  const mistakes = [
    ...(statusItem ? checkStatus(statusItem) : []),
    ...(delay ? checkDelay(delay, "") : []),
    ...describeKinds(faultList(faults, ""), faults),
  ];
  if (mistakes.length > 0) return mistakes;
  return {
    faults: faults as readonly Fault[],
    response: statusItem && toRuleReply(statusItem),
    delay: Number(delay?.delay ?? 0),
  };
}

type Item = Readonly<Record<string, unknown>>;

function parseJsonItems(text: string): unknown[] | undefined {
  const parsed = tryParseJson(text);
  return parsed === undefined ? undefined : [parsed].flat(1);
}

/** Parses items separated by commas, with fields separated by semicolons. Quotes protect both separators. */
function parseItems(text: string): Item[] {
  return splitOutsideQuotes(text, ",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => {
      const [first = "", ...fields] = splitOutsideQuotes(item, ";").map((part) => part.trim());
      if (/^delay\s*=/.test(first)) return Object.fromEntries([parseField(first), ...fields.map(parseField)]);
      const head: [string, unknown] = /^\d+$/.test(first) ? ["status", Number(first)] : ["kind", first];
      const entries = fields.filter((field) => field !== "").map(parseField);
      return Object.fromEntries([...entries, head]);
    });
}

function parseField(field: string): [string, unknown] {
  const at = field.indexOf("=");
  if (at < 0) return [field, true];
  const written = field.slice(at + 1).trim();
  return [field.slice(0, at).trim(), parseScalar(written)];
}

function parseScalar(written: string): unknown {
  if (/^".*"$/s.test(written)) return written.slice(1, -1).replaceAll(/\\(["\\])/g, "$1");
  if (/^-?\d+(?:\.\d+)?$/.test(written)) return Number(written);
  return written === "null" ? null : written;
}

function splitOutsideQuotes(text: string, mark: string): string[] {
  const parts = [""];
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (isQuoted && character === "\\" && index + 1 < text.length) {
      parts[parts.length - 1] += character + text[++index]!;
      continue;
    }
    if (character === '"') isQuoted = !isQuoted;
    if (character === mark && !isQuoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

const statusFields: ReadonlySet<string> = new Set(["status", "message", "retryAfter"]);

function checkStatus(item: Item): RuleProblem[] {
  const unknown = Object.keys(item).filter((name) => !statusFields.has(name));
  const { status, retryAfter } = item;
  return [
    ...unknown.flatMap((name) =>
      wrong(
        `/${name}`,
        `is unknown together with a status; use message, retryAfter.${didYouMean(name, [...statusFields])}`,
      ),
    ),
    ...(typeof status === "number" && status >= 400 && status <= 599
      ? []
      : wrong("/status", `expected a status from 400 to 599, got ${showValue(status)}`)),
    ...(retryAfter === undefined || (typeof retryAfter === "number" && retryAfter >= 0)
      ? []
      : wrong("/retryAfter", `expected a number of seconds, got ${showValue(retryAfter)}`)),
    ...checkReply(toRuleReply(item), ""),
  ].filter((one, index, all) => all.findIndex(({ pointer }) => pointer === one.pointer) === index);
}

function toRuleReply({ status, message, retryAfter }: Item): RuleReplyObject {
  const headers = retryAfter === undefined ? undefined : { "retry-after": retryAfter as number };
  return {
    status: status as number,
    ...(message !== undefined && { message: String(message) }),
    ...(headers && { headers }),
  };
}

/** Adds to the message for an unknown kind what else the header accepts, and the nearest kind. */
function describeKinds(mistakes: readonly RuleProblem[], faults: readonly unknown[]): readonly RuleProblem[] {
  return mistakes.map(({ pointer, message }) => {
    const index = Number(/^\/(\d+)\/kind$/.exec(pointer)?.[1] ?? -1);
    const kind = isRecord(faults[index]) ? faults[index].kind : undefined;
    const hint = typeof kind === "string" ? didYouMean(kind, faultKinds) : "";
    return {
      pointer,
      message: `${message}${message.includes("not a valid kind of fault") ? `, or a status from 400 to 599.${hint}` : ""}`,
    };
  });
}

/** Formats the faults of a reply as one header value. */
export function formatFaults(reports: readonly { kind: string; applied: boolean; reason?: string }[]): string {
  return reports.map(({ kind, applied, reason }) => (applied ? kind : `${kind} not applied (${reason})`)).join(", ");
}
