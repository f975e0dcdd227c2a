import { didYouMean } from "../validation/did-you-mean.ts";
import { showValue } from "../json/show-value.ts";
import { isRecord, list, milliseconds, object, wrong, type RuleFault } from "../rules/check.ts";
import { checkFault, faultKinds } from "./check-fault.ts";
import { checkReply } from "../rules/check-outcome.ts";
import type { Fault } from "./fault.ts";
import type { RuleReplyObject } from "../rules/rule.ts";

/** The header by which one request asks for faults, and by which its answer names them. */
export const faultHeader = "x-patchbay-fault";

const longest = 2000;
const mostFaults = 20;
const faultList = list(checkFault, mostFaults);
const delayItem = object({ delay: milliseconds });

/** What a request asks for by its header: faults, a delay, and the status of an answer in place of the service's. */
export interface AskedFaults {
  readonly faults: readonly Fault[];
  readonly answer: RuleReplyObject | undefined;
  /** Milliseconds before the answer begins. */
  readonly delay: number;
}

/**
 * Reads the header `x-patchbay-fault`: kinds with their fields, such as `stall;afterEvents=2;ms=500, missing_done`; a delay, such as `delay=100`; a status,
 * such as `429;retryAfter=2`; or faults as JSON. Gives the mistakes otherwise.
 */
export function readFaultHeader(text: string): AskedFaults | readonly RuleFault[] {
  if (text.length > longest) return wrong("", `has ${text.length} characters; at most ${longest} are allowed.`);
  const items = /^\s*[[{]/.test(text) ? readJson(text) : readItems(text);
  if (!items) return wrong("", `is not valid JSON: ${showValue(text)}`);
  if (items.length === 0)
    return wrong("", `is empty. Use one of ${faultKinds.join(", ")}, or a status from 400 to 599.`);
  const statuses = items.filter((item) => isRecord(item) && typeof item.status === "number" && item.kind === undefined);
  if (statuses.length > 1) return wrong("", "asks for two statuses, and an answer has one. Keep one of them.");
  const delays = items.filter(
    (item) => isRecord(item) && item.delay !== undefined && item.kind === undefined && item.status === undefined,
  );
  if (delays.length > 1) return wrong("", "asks for two delays. Keep one of them.");
  const [asked] = statuses as Item[];
  const [late] = delays as Item[];
  const faults = items.filter((item) => item !== asked && item !== late);
  const mistakes = [
    ...(asked ? checkStatus(asked) : []),
    ...(late ? delayItem(late, "") : []),
    ...describeKinds(faultList(faults, ""), faults),
  ];
  if (mistakes.length > 0) return mistakes;
  return { faults: faults as readonly Fault[], answer: asked && toRuleReply(asked), delay: Number(late?.delay ?? 0) };
}

type Item = Readonly<Record<string, unknown>>;

function readJson(text: string): unknown[] | undefined {
  try {
    return [JSON.parse(text) as unknown].flat(1);
  } catch {
    return undefined;
  }
}

/** Items apart by commas, each with its fields apart by semicolons; both may stand within quotes. */
function readItems(text: string): Item[] {
  return splitOutsideQuotes(text, ",")
    .map((item) => item.trim())
    .filter((item) => item !== "")
    .map((item) => {
      const [first = "", ...fields] = splitOutsideQuotes(item, ";").map((part) => part.trim());
      if (/^delay\s*=/.test(first)) return Object.fromEntries([readField(first), ...fields.map(readField)]);
      const head: [string, unknown] = /^\d+$/.test(first) ? ["status", Number(first)] : ["kind", first];
      const entries = fields.filter((field) => field !== "").map(readField);
      return Object.fromEntries([...entries, head]);
    });
}

function readField(field: string): [string, unknown] {
  const at = field.indexOf("=");
  if (at < 0) return [field, true];
  const written = field.slice(at + 1).trim();
  return [field.slice(0, at).trim(), readScalar(written)];
}

function readScalar(written: string): unknown {
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

function checkStatus(asked: Item): RuleFault[] {
  const unknown = Object.keys(asked).filter((name) => !statusFields.has(name));
  const { status, retryAfter } = asked;
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
    ...checkReply(toRuleReply(asked), ""),
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

/** A kind that is not known is said in the header's own words. */
function describeKinds(mistakes: readonly RuleFault[], faults: readonly unknown[]): readonly RuleFault[] {
  return mistakes.map(({ pointer, message }) => {
    const index = Number(/^\/(\d+)\/kind$/.exec(pointer)?.[1] ?? -1);
    const kind = isRecord(faults[index]) ? faults[index].kind : undefined;
    const hint = typeof kind === "string" ? didYouMean(kind, faultKinds) : "";
    return {
      pointer,
      message: `${message}${message.includes("no kind of fault") ? `, or a status from 400 to 599.${hint}` : ""}`,
    };
  });
}

/** A reply's faults in one header value. */
export function nameFaults(reports: readonly { kind: string; applied: boolean; reason?: string }[]): string {
  return reports.map(({ kind, applied, reason }) => (applied ? kind : `${kind} not applied (${reason})`)).join(", ");
}
