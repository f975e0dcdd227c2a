import { defineObject as object, list, map, oneOf, text, type Schema } from "./schema-builders.ts";

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });
const count: Schema = { type: "integer", minimum: 0 };
const fields: Schema = { type: "object" };
const position = {
  index: text,
  "numeric?": { const: true },
  "id?": text,
  missing: oneOf("append", "last", "place", "ignore"),
  "sparse?": { const: true },
  "maxSkipped?": count,
  "create?": fields,
};

const words =
  "append auto concat extend extend_filled filled first first_or_last ignore join json known put replace text".split(
    " ",
  );

/** The JSON Schema of `policies/merge.yaml`. */
export const mergeSchema: Schema = {
  ...map(object({ initial: fields, rules: list(ref("eventRule")) })),
  $defs: {
    eventRule: object({ "when?": map(list(text)), "has?": text, steps: list(ref("step")) }),
    step: object({ "at?": list(ref("pathStep")), "to?": text, "from?": text, "value?": text, rule: ref("rule") }),
    pathStep: { anyOf: [object({ object: text }), object({ list: text, ...position })] },
    word: oneOf(...words),
    rule: { anyOf: [ref("word"), ref("object"), ref("list"), ref("blocks"), ref("calls"), ref("whole")] },
    object: object({
      op: { const: "object" },
      "fields?": map(ref("rule")),
      "otherwise?": { anyOf: [ref("word"), oneOf("last", "first_and_last")] },
      "rename?": map(text),
      "constants?": fields,
      "defaults?": fields,
      "emptyIsNullWith?": map(text),
    }),
    list: object({ op: { const: "list" }, ...position, item: ref("object") }),
    blocks: object({
      op: { const: "blocks" },
      type: text,
      index: text,
      id: text,
      texts: list(text),
      continued: list(text),
      signature: text,
      signed: list(text),
    }),
    calls: object({
      op: { const: "calls" },
      index: text,
      id: text,
      type: text,
      function: text,
      name: text,
      arguments: text,
      maxSkipped: count,
      initial: fields,
      emptyArguments: text,
    }),
    whole: object({ op: { const: "whole" }, lists: map(oneOf("keep", "keep_if_empty", "put")) }),
  },
};
