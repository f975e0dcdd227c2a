import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { resolve, type Contract, type Operation } from "../contract/read.ts";
import type { Files } from "../files.ts";
import { isObject, type Json, type JsonObject } from "../contract/source.ts";

/** As regular expressions, which are printed into the code; functions would be imported from a library. */
const formats = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  "date-time":
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
};

/** What compiled code imports from ajv, written out. */
const helpers: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length":
    "(text) => { let length = text.length; for (let at = 1; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) length--; return length; }",
  "ajv/dist/runtime/equal": "(a, b) => JSON.stringify(a) === JSON.stringify(b)",
};

/** Compiled validators of what operations receive: parameters and body. For the server; no compiler at run time. */
export function emitValidators({ document, operations }: Contract): Files {
  const ajv = new Ajv2020.default({
    strict: false,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  const { schemas } = document.components as JsonObject;
  ajv.addSchema({ $id: "contract", components: { schemas: withoutNotes(schemas!, true) } });
  const names: Record<string, string> = {};
  const entries: string[] = [];
  for (const operation of operations) {
    const key = operation.id.replaceAll(".", "_");
    const parts: string[] = [];
    for (const [part, schema] of Object.entries(inputSchemas(document, operation))) {
      const id = `${part}_${key}`;
      ajv.addSchema(local(schema), id);
      names[id] = id;
      parts.push(`${part}: ${id}`);
    }
    entries.push(`${JSON.stringify(operation.id)}: { ${parts.join(", ")} }`);
  }
  const code = standalone.default(ajv, names).replace('"use strict";', "");
  const body = code.replaceAll(/const (\w+) = require\("([^"]+)"\)\.default;/g, (_, name: string, library: string) => {
    const inline = helpers[library];
    if (!inline) throw new Error(`The validators need ${library} at run time.`);
    return `const ${name} = ${inline};`;
  });
  if (body.includes("require("))
    throw new Error("The validators need a library at run time that is not written out in `helpers`.");
  return {
    "validators.ts": `// @ts-nocheck\n${body.replaceAll(/export const (\w+ = \w+;)/g, "const $1")}

/** Operation → compiled validators of its parameters and its body. \`true\` when the value obeys the contract. */
export const validators: import("../operation.ts").InputValidators = {\n${entries.join(",\n")}\n};\n`,
  };
}

/** The schemas of an operation's path and query parameters (one object), of its headers and of its JSON body. */
function inputSchemas(document: JsonObject, { node }: Operation): Record<string, JsonObject> {
  const all = ((node.parameters ?? []) as Json[]).map((item) => resolve(document, item));
  const parameters = all.filter((parameter) => parameter.in !== "header");
  const headers = all.filter((parameter) => parameter.in === "header");
  const body = node.requestBody
    ? ((resolve(document, node.requestBody).content as JsonObject)["application/json"] as JsonObject).schema
    : undefined;
  return {
    ...(parameters.length > 0 && {
      parameters: {
        type: "object",
        required: parameters.filter(({ required }) => required).map(({ name }) => name!),
        properties: Object.fromEntries(parameters.map(({ name, schema }) => [String(name), schema!])),
      },
    }),
    headers: {
      type: "object",
      properties: Object.fromEntries(headers.map(({ name, schema }) => [String(name).toLowerCase(), schema!])),
    },
    ...(body !== undefined && { body: body as JsonObject }),
  };
}

const notes = new Set(["description", "title", "deprecated", "default", "discriminator", "example", "examples"]);

/** A schema without what does not decide; names of properties are not touched. */
function withoutNotes(schema: Json, isMap = false): Json {
  if (Array.isArray(schema)) return schema.map((item) => withoutNotes(item));
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => isMap || !(notes.has(key) || key.startsWith("x-")));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutNotes(value, !isMap && (key === "properties" || key === "schemas"))]),
  );
}

function local(schema: JsonObject): object {
  return JSON.parse(JSON.stringify(withoutNotes(schema)).replaceAll('"#/', '"contract#/')) as object;
}
