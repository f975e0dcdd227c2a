import { isObject, type Json, type JsonObject } from "../json.ts";
import { typesOf, type Place, type SchemasByName } from "./rule-context.ts";
import { reservedNames, type NamePlace } from "./reserved-names.ts";

/** The JSON types of values with a unit. The unit of an object is that of each number in it. */
const units: Readonly<Record<string, readonly string[]>> = {
  usd: ["number", "string"],
  usd_per_token: ["number", "string"],
  usd_per_million_tokens: ["number", "string"],
  tokens: ["number"],
  tokens_per_second: ["number", "object"],
  ms: ["number", "object"],
  s: ["number", "object"],
  unix_s: ["number"],
  unix_ms: ["number"],
  iso_8601: ["string"],
};

/** Checks `x-unit` of a property or a parameter. A value whose name or description mentions a unit has one. */
export function checkUnit(
  name: string,
  annotated: JsonObject,
  schema: JsonObject,
  at: Place,
  schemas: SchemasByName,
): void {
  const unit = annotated["x-unit"];
  const types = typesOf(schema, schemas).filter((type) => type !== "null");
  if (unit === undefined) {
    if (mentionsUnit(name, String(annotated.description), types))
      at.report("unit", `\`${name}\` has a unit; name it in \`x-unit\``);
    return;
  }
  const allowed = units[String(unit)];
  if (!allowed)
    at.report("unit", `\`x-unit\` must be one of ${Object.keys(units).join(", ")}, got ${String(unit)}`, "x-unit");
  else if (types.length === 0 || !types.every((type) => allowed.includes(type)))
    at.report("unit", `${String(unit)} must be the unit of ${allowed.join(" or ")}, got ${types.join(", ")}`, "x-unit");
}

function mentionsUnit(name: string, description: string, types: readonly string[]): boolean {
  if (types.length !== 1) return false;
  if (types[0] === "string") return /\bISO 8601\b|^(?:Maximum )?[Pp]rice per\b/.test(description);
  if (types[0] !== "number") return false;
  return (
    /\bUSD\b|\b[Mm]illiseconds\b|\b[Ss]econds\b|\bper second\b/.test(description) ||
    /(?:^|_)(?:cost|price|usd|ms|tokens)$/.test(name)
  );
}

/** Checks `x-secret` of a property: a string, or an object whose values are secrets. */
export function checkSecret(property: JsonObject, at: Place, schemas: SchemasByName): void {
  const secret = property["x-secret"];
  if (secret === undefined) return;
  if (secret !== true) at.report("secret", `\`x-secret\` must be true, got ${JSON.stringify(secret)}`, "x-secret");
  const types = typesOf(property, schemas).filter((type) => type !== "null");
  if (types.length !== 1 || !["string", "object"].includes(types[0]!))
    at.report("secret", `a secret must be a string or an object, got ${types.join(", ")}`, "x-secret");
}

/** Checks `x-name`: a name that a language reserves has another one there, and no other name has. */
export function checkName(
  name: string,
  node: JsonObject,
  where: NamePlace,
  at: Place,
  { isReceived = false }: { isReceived?: boolean } = {},
): void {
  const names = isObject(node["x-name"]) ? node["x-name"] : {};
  for (const [language, { keywords, places, attributes }] of Object.entries(reservedNames)) {
    const isReserved = (word: string): boolean =>
      (places.includes(where) && keywords.includes(word)) || (isReceived && attributes.includes(word));
    const other = names[language];
    if (isReserved(name) && other === undefined)
      at.report("reserved-names", `\`${name}\` is reserved in ${language}; add \`x-name: { ${language}: … }\``);
    if (!isReserved(name) && other !== undefined)
      at.report("reserved-names", `\`${name}\` is not reserved in ${language}; remove its \`x-name\``, "x-name");
    if (other !== undefined && (!isIdentifier(other) || isReserved(other)))
      at.report("reserved-names", `${JSON.stringify(other)} is not a name in ${language}`, "x-name");
  }
  for (const language of Object.keys(names))
    if (!(language in reservedNames))
      at.report(
        "reserved-names",
        `\`x-name\` must name one of ${Object.keys(reservedNames).join(", ")}, got ${language}`,
        "x-name",
      );
}

function isIdentifier(name: Json): name is string {
  return typeof name === "string" && /^[A-Za-z_]\w*$/.test(name);
}
