import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Files } from "../files.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ApiModel, Operation } from "../model/model.ts";
import { withSelectedMembers } from "./select-members.ts";
import { withoutErrors } from "./without-errors.ts";

/** Regular expressions, since they can be printed into the code. Functions would be imported from a library. */
const formats = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  "date-time":
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/,
};

/** The source of what compiled code imports from ajv. */
const helpers: Readonly<Record<string, string>> = {
  "ajv/dist/runtime/ucs2length":
    "(text) => { let length = text.length; for (let at = 1; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800) length--; return length; }",
  "ajv/dist/runtime/equal": "(a, b) => JSON.stringify(a) === JSON.stringify(b)",
};

/** Compiled validators of the parameters and bodies of operations, so that the server needs no compiler at run time. */
export function emitValidators({ documents, operations }: ApiModel): Files {
  const ajv = new Ajv2020.default({
    strict: false,
    discriminator: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, optimize: 2 },
  });
  // The contract has neither `unevaluatedProperties` nor `$dynamicRef`. What they need would be most of the code.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  for (const [name, pattern] of Object.entries(formats)) ajv.addFormat(name, pattern);
  const { schemas } = documents.bundled.components as JsonObject;
  ajv.addSchema({
    $id: "contract",
    components: { schemas: withoutAnnotations(withSelectedMembers(schemas as JsonObject), true) },
  });
  const names: Record<string, string> = {};
  const entries: string[] = [];
  for (const operation of operations) {
    const key = operation.id.replaceAll(".", "_");
    const parts: string[] = [];
    for (const [part, schema] of Object.entries(toInputSchemas(operation))) {
      const id = `${part}_${key}`;
      ajv.addSchema(local(schema), id);
      names[id] = id;
      parts.push(`${part}: ${id}`);
    }
    entries.push(`${JSON.stringify(operation.id)}: { ${parts.join(", ")} }`);
  }
  const code = withoutErrors(standalone.default(ajv, names).replace('"use strict";', ""));
  const body = code.replaceAll(/const (\w+) = require\("([^"]+)"\)\.default;/g, (_, name: string, library: string) => {
    const inline = helpers[library];
    if (!inline) throw new Error(`The validators import ${library} at run time. Add its source to \`helpers\`.`);
    return `const ${name} = ${inline};`;
  });
  if (body.includes("require("))
    throw new Error("The validators import a library at run time. Add its source to `helpers`.");
  return {
    "validators.ts": `// @ts-nocheck\n${body.replaceAll(/export const (\w+ = \w+;)/g, "const $1")}

/** Operation → compiled validators of its parameters and body. They return \`true\` if the value conforms to the contract. */
export const validators: import("@patchbay/spec").InputValidators = {\n${entries.join(",\n")}\n};\n`,
  };
}

/** The schemas of an operation's path and query parameters (one object), of its headers and of its JSON body. */
function toInputSchemas({ parameters: { path, query, header }, body }: Operation): Record<string, JsonObject> {
  const parameters = [...path, ...query];
  return {
    ...(parameters.length > 0 && {
      parameters: {
        type: "object",
        required: parameters.filter(({ required }) => required).map(({ name }) => name),
        properties: Object.fromEntries(parameters.map(({ name, jsonSchema }) => [name, jsonSchema])),
      },
    }),
    headers: {
      type: "object",
      properties: Object.fromEntries(header.map(({ name, jsonSchema }) => [name.toLowerCase(), jsonSchema])),
    },
    ...(body && { body: body.jsonSchema }),
  };
}

const annotations = new Set(["description", "title", "deprecated", "default", "example", "examples"]);

/** Removes the keywords that validate nothing. Property names are preserved. */
function withoutAnnotations(schema: Json, isMap = false): Json {
  if (Array.isArray(schema)) return schema.map((item) => withoutAnnotations(item));
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => isMap || !(annotations.has(key) || key.startsWith("x-")));
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutAnnotations(value, !isMap && (key === "properties" || key === "schemas"))]),
  );
}

function local(schema: JsonObject): object {
  return JSON.parse(JSON.stringify(withoutAnnotations(schema)).replaceAll('"#/', '"contract#/')) as object;
}
