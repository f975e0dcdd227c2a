import type { Files } from "../output/files.ts";
import type { ApiModel, DiscriminatedUnion, NamedSchema, Operation, Property } from "../model/model.ts";
import { createImports, type Imports } from "./imports.ts";
import { layOut, type Layout, type Module } from "./layout.ts";
import { toFieldName } from "./names.ts";
import { listPages, type PageClass } from "./pages.ts";
import { indent, toArguments, toDocstring, toSource, wrap } from "./text.ts";
import { hiddenBuiltins, toDescription, toPropertyType, toType, type TypeStyle } from "./types.ts";

/** The response models: pydantic classes, in one file for each topic. */
export function emitModels(model: ApiModel): Files {
  const layout = layOutModels(model);
  const files = layout.modules.map((module): [string, string] => [
    `models/${module.name}.py`,
    printModule(module, layout, model),
  ]);
  return { "models/__init__.py": `"""The response models, by topic."""\n`, ...Object.fromEntries(files) };
}

/** Where each response model is. */
export function layOutModels({ schemas }: ApiModel): Layout {
  return layOut(schemas.filter(({ inResponses }) => inResponses));
}

function printModule({ name, schemas }: Module, layout: Layout, model: ApiModel): string {
  const imports = createImports();
  const context = {
    imports,
    layout,
    module: name,
    schemas: new Map(model.schemas.map((schema) => [schema.name, schema])),
  };
  const names = new Set(schemas.map((schema) => schema.name));
  const pages = listPages(model.operations).filter(({ model }) => names.has(model));
  const body = [
    ...schemas.map((schema) => printSchema(schema, context)),
    ...pages.map((page) => printPage(page, context)),
  ];
  const hides = pages.length > 0 ? "# pyright: reportIncompatibleMethodOverride=false\n" : "";
  return `${hides}${imports.print()}\n${body.join("\n\n")}`;
}

interface Context {
  readonly imports: Imports;
  readonly layout: Layout;
  readonly module: string;
  readonly schemas: ReadonlyMap<string, NamedSchema>;
}

function printSchema(schema: NamedSchema, context: Context): string {
  const { name, type } = schema;
  const { imports } = context;
  const style = toStyle(schema, context);
  if (type.kind !== "object") {
    const alias = `${name}: ${imports.use("typing", "TypeAlias")}`;
    const value = type.kind === "discriminated_union" ? toUnion(type, style, imports) : toType(type, style);
    return `${alias} = ${value}\n${toDocstring(wrap(toDescription(schema), 117))}`;
  }
  const base = imports.use("..._models", "Model as BaseModel");
  const fields = type.properties.map((property) => printField(property, schema, context, style));
  const body = `${toDocstring(wrap(toDescription(schema), 113))}\n${fields.join("")}`;
  return `class ${name}(${base}):\n${indent(body)}`;
}

function toStyle(schema: NamedSchema, { imports, layout, module }: Context): TypeStyle {
  const hidden = hiddenBuiltins(schema);
  const style: TypeStyle = {
    use: imports.use,
    builtin: (name) => (hidden.has(name) ? (imports.use("builtins", ""), `builtins.${name}`) : name),
    any: () => imports.use("typing", "Any"),
    list: (items) => `${style.builtin("list")}[${toType(items, style)}]`,
    map: (values) => `${style.builtin("dict")}[${style.builtin("str")}, ${values}]`,
    reference: (name) => {
      const owner = layout.moduleOf.get(name)!;
      return [owner === module ? name : imports.use(`.${owner}`, name)];
    },
  };
  return style;
}

/** A union whose tag selects the member. A member with an unknown tag is kept with all its fields. */
function toUnion(type: DiscriminatedUnion, style: TypeStyle, imports: Imports): string {
  const members = type.members.flatMap(({ schema, values }) =>
    values.map((value) => `${toSource(value)}: ${style.reference(schema)[0]}`),
  );
  const tagged = `${imports.use("..._models", "Tagged")}(${[toSource(type.discriminator), `{${members.join(", ")}}`, ...(type.open === undefined ? [] : style.reference(type.open))].join(", ")})`;
  return `${imports.use("typing", "Annotated")}[${toType({ ...type, nullable: false }, style)}, ${tagged}]`;
}

function printField(property: Property, schema: NamedSchema, context: Context, style: TypeStyle): string {
  const { imports } = context;
  const { name, type, required, secret } = property;
  const field = toFieldName(property);
  const isOpenTag = name === openTagOf(schema, context);
  const printed = isOpenTag ? imports.use("..._models", "UnknownTag") : toPropertyType(property, style);
  const isNullable = type.nullable || type.kind === "any" || required;
  const settings = {
    alias: field === name ? undefined : toSource(name),
    // The value of a secret appears in no representation of the model.
    repr: secret ? "False" : undefined,
  };
  const isPlain = Object.values(settings).every((setting) => setting === undefined);
  const args = toArguments({ default: required ? undefined : "None", ...settings });
  const value = !isPlain ? ` = ${imports.use("pydantic", "Field")}(${args})` : required ? "" : " = None";
  return `${field}: ${printed}${isNullable ? "" : " | None"}${value}\n${toDocstring(wrap(toDescription(property), 113))}`;
}

/** The tag of the schema, if it is the open member of a union. */
function openTagOf({ name }: NamedSchema, { schemas }: Context): string | undefined {
  for (const { type } of schemas.values())
    if (type.kind === "discriminated_union" && type.open === name) return type.discriminator;
  return undefined;
}

function printPage({ name, base, model, item }: PageClass, context: Context): string {
  const { imports, layout, module } = context;
  const owner = layout.moduleOf.get(item)!;
  const itemType = owner === module ? item : imports.use(`.${owner}`, item);
  const kind = base === "SyncPage" ? "`Patchbay`" : "`AsyncPatchbay`";
  const text = `A page of \`${model}\`, returned by ${kind}. Iterating it yields the items of all pages.`;
  return `class ${name}(${imports.use("..._pages", base)}[${itemType}], ${model}):\n${indent(toDocstring(text))}`;
}

/** The model of an operation's response or event, as `<module>.<Name>`. */
export function toModelPath(name: string, layout: Layout): string {
  return `${layout.moduleOf.get(name)!}.${name}`;
}

/** The classes of an operation's pages; undefined if it returns no pages. */
export function pagesOf(operation: Operation): { readonly sync: PageClass; readonly async: PageClass } | undefined {
  const [sync, async] = listPages([operation]);
  return sync && async && { sync, async };
}
