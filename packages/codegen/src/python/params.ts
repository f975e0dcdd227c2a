import type { Files } from "../output/files.ts";
import type { ApiModel, NamedSchema, Property, Type } from "../model/model.ts";
import { createImports, type Imports } from "./imports.ts";
import { layOut, type Layout, type Module } from "./layout.ts";
import { layOutModels } from "./models.ts";
import { listModelRequests, printModelIds, toModelIdType } from "./model-ids.ts";
import { isIdentifier, nameParams } from "./names.ts";
import { indent, toDocstring, toSource, wrap } from "./text.ts";
import { hiddenBuiltins, toDescription, toPropertyType, toType, type TypeStyle } from "./types.ts";

/** The types of requests: typed dictionaries, in one file for each topic. */
export function emitParams(model: ApiModel): Files {
  const context = createParamsContext(model);
  const files = context.params.modules.map((module): [string, string] => [
    `params/${module.name}.py`,
    printModule(module, context),
  ]);
  return {
    "params/__init__.py": `"""The types of requests, by topic."""\n`,
    "params/model_ids.py": printModelIds(model),
    ...Object.fromEntries(files),
  };
}

/** Where the types of requests are, and their names. */
export interface ParamsContext {
  readonly params: Layout;
  readonly models: Layout;
  readonly names: ReadonlyMap<string, string>;
  readonly schemas: ReadonlyMap<string, NamedSchema>;
  /** Schema of requests → the schemas of responses that it accepts as well. */
  readonly sentBack: ReadonlyMap<string, readonly { readonly name: string }[]>;
  /** The schemas of the requests whose models have the type `ModelId`. */
  readonly modelRequests: ReadonlySet<string>;
}

export function createParamsContext(model: ApiModel): ParamsContext {
  const models = layOutModels(model);
  return {
    // An enum that responses contain is printed with the models.
    params: layOut(
      model.schemas.filter(
        ({ name, type, inRequests }) => inRequests && !(type.kind === "enum" && models.moduleOf.has(name)),
      ),
    ),
    models,
    names: nameParams(model),
    schemas: new Map(model.schemas.map((schema) => [schema.name, schema])),
    sentBack: Map.groupBy(
      model.schemas.flatMap(({ name, sentBackAs }) => (sentBackAs === undefined ? [] : [{ name, sentBackAs }])),
      ({ sentBackAs }) => sentBackAs,
    ),
    modelRequests: listModelRequests(model),
  };
}

/** How requests spell types. `from` leads to `generated/` from the file. */
export function createParamsStyle(
  context: ParamsContext,
  imports: Imports,
  { module, hidden }: { readonly module?: string; readonly hidden: ReadonlySet<string> },
): TypeStyle {
  const useParam = (name: string): string => {
    const owner = context.params.moduleOf.get(name)!;
    const param = context.names.get(name)!;
    return owner === module ? param : imports.use(module === undefined ? `..params.${owner}` : `.${owner}`, param);
  };
  const useModel = (name: string): string => imports.use(`..models.${context.models.moduleOf.get(name)!}`, name);
  const style: TypeStyle = {
    use: imports.use,
    builtin: (name) => (hidden.has(name) ? (imports.use("builtins", ""), `builtins.${name}`) : name),
    any: () => style.builtin("object"),
    list: (items) =>
      isText(items, context)
        ? `${style.builtin("list")}[${toType(items, style)}]`
        : `${imports.use("collections.abc", "Iterable")}[${toType(items, style)}]`,
    map: (values) => `${imports.use("collections.abc", "Mapping")}[${style.builtin("str")}, ${values}]`,
    reference: (name) => {
      const { type, inResponses } = context.schemas.get(name)!;
      if (type.kind === "enum") return [inResponses ? useModel(name) : useParam(name)];
      // The members of a union contain their models.
      const isUnion = type.kind === "discriminated_union";
      if (isUnion) return [useParam(name)];
      const models = [
        ...(inResponses ? [name] : []),
        ...(context.sentBack.get(name) ?? []).map((schema) => schema.name),
      ];
      return [useParam(name), ...models.map(useModel)];
    },
  };
  return style;
}

/** Whether values are strings. Lists of them are not `Iterable`, because a string is an iterable of strings. */
function isText(type: Type, { schemas }: Pick<ParamsContext, "schemas">): boolean {
  const target = type.kind === "reference" ? schemas.get(type.name)!.type : type;
  return target.kind === "string" || ((target.kind === "enum" || target.kind === "const") && target.base === "string");
}

function printModule({ name, schemas }: Module, context: ParamsContext): string {
  const imports = createImports();
  const body = schemas.map((schema) => {
    const style = createParamsStyle(context, imports, { module: name, hidden: hiddenBuiltins(schema) });
    return printSchema(schema, { context, imports, style });
  });
  return `${imports.print()}\n${body.join("\n\n")}`;
}

interface Printing {
  readonly context: ParamsContext;
  readonly imports: Imports;
  readonly style: TypeStyle;
}

function printSchema(schema: NamedSchema, printing: Printing): string {
  const { context, imports, style } = printing;
  const name = context.names.get(schema.name)!;
  const { type } = schema;
  if (type.kind !== "object")
    return `${name}: ${imports.use("typing", "TypeAlias")} = ${toType(type, style)}\n${toDocstring(wrap(toDescription(schema), 117))}`;

  const typedDict = imports.use("typing_extensions", "TypedDict");
  const reserved = type.properties.filter((property) => !isIdentifier(property.name));
  const fields = type.properties.filter((property) => isIdentifier(property.name));
  const body = [
    toDocstring(wrap(toDescription(schema), 113)),
    ...fields.map((property) => printField(property, schema.name, printing)),
  ];
  if (reserved.length === 0)
    return `class ${name}(${typedDict}):\n${indent(body.join("\n").replaceAll(/\n\n(?=\w+:)/g, "\n"))}`;

  const base = `_${name}Base`;
  const keys = reserved.map(
    (property) => `${toSource(property.name)}: ${toFieldType(property, schema.name, printing)}`,
  );
  const notes = reserved.map((property) => `${property.name}: ${property.description}`).join("\n\n");
  return `${base} = ${typedDict}("${base}", {${keys.join(", ")}})

class ${name}(${base}):
${indent([toDocstring(wrap(`${toDescription(schema)}\n\n${notes}`, 113)), ...body.slice(1)].join("\n"))}`;
}

function toFieldType(property: Property, schema: string, { context, imports, style }: Printing): string {
  const printed = toModelIdType(property, schema, context, ".model_ids", style) ?? toPropertyType(property, style);
  return property.required ? printed : `${imports.use("typing_extensions", "NotRequired")}[${printed}]`;
}

function printField(property: Property, schema: string, printing: Printing): string {
  return `${property.name}: ${toFieldType(property, schema, printing)}\n${toDocstring(wrap(toDescription(property), 113))}`;
}
