import type { NamedSchema, Type } from "../model/model.ts";
import { toModuleName } from "./names.ts";

/** A file of types. */
export interface Module {
  readonly name: string;
  /** Each after the schemas that it refers to. */
  readonly schemas: readonly NamedSchema[];
}

export interface Layout {
  readonly modules: readonly Module[];
  /** Schema → name of its module. */
  readonly moduleOf: ReadonlyMap<string, string>;
}

/** One module for each topic. Topics that refer to each other share a module, because Python modules cannot import each other. */
export function layOut(schemas: readonly NamedSchema[]): Layout {
  const known = new Map(schemas.map((schema) => [schema.name, schema]));
  const topics = new Map<string, Set<string>>();
  for (const { topic, type } of schemas) {
    const used = topics.get(topic) ?? new Set();
    topics.set(topic, used);
    for (const name of referencesIn(type)) if (known.has(name)) used.add(known.get(name)!.topic);
  }
  const fileOf = new Map([...topics.keys()].map((topic) => [topic, toModuleName(cycleOf(topic, topics)[0]!)]));
  const byFile = new Map<string, NamedSchema[]>();
  for (const schema of inOrderOfUse(schemas, known)) {
    const file = fileOf.get(schema.topic)!;
    byFile.set(file, [...(byFile.get(file) ?? []), schema]);
  }
  return {
    modules: [...byFile]
      .map(([name, members]) => ({ name, schemas: members }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    moduleOf: new Map(schemas.map(({ name, topic }) => [name, fileOf.get(topic)!])),
  };
}

/** The topics that a topic uses and that use it, directly or indirectly, with itself, sorted. */
function cycleOf(topic: string, uses: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const reachable = reachableFrom(topic, uses);
  return [...reachable].filter((other) => other === topic || reachableFrom(other, uses).has(topic)).toSorted();
}

function reachableFrom(start: string, uses: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let topic = open.pop(); topic !== undefined; topic = open.pop()) {
    if (reached.has(topic)) continue;
    reached.add(topic);
    open.push(...uses.get(topic)!);
  }
  return reached;
}

/** The schemas, each after those that it refers to. */
function inOrderOfUse(schemas: readonly NamedSchema[], known: ReadonlyMap<string, NamedSchema>): NamedSchema[] {
  const done = new Set<string>();
  const result: NamedSchema[] = [];
  const visit = (schema: NamedSchema, path: readonly string[]): void => {
    if (path.includes(schema.name))
      throw new Error(`Recursive schemas are not supported in Python: ${[...path, schema.name].join(" → ")}.`);
    if (done.has(schema.name)) return;
    for (const name of referencesIn(schema.type)) if (known.has(name)) visit(known.get(name)!, [...path, schema.name]);
    done.add(schema.name);
    result.push(schema);
  };
  for (const schema of schemas) visit(schema, []);
  return result;
}

/** Names of the schemas that a type refers to. */
function referencesIn(type: Type): string[] {
  switch (type.kind) {
    case "reference":
      return [type.name];
    case "list":
      return referencesIn(type.items);
    case "map":
      return referencesIn(type.values);
    case "object":
      return type.properties.flatMap((property) => referencesIn(property.type));
    case "union":
      return type.members.flatMap(referencesIn);
    case "discriminated_union":
      return [...type.members.map(({ schema }) => schema), ...(type.open === undefined ? [] : [type.open])];
    default:
      return [];
  }
}
