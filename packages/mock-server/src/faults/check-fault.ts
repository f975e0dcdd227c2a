import { showValue } from "@patchbay/service/json/show-value";
import {
  integer,
  isRecord,
  milliseconds,
  object,
  oneOf,
  text,
  value,
  wrong,
  type Check,
  type FieldChecks,
  type Fields,
} from "../rules/check.ts";
import { headerString } from "../rules/check-header.ts";
import { findRenamed } from "@patchbay/service/validation/renamed-names";
import type { Fault } from "./fault.ts";

/** The longest padding of the fault `oversized_event`, in bytes. */
const mostPadding = 16_777_216;
const mostComments = 1000;

const events = integer(0, 1_000_000);
const bytes = integer(0, 268_435_456);
const place = { afterEvents: events, afterBytes: bytes };
const errorStatus = integer(400, 599);
const message = text(10_000);

/** The fields of the faults of one kind. */
type FaultFields<Kind extends Fault["kind"]> = Omit<Extract<Fault, { kind: Kind }>, "kind">;

interface Shape<T> {
  readonly fields: FieldChecks<T>;
  readonly required?: readonly (keyof T)[];
}

/** Kind of fault → its fields. A new kind, or a new field of a kind, does not compile without its check. */
const shapes: { readonly [Kind in Fault["kind"]]: Shape<FaultFields<Kind>> } = {
  connection_refused: { fields: {} },
  connection_reset: { fields: place },
  connection_closed: { fields: { ms: milliseconds } },
  truncated: { fields: place },
  stall: { fields: { ...place, ms: milliseconds } },
  keep_alive_comments: { fields: { count: integer(0, mostComments), everyMs: milliseconds } },
  mid_stream_error: { fields: { afterEvents: events, status: errorStatus, message } },
  error_in_200: { fields: { status: errorStatus, message } },
  malformed_json: { fields: { afterEvents: events } },
  missing_done: { fields: {} },
  wrong_content_type: { fields: { value: headerString } },
  leading_whitespace: { fields: { text: text(65_536) } },
  usage: { fields: { how: oneOf("missing", "duplicate") }, required: ["how"] },
  finish_reason: {
    fields: {
      value: value(
        (given) => given === null || (typeof given === "string" && given.length <= 1000),
        "a string or null",
      ),
    },
    required: ["value"],
  },
  invalid_tool_arguments: { fields: {} },
  oversized_event: { fields: { bytes: integer(0, mostPadding) }, required: ["bytes"] },
};

/** The kinds of faults. */
export const faultKinds: readonly string[] = Object.keys(shapes);

const checks = new Map<string, Check>(
  Object.entries<Shape<Fields>>(shapes).map(([kind, { fields, required = [] }]) => [
    kind,
    object<string>({ kind: text(100), ...fields }, required),
  ]),
);

const slowWasRemoved =
  '"slow" was removed, since `delay` of the reply does the same: {"content": "Hi", "delay": 100}, or `delay=100` in the header x-patchbay-fault.';

/** Returns the mistakes in a fault. */
export const checkFault: Check = (fault, pointer) => {
  if (!isRecord(fault))
    return wrong(pointer, `expected an object such as {"kind": "connection_reset"}, got ${showValue(fault)}`);
  const { kind } = fault;
  const check = typeof kind === "string" ? checks.get(kind) : undefined;
  if (check) return check(fault, pointer);
  const newName = findRenamed(kind, faultKinds);
  if (newName !== undefined)
    return wrong(`${pointer}/kind`, `${showValue(kind)} was renamed to ${showValue(newName)}.`);
  if (kind === "slow") return wrong(`${pointer}/kind`, slowWasRemoved);
  const shown = kind === undefined ? "nothing" : showValue(kind);
  return wrong(`${pointer}/kind`, `${shown} is not a valid kind of fault; use ${faultKinds.join(", ")}`);
};
