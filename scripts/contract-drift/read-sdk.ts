import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A type of an SDK: an object with fields, or any other type as its source text. */
export interface Definition {
  /** Wire name → source text of the type; absent if the type is not an object. */
  readonly fields?: ReadonlyMap<string, string>;
  /** Source text in which other types and literals are named. */
  readonly text: string;
  /** The values of a constant that lists them. */
  readonly values: readonly string[];
}

/** Name → type. */
export type Definitions = ReadonlyMap<string, Definition>;

export interface Sdk {
  readonly name: string;
  readonly version: string;
  readonly definitions: Definitions;
}

/** Reads the types of an installed SDK. Throws if the folder contains neither SDK. */
export function readSdk(folder: string): Sdk {
  if (existsSync(join(folder, "esm/models"))) {
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return {
      name: "@openrouter/sdk",
      version,
      definitions: merge(folder, ["esm/models/*.js", "esm/models/operations/*.js"], readTypeScript),
    };
  }
  if (existsSync(join(folder, "_version.py"))) {
    const [, version = "unknown"] =
      /__version__[^=]*= "([^"]+)"/.exec(readFileSync(join(folder, "_version.py"), "utf8")) ?? [];
    return {
      name: "openrouter (Python)",
      version,
      definitions: merge(folder, ["components/*.py", "operations/*.py"], readPython),
    };
  }
  throw new Error(`${folder} contains neither esm/models of @openrouter/sdk nor _version.py of the Python package.`);
}

/** The types of all files. Of two types with the same name, the first counts: shared types are read first. */
function merge(folder: string, patterns: readonly string[], read: (text: string) => Definitions): Definitions {
  const all = new Map<string, Definition>();
  for (const pattern of patterns) {
    for (const file of globSync(pattern, { cwd: folder }).toSorted()) {
      for (const [name, definition] of read(readFileSync(join(folder, file), "utf8")))
        if (!all.has(name)) all.set(name, definition);
    }
  }
  return all;
}

/** The zod schemas and the constants with enum values of a file of `@openrouter/sdk`. */
export function readTypeScript(text: string): Definitions {
  const definitions = new Map<string, Definition>();
  for (const [, name = "", body = ""] of text.matchAll(/^export const ([\w$]+) = ([\s\S]*?;)$/gm)) {
    const [, members] = /^z\s*\.object\(\{([\s\S]*?)^\s*\}\)/m.exec(body) ?? [];
    if (members === undefined) {
      const values = body.startsWith("{") ? [...body.matchAll(/: "([^"]*)"/g)].map(([, value = ""]) => value) : [];
      definitions.set(name, { text: body, values });
      continue;
    }
    const [, renamed = ""] = /remap\$\(v, \{([\s\S]*?)\}/.exec(body) ?? [];
    const wireNames = name.endsWith("$outboundSchema")
      ? new Map([...renamed.matchAll(/"?([\w$-]+)"?: "([^"]+)"/g)].map(([, from = "", to = ""]) => [from, to]))
      : new Map<string, string>();
    const fields = [...members.matchAll(/^ {4}"?([\w$-]+)"?: ([\s\S]*?)(?=^ {4}"?[\w$-]+"?: |$(?![\s\S]))/gm)];
    definitions.set(name, {
      fields: new Map(fields.map(([, field = "", type = ""]) => [wireNames.get(field) ?? field, type])),
      text: "",
      values: [],
    });
  }
  return definitions;
}

/** The pydantic models and the type aliases of a file of the Python package. */
export function readPython(text: string): Definitions {
  const code = text.replaceAll(/\br?"""[\s\S]*?"""/g, "").replaceAll(/r"""[\s\S]*?"""/g, "");
  const definitions = new Map<string, Definition>();
  for (const [, name = "", body = ""] of code.matchAll(/^class (\w+)\(BaseModel\):\n([\s\S]*?)(?=^\S|$(?![\s\S]))/gm)) {
    const fields = [...body.matchAll(/^ {4}(\w+): ([\s\S]*?)(?=^ {4}\S|$(?![\s\S]))/gm)].map(
      ([, field = "", type = ""]) => {
        const [, alias] = /pydantic\.Field\([^)]*alias="([^"]+)"/.exec(type) ?? [];
        return [alias ?? field, type] as const;
      },
    );
    const own = fields.filter(([field]) => field !== "model_config" && field !== "additional_properties");
    definitions.set(name, { fields: new Map(own), text: "", values: [] });
  }
  for (const [, name = "", body = ""] of code.matchAll(
    /^([A-Z]\w*) = ((?:Union|Literal|Annotated|TypeAliasType)[\s\S]*?)(?=^[^\s\])]|$(?![\s\S]))/gm,
  ))
    definitions.set(name, { text: body.replaceAll(/Tag\("[^"]*"\)/g, ""), values: [] });
  return definitions;
}
