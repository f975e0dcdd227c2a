import { isObject, type Json, type JsonObject } from "../json.ts";
import { nameOfRef } from "./document.ts";
import { checkSecret, checkUnit } from "./annotation-rules.ts";
import { inside, refName, toList, typesOf, type Place, type SchemasByName } from "./rule-context.ts";
import type { JsonPath } from "./source.ts";

const forbidden = ["allOf", "unevaluatedProperties", "patternProperties", "not", "if", "dependentSchemas"];

/** Checks the rules of a schema and of the schemas inside it. */
export function checkSchema(schema: JsonObject, at: Place, schemas: SchemasByName, isNamed: boolean): void {
  if (schema.$ref !== undefined) return;
  for (const word of forbidden) {
    if (schema[word] !== undefined)
      at.report(word === "allOf" ? "no-all-of" : "open-object", `\`${word}\` is not allowed in this contract`, word);
  }
  checkForm(schema, at, isNamed);
  checkEnum(schema, at);
  for (const name of toList(schema["x-essential"]))
    if (!(String(name) in ((schema.properties ?? {}) as JsonObject)))
      at.report("essential", `"${String(name)}" is not a property of the schema`, "x-essential");
  if (schema.oneOf !== undefined) checkOneOf(schema, at, schemas);
  if (schema.anyOf !== undefined) checkAnyOf(schema, at, schemas);

  const below = (child: Json | undefined, ...path: JsonPath): void => {
    if (isObject(child)) checkSchema(child, inside(at, ...path), schemas, false);
  };
  for (const [name, property] of Object.entries((schema.properties ?? {}) as JsonObject)) {
    if (isObject(property) && !property.description && !property.$ref)
      at.report("described", `property \`${name}\` needs a description`, "properties", name);
    below(property, "properties", name);
    if (!isObject(property)) continue;
    checkUnit(name, property, property, inside(at, "properties", name), schemas);
    checkSecret(property, inside(at, "properties", name), schemas);
  }
  below(schema.items, "items");
  below(schema.additionalProperties, "additionalProperties");
  for (const word of ["anyOf", "oneOf"]) toList(schema[word]).forEach((member, index) => below(member, word, index));
}

function checkForm(schema: JsonObject, at: Place, isNamed: boolean): void {
  const { type } = schema;
  if (Array.isArray(type) && !(type.length === 2 && type[1] === "null"))
    at.report(
      "nullable-form",
      `a list of types must be [X, "null"], got ${JSON.stringify(type)}; use anyOf for other unions`,
      "type",
    );
  if (schema.additionalProperties === false)
    at.report(
      "open-object",
      "`additionalProperties: false` is not allowed, since every object accepts unknown fields; remove it",
      "additionalProperties",
    );
  if (["int32", "int64", "float", "double"].includes(String(schema.format)))
    at.report(
      "number-form",
      `\`format: ${String(schema.format)}\` is not allowed; use \`integer\` or \`number\` with limits`,
      "format",
    );
  if (schema.properties !== undefined && !isNamed && !schema.title)
    at.report("inline-object", "an inline object needs a `title`; prefer a named schema", "properties");
  if (schema.const !== undefined && schema.type === undefined)
    at.report("const-form", "a `const` needs a `type`", "const");
}

function checkEnum(schema: JsonObject, at: Place): void {
  const values = schema.enum ?? schema["x-extensible-enum"];
  if (values === undefined) return;
  if (schema.enum !== undefined && schema["x-extensible-enum"] !== undefined)
    at.report("enum-form", "a schema cannot have both `enum` and `x-extensible-enum`");
  if (schema.type === undefined) at.report("enum-form", "an enum needs a `type`");
  const list = toList(values);
  if (schema.enum !== undefined && list.length === 1)
    at.report("const-form", "an enum with one value must be a `const`", "enum");
  const descriptions = isObject(schema["x-enumDescriptions"]) ? schema["x-enumDescriptions"] : {};
  const missing = list.filter((value) => value !== null && !descriptions[String(value)]);
  const extra = Object.keys(descriptions).filter((key) => !list.some((value) => String(value) === key));
  if (missing.length > 0)
    at.report("described", `enum values need a description in \`x-enumDescriptions\`: ${missing.join(", ")}`);
  if (extra.length > 0) at.report("described", `\`x-enumDescriptions\` describes unknown values: ${extra.join(", ")}`);
}

function checkOneOf(schema: JsonObject, at: Place, schemas: SchemasByName): void {
  const { discriminator } = schema;
  if (!isObject(discriminator) || !isObject(discriminator.mapping) || typeof discriminator.propertyName !== "string") {
    return at.report("union-form", "`oneOf` needs a `discriminator` with a `mapping`", "oneOf");
  }
  const tag = discriminator.propertyName;
  const members = toList(schema.oneOf).map((member) => refName(member));
  if (members.includes(undefined)) return at.report("union-form", "every member of `oneOf` must be a `$ref`", "oneOf");
  const mapped = new Map(Object.entries(discriminator.mapping).map(([value, ref]) => [value, nameOfRef(String(ref))]));
  const open: string[] = [];
  const optional: string[] = [];
  for (const member of members as string[]) {
    const target = schemas.get(member)?.schema;
    const property = isObject(target?.properties) ? target.properties[tag] : undefined;
    const values = isObject(property) ? (property.const !== undefined ? [property.const] : toList(property.enum)) : [];
    const isRequired = toList(target?.required).includes(tag);
    if (isOpenTag(property) && isRequired) {
      open.push(member);
      continue;
    }
    if (values.length === 0)
      at.report("union-form", `${member} must require \`${tag}\` as a const, an enum or a string`, "oneOf");
    if (!isRequired) optional.push(member);
    for (const value of values) {
      if (mapped.get(String(value)) !== member)
        at.report("union-form", `\`mapping\` must map "${String(value)}" to ${member}`, "discriminator");
      mapped.delete(String(value));
    }
  }
  if (open.length > 1 || (open.length === 1 && open[0] !== members.at(-1)))
    at.report("union-form", `only the last member of \`oneOf\` can be open, got ${open.join(", ")}`, "oneOf");
  if (optional.length > 1)
    at.report("union-form", `\`${tag}\` can be optional in one member, got ${optional.join(", ")}`, "oneOf");
  if (mapped.size > 0)
    at.report(
      "union-form",
      `\`mapping\` has values that no member has: ${[...mapped.keys()].join(", ")}`,
      "discriminator",
    );
}

/** Whether a tag can have any value: a plain string without known values. */
function isOpenTag(property: Json | undefined): boolean {
  return (
    isObject(property) &&
    property.type === "string" &&
    property.const === undefined &&
    property.enum === undefined &&
    property["x-extensible-enum"] === undefined
  );
}

function checkAnyOf(schema: JsonObject, at: Place, schemas: SchemasByName): void {
  const types = toList(schema.anyOf).flatMap((member) => typesOf(member, schemas));
  const duplicates = types.filter((type, index) => types.indexOf(type) !== index);
  if (duplicates.length > 0)
    at.report(
      "union-form",
      `members of \`anyOf\` must differ in their JSON type, got several of ${[...new Set(duplicates)].join(", ")}`,
      "anyOf",
    );
}
