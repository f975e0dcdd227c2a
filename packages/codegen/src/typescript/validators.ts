import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import type { Files } from "../output/files.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { ApiModel, Operation } from "../model/model.ts";
import { declarationsOf, reachableFrom } from "./declarations.ts";
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
  const groups: Record<"eager" | "lazy", Group> = {
    eager: { ids: [], names: [], entries: [] },
    lazy: { ids: [], names: [], entries: [] },
  };
  for (const operation of operations) {
    const key = operation.id.replaceAll(".", "_");
    const parts: string[] = [];
    const group = lazyResources.has(operation.resource[0]!) ? groups.lazy : groups.eager;
    group.ids.push(operation.id);
    for (const [part, schema] of Object.entries(toInputSchemas(operation))) {
      const id = `${part}_${key}`;
      ajv.addSchema(local(schema), id);
      names[id] = id;
      group.names.push(id);
      parts.push(`${part}: ${id}`);
    }
    group.entries.push(`${JSON.stringify(operation.id)}: { ${parts.join(", ")} }`);
  }
  const code = withoutErrors(standalone.default(ajv, names).replace('"use strict";', ""));
  const body = code.replaceAll(/const (\w+) = require\("([^"]+)"\)\.default;/g, (_, name: string, library: string) => {
    const inline = helpers[library];
    if (!inline) throw new Error(`The validators import ${library} at run time. Add its source to \`helpers\`.`);
    return `const ${name} = ${inline};`;
  });
  if (body.includes("require("))
    throw new Error("The validators import a library at run time. Add its source to `helpers`.");
  return toFiles(body.replaceAll(/export const (\w+ = \w+;)/g, "const $1"), groups);
}

/** Operations of these resources are loaded on demand: their validators are larger than those of all others together. */
const lazyResources: ReadonlySet<string> = new Set(["responses", "messages"]);

/** The validators in two files, of which the second one is loaded on demand, and all of them in a third. */
function toFiles(code: string, { eager, lazy }: Readonly<Record<"eager" | "lazy", Group>>): Files {
  const declarations = new Map(declarationsOf(code).map(({ name, text }) => [name, text]));
  const used = reachableFrom(eager.names, declarations);
  const added = reachableFrom(lazy.names, declarations);
  const shared = [...added].filter((name) => used.has(name)).toSorted();
  const print = (names: ReadonlySet<string>): string =>
    [...declarations].flatMap(([name, text]) => (names.has(name) ? [text] : [])).join("\n");
  const own = new Set([...added].filter((name) => !used.has(name)));
  const doc =
    "/** Operation → compiled validators of its parameters and body. They return `true` if the value conforms to the contract. */";
  const type = 'import("@patchbay/spec").InputValidators';
  const table = (name: string, { ids, entries }: Group): string =>
    `${doc}\nexport const ${name}: Pick<${type}, ${ids.map((id) => JSON.stringify(id)).join(" | ")}> = {\n${entries.join(",\n")}\n};\n`;
  return {
    "eager-validators.ts": `// @ts-nocheck\n${print(used)}\nexport const shared: Record<string, any> = { ${shared.join(", ")} };\n\n${table("eagerValidators", eager)}`,
    "lazy-validators.ts": `// @ts-nocheck\nimport { shared } from "./eager-validators.ts";\nconst { ${shared.join(", ")} } = shared;\n${print(own)}\n\n${table("lazyValidators", lazy)}`,
    "validators.ts": `import { eagerValidators } from "./eager-validators.ts";
import { lazyValidators } from "./lazy-validators.ts";

${doc}
export const validators: ${type} = { ...eagerValidators, ...lazyValidators };
`,
  };
}

/** Operations whose validators are in one file. */
interface Group {
  readonly ids: string[];
  readonly names: string[];
  readonly entries: string[];
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
