import { showValue } from "../json/show-value.ts";
import { integer, isRecord, milliseconds, object, oneOf, text, value, wrong, type Check } from "../rules/check.ts";
import { headerString } from "../rules/check-header.ts";
import type { Fault } from "./fault.ts";

/** The longest padding of the fault `huge`, in bytes. */
const mostPadding = 16_777_216;
const mostComments = 1000;

const events = integer(0, 1_000_000);
const bytes = integer(0, 268_435_456);
const place = { afterEvents: events, afterBytes: bytes };
const errorStatus = integer(400, 599);
const message = text(10_000);

interface Shape {
  readonly fields: Readonly<Record<string, Check>>;
  readonly required?: readonly string[];
}

/** Kind of fault → its fields. */
const shapes: Readonly<Record<Fault["kind"], Shape>> = {
  refused: { fields: {} },
  reset: { fields: place },
  cut: { fields: place },
  stall: { fields: { ...place, ms: milliseconds } },
  slow: { fields: { ms: milliseconds }, required: ["ms"] },
  comments: { fields: { count: integer(0, mostComments), everyMs: milliseconds } },
  "error-chunk": { fields: { afterEvents: events, status: errorStatus, message } },
  "error-in-200": { fields: { status: errorStatus, message } },
  malformed: { fields: { afterEvents: events } },
  "no-done": { fields: {} },
  "content-type": { fields: { value: headerString } },
  whitespace: { fields: { text: text(65_536) } },
  usage: { fields: { how: oneOf("missing", "twice") }, required: ["how"] },
  "finish-reason": {
    fields: {
      value: value(
        (given) => given === null || (typeof given === "string" && given.length <= 1000),
        "a string or null",
      ),
    },
    required: ["value"],
  },
  arguments: { fields: {} },
  huge: { fields: { bytes: integer(0, mostPadding) }, required: ["bytes"] },
};

/** The kinds of faults. */
export const faultKinds: readonly string[] = Object.keys(shapes);

const checks = new Map(
  Object.entries(shapes).map(([kind, { fields, required = [] }]) => [
    kind,
    object({ kind: text(100), ...fields }, required),
  ]),
);

/** Finds the mistakes in a fault. */
export const checkFault: Check = (fault, pointer) => {
  if (!isRecord(fault)) return wrong(pointer, `expected an object such as {"kind": "reset"}, got ${showValue(fault)}`);
  const { kind } = fault;
  const check = typeof kind === "string" ? checks.get(kind) : undefined;
  if (check) return check(fault, pointer);
  const shown = kind === undefined ? "nothing" : showValue(kind);
  return wrong(`${pointer}/kind`, `${shown} is no kind of fault; use ${faultKinds.join(", ")}`);
};
