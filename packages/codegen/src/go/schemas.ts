import type { Files } from "../output/files.ts";
import type { NamedSchema } from "../model/model.ts";
import type { GoContext } from "./context.ts";
import { describeType, toComment } from "./docs.ts";
import { printEnum } from "./enums.ts";
import { printObject } from "./objects.ts";
import { printRedaction } from "./secrets.ts";
import { printToParam } from "./sent-back.ts";
import { toPlainType } from "./types.ts";
import { printDiscriminatedUnion, printUnion } from "./unions.ts";

/** The types of the contract, in one file for each topic. */
export function emitSchemas(context: GoContext): Files {
  const topics = Map.groupBy(context.model.schemas, ({ topic }) => topic);
  const files = [...topics].map(([topic, schemas]): [string, string] => {
    const body = schemas.map((schema) =>
      [printSchema, printToParam, printRedaction].map((print) => print(schema, context)).join("\n"),
    );
    return [`zz_generated_types_${topic.replaceAll("-", "_")}.go`, toFile(body.join("\n"))];
  });
  return Object.fromEntries(files);
}

/** A file of package patchbay with the imports that it uses. */
export function toFile(body: string): string {
  const imports = [
    ["context", "context"],
    ["fmt", "fmt"],
    ["iter", "iter"],
    ["log/slog", "slog"],
    ["slices", "slices"],
    ["", ""],
    ["github.com/patchbay/patchbay/packages/client-go/internal/codec", "codec"],
    ["github.com/patchbay/patchbay/packages/client-go/internal/generated", "generated"],
  ]
    .filter(([path, name]) => path === "" || new RegExp(String.raw`\b${name}\.[A-Z]`).test(body))
    .map(([path]) => (path === "" ? "" : `"${path}"`));
  const block = imports.some((line) => line !== "") ? `import (\n${imports.join("\n").trim()}\n)\n\n` : "";
  return `package patchbay\n\n${block}${body}`;
}

function printSchema(schema: NamedSchema, context: GoContext): string {
  const { type } = schema;
  switch (type.kind) {
    case "object":
      return printObject(schema, type, context);
    case "union":
      return printUnion(schema, type.members, context);
    case "discriminated_union":
      return printDiscriminatedUnion(schema, type, context);
    case "enum":
      return printEnum(schema, type, context);
    default: {
      const name = context.names.get(schema.name)!;
      return `${toComment(describeType(name, schema))}type ${name} ${toPlainType(type, context)}\n`;
    }
  }
}
