import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { ApiModel, NamedSchema, Property } from "../model/model.ts";
import { readModel } from "../model/read.ts";
import { withNotice } from "../output/files.ts";
import { emitGoData, emitGoPackage } from "./emit.ts";
import { formatText } from "./format.ts";
import { createSmallApi } from "./testing/small-api.ts";

const root = resolve(import.meta.dirname, "../../../..");
const model = await readModel(join(root, "openapi"));
const smallApi = createSmallApi(model);
const emitted = { ...emitGoPackage(smallApi), ...emitGoData(smallApi) };
// The policies are those of the contract, so that a small API has none of its own.
const golden = Object.entries(emitted).filter(([name]) => !/policies|merge|codes|failures/.test(name));

test.each(golden)("a small API is printed as in golden/%s", async (name, text) => {
  await expect(formatText(text)).toMatchFileSnapshot(join(import.meta.dirname, "testing/golden", name));
});

test("the Go client is printed in the same way every time", () => {
  const copy = structuredClone(model);
  expect([emitGoPackage(model), emitGoData(model)]).toEqual([emitGoPackage(copy), emitGoData(copy)]);
});

test("formatted files do not change when they are formatted again", () => {
  for (const [, text] of golden) expect(formatText(formatText(text))).toBe(formatText(text));
});

const folders = [
  ["packages/client-go", emitGoPackage(model), "zz_generated_*"],
  ["packages/client-go/internal/generated", emitGoData(model), "*"],
] as const;

test.each(folders)(
  "the committed Go files in %s are those of the contract, and formatted",
  (folder, files, pattern) => {
    const committed = globSync(pattern, { cwd: join(root, folder) }).toSorted();
    expect(committed).toEqual(Object.keys(files).toSorted());
    const differ = Object.entries(files).filter(
      ([name, text]) => readFileSync(join(root, folder, name), "utf8") !== formatText(withNotice(name, text)),
    );
    // Names only: the difference of two files of this size takes minutes to print.
    expect(differ.map(([name]) => name)).toEqual([]);
  },
);

const printed = Object.values(emitGoPackage(model)).join("\n");
const data = Object.values(emitGoData(model)).join("\n");

test("every schema is a type, and every value of an enum a constant", () => {
  const types = [...printed.matchAll(/^type ([A-Z]\w*) /gm)].map(([, name]) => name!);
  const lower = new Set(types.map((name) => name.toLowerCase()));
  const missing = model.schemas
    .map(({ name }) => name.replace(/Request$/, "").toLowerCase())
    .filter((name) => !lower.has(name) && !lower.has(`${name}params`));
  expect(missing).toEqual([]);
  for (const { name, type } of model.schemas)
    if (type.kind === "enum")
      for (const { value } of type.values) expect(printed, name).toContain(` = ${JSON.stringify(value)}\n`);
});

test("every operation is a method and an entry of the data", () => {
  for (const { id, verb, stream, pagination } of model.operations) {
    const variable = id.split(".").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    const pattern = new RegExp(`^var ${variable.join("")} = &contract\\.Operation\\{`, "im");
    expect(data, id).toMatch(pattern);
    const calls = [...printed.matchAll(new RegExp(`generated\\.${variable.join("")}, `, "gi"))];
    expect(calls.length, `${id} ${verb}`).toBe(1 + (stream ? 1 : 0) + (pagination ? 1 : 0));
  }
});

