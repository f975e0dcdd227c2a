import { isObject, type Json, type JsonObject } from "../json.ts";
import { inside, refName, toList, type Place, type SchemasByName } from "./rule-context.ts";

/** An enum of the contract: a named schema, or an inline schema. */
interface EnumAt {
  /** The name of the schema; absent for an inline enum. */
  readonly name?: string;
  readonly schema: JsonObject;
  readonly place: Place;
  /** Whether it is the tag of a member of a union. */
  readonly isTag: boolean;
}

/** Every union and every enum has a name, so that no language needs to invent one. */
export function checkTypeNames(roots: readonly Place[], schemas: SchemasByName): void {
  const tags = listTags(schemas);
  const enums: EnumAt[] = [];
  const visit = (node: Json | undefined, place: Place): void => {
    if (Array.isArray(node)) return node.forEach((item, index) => visit(item, inside(place, index)));
    if (!isObject(node)) return;
    const name = place.path.length === 1 && schemas.has(String(place.path[0])) ? String(place.path[0]) : undefined;
    if (isUnion(node) && name === undefined)
      place.report("named-types", "an `anyOf` of several types must be a named schema; move it and refer to it");
    if (Array.isArray(node.enum) || Array.isArray(node["x-extensible-enum"])) {
      const isTag = tags.has(`${String(place.path[0])}/${String(place.path.at(-1))}`);
      enums.push({ ...(name !== undefined && { name }), schema: node, place, isTag });
    }
    for (const [key, value] of Object.entries(node)) visit(value, inside(place, key));
  };
  for (const root of roots) visit(valueAt(root), root);
  checkTitles(enums, schemas);
  checkEqualEnums(enums);
}

function checkTitles(enums: readonly EnumAt[], schemas: SchemasByName): void {
  const used = new Set(schemas.keys());
  for (const { name, schema, place } of enums) {
    if (name !== undefined) continue;
    const { title } = schema;
    if (typeof title !== "string" || !/^[A-Z]\w*$/.test(title))
      place.report("named-types", `an inline enum needs a \`title\` in upper camel case, got ${JSON.stringify(title)}`);
    else if (used.has(title))
      place.report("named-types", `another schema or enum has the name ${title}; choose another \`title\``, "title");
    else used.add(title);
  }
}

/** Two enums with the same values are one idea, or each has a name that distinguishes them. A tag is always inline. */
function checkEqualEnums(enums: readonly EnumAt[]): void {
  const keyOf = ({ schema }: EnumAt): string => {
    const values = toList(schema.enum ?? schema["x-extensible-enum"]).filter((value) => value !== null);
    return JSON.stringify([schema.enum === undefined, values.map(String).toSorted()]);
  };
  const untagged = enums.filter(({ isTag }) => !isTag);
  for (const equal of Map.groupBy(untagged, keyOf).values()) {
    if (equal.length === 1) continue;
    for (const { name, schema, place } of equal) {
      const others = equal.filter((other) => other.place !== place).map((other) => other.name ?? other.schema.title);
      if (name === undefined)
        place.report(
          "named-types",
          `${String(schema.title)} has the same values as ${others.join(", ")}; make it a named schema, or refer to one`,
        );
    }
  }
}

/** `<schema>/<property>` of each tag that selects the member of a union. */
function listTags(schemas: SchemasByName): ReadonlySet<string> {
  const tags = [...schemas.values()].flatMap(({ schema: { oneOf, discriminator } }) =>
    isObject(discriminator)
      ? toList(oneOf).map((member) => `${refName(member)}/${String(discriminator.propertyName)}`)
      : [],
  );
  return new Set(tags);
}

function isUnion({ anyOf }: JsonObject): boolean {
  return Array.isArray(anyOf) && anyOf.filter((member) => !isObject(member) || member.type !== "null").length > 1;
}

function valueAt({ source, path }: Place): Json {
  return path.reduce<Json>((value, key) => (value as JsonObject)[key]!, source.data);
}
