import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { readModel } from "../model/read.ts";
import { withNotice } from "../output/files.ts";
import { emitPython } from "./emit.ts";
import { formatText } from "./format.ts";
import { createSmallApi } from "./testing/small-api.ts";

const root = resolve(import.meta.dirname, "../../../..");
const model = await readModel(join(root, "openapi"));
const smallApi = createSmallApi(model);
const golden = Object.entries(emitPython(smallApi)).filter(([name]) => !name.endsWith("policy.py"));

test.each(golden)("a small API is printed as in golden/%s", async (name, text) => {
  await expect(formatText(text)).toMatchFileSnapshot(join(import.meta.dirname, "testing/golden", name));
});

test("the Python client is printed in the same way every time", () => {
  expect(emitPython(model)).toEqual(emitPython(structuredClone(model)));
});

test("the committed Python files are those of the contract, and formatted", () => {
  const folder = join(root, "packages/client-python/src/patchbay_client/generated");
  const differ = Object.entries(emitPython(model)).filter(
    ([name, text]) => readFileSync(join(folder, name), "utf8") !== formatText(withNotice(name, text)),
  );
  // Names only: the difference of two files of this size takes minutes to print.
  expect(differ.map(([name]) => name)).toEqual([]);
});

test("a name that two types have in Python is an error", () => {
  const [first, ...others] = smallApi.schemas;
  const request = {
    ...first!,
    name: "Text",
    inResponses: false,
    type: { kind: "object", properties: [], open: false, nullable: false },
  } as const;
  const clash = { ...request, name: "TextParam", inResponses: true } as const;
  expect(() => emitPython({ ...smallApi, schemas: [first!, ...others, request, clash] })).toThrow(
    "The schemas TextParam and Text have the same name in Python: TextParam. Rename one in openapi/.",
  );
});

test("a recursive schema is an error", () => {
  const note = smallApi.schemas.find(({ name }) => name === "NoteError")!;
  const loop = {
    kind: "list",
    items: { kind: "reference", name: note.name, nullable: false },
    nullable: false,
  } as const;
  const schemas = [...smallApi.schemas.filter((schema) => schema !== note), { ...note, type: loop }];
  expect(() => emitPython({ ...smallApi, schemas })).toThrow(
    "Recursive schemas are not supported in Python: NoteError → NoteError.",
  );
});