test("every property and query parameter is a field with the name of the wire", () => {
  const tags = new Set([...printed.matchAll(/`(?:json|query):"([^",]+)/g)].map(([, name]) => name));
  const inputs = model.operations.flatMap(({ parameters }) => parameters.query.map(({ name }) => name));
  const names = model.schemas
    .flatMap(({ type }) => (type.kind === "object" ? type.properties : []))
    .map(({ name }) => name);
  expect([...names, ...inputs].filter((name) => !tags.has(name))).toEqual([]);
});

test("every exported name is unique in its package", () => {
  for (const text of [printed, data]) {
    const names = [
      ...text.matchAll(/^(?:type|var|func) ([A-Z]\w*)/gm),
      ...text.matchAll(/^([A-Z]\w*) (?:\w+ )?= ["-\d]/gm),
    ].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

test("every exported declaration has a comment, and that of a type or method begins with its name", () => {
  const lines = printed.split("\n");
  const problems = lines.flatMap((line, index) => {
    const name = /^(?:type|func(?: \(\w+ \*?\w+\))?) ([A-Z]\w*)/.exec(line)?.[1];
    if (name === undefined) return [];
    let start = index;
    while (lines[start - 1]!.startsWith("//")) start -= 1;
    return lines[start]!.startsWith(`// ${name}`) ? [] : [line];
  });
  expect(problems).toEqual([]);
});

test("comments are no longer than 110 columns and have no Markdown", () => {
  const comments = printed.split("\n").filter((line) => line.startsWith("//"));
  expect(comments.filter((line) => line.length > 110 && line.includes(" ", 3) && line.lastIndexOf(" ") > 3)).toEqual(
    [],
  );
  expect(comments.filter((line) => /`|\*\*|\]\(/.test(line))).toEqual([]);
});

/** The small API with another schema, or with one in place of that of the same name. */
function withSchema(changed: NamedSchema): ApiModel {
  const others = smallApi.schemas.filter(({ name }) => name !== changed.name);
  return { ...smallApi, schemas: [...others, changed] };
}

function withProperty(name: string, facts: Partial<Property> = {}): ApiModel {
  const range = smallApi.schemas.find((schema) => schema.name === "Range")!;
  if (range.type.kind !== "object") throw new Error("Range must be an object.");
  const [first] = range.type.properties;
  const properties = [...range.type.properties, { ...first!, name, ...facts }];
  return withSchema({ ...range, type: { ...range.type, properties } });
}

test("a name that two types have in Go is an error", () => {
  const range = smallApi.schemas.find(({ name }) => name === "Range")!;
  expect(() => emitGoPackage(withSchema({ ...range, name: "range" }))).toThrow(
    "The schemas Range and range have the same name in Go: Range. Rename one in openapi/.",
  );
});

test("a name that two fields of a type have in Go is an error", () => {
  expect(() => emitGoPackage(withProperty("From"))).toThrow(
    "Two properties of Range have the same name in Go: From. Give one of them an `x-name` for go.",
  );
});

test.each(["raw_json", "extra", "set_extra", "marshal_json", "to_param"])(
  "a property whose field would hide a method of all types is an error: %s",
  (name) => {
    expect(() => emitGoPackage(withProperty(name))).toThrow(
      "hides a method in Go. Give the property an `x-name` for go.",
    );
    expect(() => emitGoPackage(withProperty(name, { names: { go: "Renamed" } }))).not.toThrow();
  },
);

test("two values of an enum with the same name in Go are an error", () => {
  const mood = smallApi.schemas.find(({ name }) => name === "Mood")!;
  if (mood.type.kind !== "enum") throw new Error("Mood must be an enum.");
  const type = { ...mood.type, values: [...mood.type.values, { value: "Calm", description: "" }] };
  expect(() => emitGoPackage(withSchema({ ...mood, type }))).toThrow(
    "Go has the name MoodCalm twice: the value calm of Mood and the value Calm of Mood. Rename one in openapi/.",
  );
});

test("a constant with the name of a type is an error", () => {
  const range = smallApi.schemas.find(({ name }) => name === "Range")!;
  expect(() => emitGoPackage(withSchema({ ...range, name: "MoodCalm" }))).toThrow(
    "Go has the name MoodCalm twice: the schema MoodCalm and the value calm of Mood. Rename one in openapi/.",
  );
});

test("an object that contains itself without a list or a map is an error", () => {
  const loop = (name: string, target: string, facts: Partial<Property>): NamedSchema => {
    const range = smallApi.schemas.find((schema) => schema.name === "Range")!;
    if (range.type.kind !== "object") throw new Error("Range must be an object.");
    const type = { kind: "reference", name: target, nullable: false } as const;
    const properties = [{ ...range.type.properties[0]!, name: "next", type, ...facts }];
    return { ...range, name, type: { ...range.type, properties } };
  };
  const cycle = (facts: Partial<Property>): ApiModel => {
    const schemas = [...smallApi.schemas, loop("First", "Second", facts), loop("Second", "First", facts)];
    return { ...smallApi, schemas };
  };
  expect(() => emitGoPackage(cycle({ required: true }))).toThrow(
    "A type of Go cannot contain itself: First → Second → First. Make one of the properties optional in openapi/.",
  );
  expect(() => emitGoPackage(cycle({ required: false }))).not.toThrow();
});
