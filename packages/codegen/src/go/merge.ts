import type { ApiModel } from "../model/model.ts";
import { toGoString, toJsonString, toList, toLiteral, toMap, toStrings } from "./source.ts";

type Accumulator = ApiModel["mergePolicy"][string];
type EventRule = Accumulator["rules"][number];
type MergeStep = EventRule["steps"][number];
type PathStep = NonNullable<MergeStep["at"]>[number];
type Position = Exclude<PathStep, { readonly object: string }>;
type MergeRule = MergeStep["rule"];
type StructuredRule = Exclude<MergeRule, string>;
type Rule<Op extends StructuredRule["op"]> = Extract<StructuredRule, { readonly op: Op }>;

/** How the events of streams add up, as data. */
export function printMerge({ mergePolicy }: ApiModel): string {
  const entries = Object.entries(mergePolicy).map(([name, accumulator]) => [name, printAccumulator(accumulator)]);
  const type = "map[string]*contract.Accumulator";
  return `// Merge maps the accumulator of an operation to the way in which its events add up. It is made when the first stream is opened.
var Merge = sync.OnceValue(func() ${type} {
	return ${toMap(type, Object.fromEntries(entries) as Record<string, string>)}
})
`;
}

function printAccumulator({ initial, rules }: Accumulator): string {
  return toLiteral("", {
    Initial: toJsonString(initial),
    Rules: toList("[]contract.EventRule", rules.map(printEventRule)),
  });
}

function printEventRule({ when, has, steps }: EventRule): string {
  const conditions = Object.entries(when ?? {}).map(([path, patterns]) =>
    toLiteral("", { Path: toGoString(path), Patterns: toStrings(patterns) }),
  );
  return toLiteral("", {
    When: when && toList("[]contract.Condition", conditions),
    Has: has && toGoString(has),
    Steps: toList("[]contract.MergeStep", steps.map(printStep)),
  });
}

function printStep({ at, to, from, value, rule }: MergeStep): string {
  return toLiteral("", {
    At: at && toList("[]contract.PathStep", at.map(printPathStep)),
    To: to && toGoString(to),
    From: from && toGoString(from),
    Value: value === undefined ? undefined : toJsonString(value),
    Rule: printRule(rule, "contract.MergeRule"),
  });
}

function printPathStep(step: PathStep): string {
  return "object" in step
    ? toLiteral("", { Object: toGoString(step.object) })
    : toLiteral("", { List: toGoString(step.list), Position: printPosition(step) });
}

function printPosition({ index, numeric, id, missing, sparse, maxSkipped, create }: Omit<Position, "list">): string {
  return toLiteral("contract.Position", {
    Index: toGoString(index),
    Numeric: String(numeric === true),
    ID: id && toGoString(id),
    Missing: toGoString(missing),
    Sparse: String(sparse === true),
    MaxSkipped: String(maxSkipped ?? -1),
    Create: create && toJsonString(create),
  });
}

/** A rule. In a map, Go knows its type. */
function printRule(rule: MergeRule, type = ""): string {
  if (typeof rule === "string") return toLiteral(type, { Word: toGoString(rule) });
  switch (rule.op) {
    case "object":
      return toLiteral(type, { Object: `&${printObject(rule)}` });
    case "list":
      return toLiteral(type, {
        List: `&${toLiteral("contract.ListRule", { Position: printPosition(rule), Item: printObject(rule.item) })}`,
      });
    case "blocks":
      return toLiteral(type, { Blocks: `&${printBlocks(rule)}` });
    case "calls":
      return toLiteral(type, { Calls: `&${printCalls(rule)}` });
    default:
      return toLiteral(type, { Whole: `&contract.WholeRule{Lists: ${toTexts(rule.lists)}}` });
  }
}

function printObject({ fields, otherwise, rename, constants, defaults, emptyIsNullWith }: Rule<"object">): string {
  return toLiteral("contract.ObjectRule", {
    Fields:
      fields &&
      toMap(
        "map[string]contract.MergeRule",
        mapValues(fields, (rule) => printRule(rule)),
      ),
    Otherwise: otherwise && toGoString(otherwise),
    Rename: rename && toTexts(rename),
    Constants: constants && toMap("map[string]string", mapValues(constants, toJsonString)),
    Defaults: defaults && toMap("map[string]string", mapValues(defaults, toJsonString)),
    EmptyIsNullWith: emptyIsNullWith && toTexts(emptyIsNullWith),
  });
}

function printBlocks({ type, index, id, texts, continued, signature, signed }: Rule<"blocks">): string {
  return toLiteral("contract.BlocksRule", {
    Type: toGoString(type),
    Index: toGoString(index),
    ID: toGoString(id),
    Texts: toStrings(texts),
    Continued: toStrings(continued),
    Signature: toGoString(signature),
    Signed: toStrings(signed),
  });
}

function printCalls(rule: Rule<"calls">): string {
  return toLiteral("contract.CallsRule", {
    Index: toGoString(rule.index),
    ID: toGoString(rule.id),
    Type: toGoString(rule.type),
    Function: toGoString(rule.function),
    Name: toGoString(rule.name),
    Arguments: toGoString(rule.arguments),
    MaxSkipped: String(rule.maxSkipped),
    Initial: toJsonString(rule.initial),
    EmptyArguments: toGoString(rule.emptyArguments),
  });
}

function toTexts(values: Readonly<Record<string, string>>): string {
  return toMap("map[string]string", mapValues(values, toGoString));
}

function mapValues<T>(values: Readonly<Record<string, T>>, print: (value: T) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, print(value)]));
}
