import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { resolve, type Contract, type Operation } from "./contract.ts";
import type { Files } from "./files.ts";
import type { Json, JsonObject } from "./source.ts";

/** Compiled validators of what operations receive: parameters and body. For the server; no compiler at run time. */
export function emitValidators({ document, operations }: Contract): Files {
  const ajv = new Ajv2020.default({ strict: false, allErrors: false, code: { source: true, esm: true, lines: true, optimize: 2 } });
  addFormats.default(ajv);
  const { schemas } = document.components as JsonObject;
  ajv.addSchema({ $id: "contract", components: { schemas: schemas! } });
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
  const imports: string[] = [];
  const body = code.replaceAll(/const (\w+) = require\("([^"]+)"\)(\.default|\.\w+)?(\[[^\]]+\]|\.\w+)*;?/g, (whole) => {
    imports.push(whole);
    return whole;
  });
  if (imports.length > 0) throw new Error(`The validators need a library at run time: ${imports.join(" ")}`);
  return {
    "validators.ts": `// @ts-nocheck\n${body.replaceAll(/^export const \w+ = \w+;$/gm, (line) => line.replace("export const", "const"))}

/** Operation → compiled validators of its parameters and its body. \`true\` when the value obeys the contract. */
export const validators: import("../operation.ts").InputValidators = {\n${entries.join(",\n")}\n};\n`,
  };
}

/** The schemas of an operation's path and query parameters (one object) and of its JSON body. */
export function inputSchemas(document: JsonObject, { node }: Operation): { parameters?: JsonObject; body?: JsonObject } {
  const parameters = ((node.parameters ?? []) as Json[]).map((item) => resolve(document, item)).filter((parameter) => parameter.in !== "header");
  const body = node.requestBody ? ((resolve(document, node.requestBody).content as JsonObject)["application/json"] as JsonObject).schema : undefined;
  return {
    ...(parameters.length > 0 && {
      parameters: {
        type: "object",
        required: parameters.filter(({ required }) => required).map(({ name }) => name!),
        properties: Object.fromEntries(parameters.map(({ name, schema }) => [String(name), schema!])),
      },
    }),
    ...(body !== undefined && { body: body as JsonObject }),
  };
}

function local(schema: JsonObject): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object;
}
