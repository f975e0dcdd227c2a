import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Unit } from "../model/model.ts";

/**
 * Turns open enums into closed ones and lists the known values in the description, as the third-party generators expect.
 * They would print the title of an inline enum as a line of its description.
 */
export function asEnums(document: JsonObject): JsonObject {
  return map(document, (node) => {
    const values = node["x-extensible-enum"] ?? node.enum;
    if (!Array.isArray(values)) return node;
    const { "x-extensible-enum": _, "x-enumDescriptions": descriptions, title: _title, ...rest } = node;
    const nullable = Array.isArray(node.type) && !values.includes(null) ? [null] : [];
    const lines = Object.entries((descriptions ?? {}) as JsonObject).map(
      ([value, text]) => `- \`${value}\`: ${String(text)}`,
    );
    return { ...rest, enum: [...values, ...nullable], description: [node.description ?? "", ...lines].join("\n") };
  });
}

/** Unit → how a comment names it, and what a description that states it already contains. */
const unitTexts: Readonly<Record<Unit, readonly [text: string, stated: RegExp]>> = {
  usd: ["USD", /\bUSD\b/],
  usd_per_token: ["USD per token", /\bUSD per token\b/],
  usd_per_million_tokens: ["USD per million tokens", /\bUSD per million\b/],
  tokens: ["tokens", /\btokens?\b/i],
  tokens_per_second: ["tokens per second", /\btokens per second\b/i],
  ms: ["milliseconds", /\bmilliseconds?\b/i],
  s: ["seconds", /\bseconds?\b/i],
  unix_s: ["Unix seconds", /\bUnix seconds\b/],
  unix_ms: ["Unix milliseconds", /\bUnix milliseconds\b/],
  iso_8601: ["ISO 8601", /\bISO 8601\b/],
};

/** Adds the unit to the description of each value that has one, unless the description states it. */
export function withUnits(document: JsonObject): JsonObject {
  return map(document, (node) => {
    const unit = unitTexts[node["x-unit"] as Unit] as (typeof unitTexts)[Unit] | undefined;
    const description = typeof node.description === "string" ? node.description.trim() : "";
    return !unit || unit[1].test(description)
      ? node
      : { ...node, description: `${description} Unit: ${unit[0]}.`.trim() };
  });
}

/**
 * Closes the discriminators with several values: an open one could not distinguish the members of its union.
 * `discriminators` has `<schema>/<property>` of each.
 */
export function withClosedDiscriminators(document: JsonObject, discriminators: ReadonlySet<string>): JsonObject {
  const { schemas, ...components } = document.components as JsonObject;
  const closed = Object.entries(schemas as JsonObject).map(([name, schema]) => {
    const properties = Object.entries(((schema as JsonObject).properties ?? {}) as JsonObject).map(
      ([key, property]) => {
        const values = (property as JsonObject).enum;
        if (!discriminators.has(`${name}/${key}`) || !Array.isArray(values)) return [key, property];
        return [
          key,
          {
            description: (property as JsonObject).description!,
            anyOf: values.map((value) => ({ type: "string", const: value })),
          },
        ];
      },
    );
    return [
      name,
      properties.length > 0
        ? { ...(schema as JsonObject), properties: Object.fromEntries(properties) as JsonObject }
        : schema,
    ];
  });
  return { ...document, components: { ...components, schemas: Object.fromEntries(closed) as JsonObject } };
}

/**
 * Prints unions with an open member or with an optional tag as plain unions, since the third-party generators expect one
 * closed tag per member. `unclosed` has the names of such members. The open tag becomes a constant, which
 * `withUnknownTags` replaces.
 */
export function withOpenUnions(document: JsonObject, unclosed: ReadonlySet<string>): JsonObject {
  const isUnclosed = (member: Json): boolean =>
    unclosed.has(
      String((member as JsonObject).$ref)
        .split("/")
        .at(-1)!,
    );
  return map(document, (node) => {
    if (Array.isArray(node.oneOf) && node.oneOf.some(isUnclosed)) {
      const { oneOf, discriminator: _, ...rest } = node;
      return { ...rest, anyOf: oneOf };
    }
    if (node.type !== "string" || !isObject(node.not)) return node;
    const { not, ...rest } = node;
    return { ...rest, const: `${openTag}${(not.enum as string[]).join(" ")}` };
  });
}

/**
 * Replaces the constants of open tags in the text of a generator. `print` receives the tags of the other members; `around`
 * is the code in which the generator wraps a constant.
 */
export function withUnknownTags(
  text: string,
  print: (values: readonly string[]) => string,
  around: readonly [before: string, after: string] = ["", ""],
): string {
  const [before, after] = around.map((code) => code.replaceAll(/[.()]/g, String.raw`\$&`));
  const pattern = new RegExp(`${before}["']${openTag}([^"']*)["']${after}`, "g");
  return text.replaceAll(pattern, (_, values: string) => print(values.split(" ")));
}

const openTag = "open tag: ";

/** The document without its paths: named schemas only. */
export function componentsOnly(document: JsonObject): JsonObject {
  const { schemas } = document.components as JsonObject;
  return { openapi: "3.1.0", info: { title: "contract", version: "0" }, paths: {}, components: { schemas: schemas! } };
}

function map(node: JsonObject, change: (node: JsonObject) => JsonObject): JsonObject {
  const walk = (value: Json): Json =>
    Array.isArray(value) ? value.map(walk) : isObject(value) ? map(value, change) : value;
  return change(Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)])));
}
