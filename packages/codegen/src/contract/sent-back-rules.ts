import { isObject, type Json, type JsonObject } from "../json.ts";
import { inside, refName, toList, type SchemaAt, type SchemasByName } from "./rule-context.ts";

interface Uses {
  /** The schemas that requests contain. */
  readonly sent: ReadonlySet<string>;
  /** The schemas that responses contain. */
  readonly received: ReadonlySet<string>;
}

/**
 * Checks `x-sent-back-as`: requests accept every value of the schema as a value of the named schema. Without this rule, a
 * field that responses gain later would be lost, or rejected, when a conversation continues.
 */
export function checkSentBack(
  { name, schema, place }: SchemaAt,
  { sent, received }: Uses,
  schemas: SchemasByName,
): void {
  const target = schema["x-sent-back-as"];
  if (target === undefined) return;
  const report = (message: string): void => place.report("sent-back", message, "x-sent-back-as");
  const accepted = schemas.get(String(target))?.schema;
  if (!accepted || !sent.has(String(target)))
    return report(`no request contains a schema with the name ${String(target)}`);
  if (!received.has(name) || sent.has(name))
    return report(
      `${name} must be used in responses only; requests already contain a schema with \`x-direction: both\``,
    );
  for (const misfit of new Comparison(schemas).compare(schema, accepted))
    inside(place, ...misfit.path).report("sent-back", `${name} does not fit ${String(target)}: ${misfit.reason}`);
}

interface Misfit {
  readonly path: readonly string[];
  readonly reason: string;
}

/** Compares what responses contain with what requests accept. */
class Comparison {
  readonly #schemas: SchemasByName;
  /** Pairs of names that are compared already, so that recursive schemas end. */
  readonly #compared = new Set<string>();

  constructor(schemas: SchemasByName) {
    this.#schemas = schemas;
  }

  /** Compares two schemas by their content, whatever their names. */
  *compare(received: JsonObject, accepted: JsonObject): Generator<Misfit> {
    if (received.oneOf !== undefined && accepted.oneOf !== undefined)
      return yield* this.#compareUnions(received, accepted);
    if (isObject(received.properties) && isObject(accepted.properties))
      return yield* this.#compareObjects(received, accepted);
    if (received.type === "array" && accepted.type === "array")
      return yield* this.#compareValues((received.items ?? {}) as JsonObject, (accepted.items ?? {}) as JsonObject);
    if (!fitsScalar(received, accepted)) yield { path: [], reason: `${show(received)} is not ${show(accepted)}` };
    return undefined;
  }

  *#compareObjects(received: JsonObject, accepted: JsonObject): Generator<Misfit> {
    const properties = received.properties as Record<string, JsonObject>;
    const known = accepted.properties as Record<string, JsonObject>;
    const required = toList(accepted.required).map(String);
    for (const [name, property] of Object.entries(properties)) {
      const other = known[name];
      const path = ["properties", name];
      if (!other) {
        yield { path, reason: `requests have no \`${name}\`` };
        continue;
      }
      for (const { reason } of this.#compareValues(property, other)) yield { path, reason: `\`${name}\`: ${reason}` };
      if (required.includes(name) && isNullable(property) && !isNullable(other))
        yield { path, reason: `\`${name}\` can be null, but requests require a value` };
    }
    for (const name of required)
      if (!toList(received.required).includes(name))
        yield { path: [], reason: `requests require \`${name}\`, which can be absent` };
  }

  *#compareUnions(received: JsonObject, accepted: JsonObject): Generator<Misfit> {
    const members = membersByTag(accepted);
    for (const [tag, ref] of membersByTag(received)) {
      const other = members.get(tag);
      if (other === undefined) yield { path: ["oneOf"], reason: `requests have no member for ${tag}` };
      else yield* this.#compareValues({ $ref: ref }, { $ref: other });
    }
  }

  /** Compares values: each kind of the first one, other than null, fits one kind of the second one. */
  *#compareValues(received: JsonObject, accepted: JsonObject): Generator<Misfit> {
    const kinds = this.#kindsOf(accepted);
    for (const kind of this.#kindsOf(received)) {
      const misfits = kinds.map((other) => [...this.#compareKinds(kind, other)]);
      if (!misfits.some((found) => found.length === 0)) yield* misfits.toSorted((a, b) => a.length - b.length)[0] ?? [];
    }
  }

  *#compareKinds(received: JsonObject, accepted: JsonObject): Generator<Misfit, void> {
    const [from, to] = [refName(received), refName(accepted)];
    const pair = `${from} ${to}`;
    if (from !== undefined && (from === to || this.#compared.has(pair))) return;
    this.#compared.add(pair);
    const source = this.#resolve(received);
    // The rule checks such a schema itself.
    if (to !== undefined && source["x-sent-back-as"] === to) return;
    if (from !== undefined && to !== undefined && (source.properties !== undefined || source.oneOf !== undefined))
      yield { path: [], reason: `${from} needs \`x-sent-back-as: ${to}\`` };
    else yield* this.compare(source, this.#resolve(accepted));
  }

  /** The kinds of a value other than null: the members of an `anyOf`, also behind references. */
  #kindsOf(schema: JsonObject): JsonObject[] {
    const { anyOf } = this.#resolve(schema);
    return Array.isArray(anyOf)
      ? (anyOf as JsonObject[]).filter(({ type }) => type !== "null").flatMap((member) => this.#kindsOf(member))
      : [schema];
  }

  #resolve(schema: JsonObject): JsonObject {
    const name = refName(schema);
    return name === undefined ? schema : (this.#schemas.get(name)?.schema ?? {});
  }
}

/** Tag → reference of the member; the open member has the tag "any other tag". */
function membersByTag({ oneOf, discriminator }: JsonObject): Map<string, string> {
  const { mapping } = discriminator as { mapping: Record<string, string> };
  const tagged = new Set(Object.values(mapping).map((ref) => refName({ $ref: ref })));
  const open = toList(oneOf).find((member) => !tagged.has(refName(member)));
  return new Map([
    ...Object.entries(mapping),
    ...(isObject(open) ? [["any other tag", String(open.$ref)] as const] : []),
  ]);
}

function fitsScalar(received: JsonObject, accepted: JsonObject): boolean {
  const type = typeOf(accepted);
  if (type === undefined) return true;
  if (typeOf(received) !== type && !(typeOf(received) === "integer" && type === "number")) return false;
  if (accepted.const !== undefined) return received.const === accepted.const;
  if (accepted.enum === undefined) return true;
  const values = received.const === undefined ? received.enum : [received.const];
  return values !== undefined && toList(values).every((value) => toList(accepted.enum).includes(value));
}

function typeOf({ type }: JsonObject): Json | undefined {
  return toList(type).find((name) => name !== "null");
}

function isNullable({ type, anyOf }: JsonObject): boolean {
  return toList(type).includes("null") || toList(anyOf).some((member) => isObject(member) && member.type === "null");
}

function show({ type, const: value, oneOf }: JsonObject): string {
  if (value !== undefined) return JSON.stringify(value);
  return oneOf === undefined ? String(toList(type)[0] ?? "any value") : "a union";
}
