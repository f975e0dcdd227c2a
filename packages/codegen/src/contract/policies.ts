import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020.js";
import { isObject, type JsonObject } from "../json.ts";
import { optionSchema, policySchemas } from "./policy-schemas.ts";
import type { Problem } from "./problem.ts";
import type { Place, SchemasByName } from "./rule-context.ts";
import { readSource, type JsonPath, type SourceFile } from "./source.ts";

/** Reads the files of the folder `policies`. Each becomes a root extension of the bundled document. */
export function readPolicies(root: string): SourceFile[] {
  const folder = join(root, "policies");
  return readdirSync(folder)
    .toSorted()
    .map((name) => readSource(root, join(folder, name)));
}

/** `policies/retry.yaml` → `x-retry`. */
export function toRootExtensions(policies: readonly SourceFile[]): JsonObject {
  return Object.fromEntries(policies.map(({ file, data }) => [`x-${nameOf(file)}`, data]));
}

const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true });
const validators: Readonly<Record<string, ValidateFunction>> = Object.fromEntries(
  Object.entries(policySchemas).map(([name, schema]) => [name, ajv.compile(schema)]),
);

/** Checks the form of every policy, and that names in it exist in the contract. */
export function checkPolicies(policies: readonly SourceFile[], schemas: SchemasByName): Problem[] {
  const problems: Problem[] = [];
  const found = new Map(policies.map((source) => [nameOf(source.file), source]));
  for (const name of Object.keys(policySchemas))
    if (!found.has(name))
      problems.push({ file: `policies/${name}.yaml`, line: 1, rule: "policy", message: "the file is missing" });
  for (const [name, source] of found) {
    const report: Place["report"] = (rule, message, ...path) =>
      problems.push({ file: source.file, line: source.lineOf(path), rule, message });
    const validate = validators[name];
    if (!validate) report("policy", `no policy is named "${name}"; use ${Object.keys(policySchemas).join(", ")}`);
    else if (!validate(source.data))
      for (const { instancePath, message, params } of validate.errors!)
        report("policy", `${instancePath || "the file"} ${message} ${JSON.stringify(params)}`, ...toPath(instancePath));
    else checkNames[name]?.(source.data, report, schemas);
    checkPatterns(source.data, report);
  }
  return problems;
}

const validateOption = ajv.compile(optionSchema);

/** Checks the option of an SDK for a header. */
export function checkOption(parameter: JsonObject, at: Place): void {
  const option = parameter["x-option"];
  if (option === undefined) return;
  if (parameter.in !== "header") at.report("policy", "only a header can have an `x-option`", "x-option");
  if (validateOption(option)) return;
  for (const { instancePath, message, params } of validateOption.errors!)
    at.report("policy", `\`x-option\`${instancePath} ${message} ${JSON.stringify(params)}`, "x-option");
}

type Check = (data: JsonObject, report: Place["report"], schemas: SchemasByName) => void;

/** Policy → the check of the names that it uses. */
const checkNames: Readonly<Record<string, Check>> = {
  errors({ types }, report, schemas) {
    const known = enumOf(schemas, "ErrorMetadata", "error_type");
    const stated = Object.keys(types as JsonObject);
    const different = [...new Set(known).symmetricDifference(new Set(stated))];
    if (different.length > 0)
      report(
        "policy",
        `\`types\` must have the values of ErrorMetadata.error_type, ${different.join(", ")} differ`,
        "types",
      );
  },
  fallback({ kinds, rules, phrases }, report, schemas) {
    const types = enumOf(schemas, "ErrorMetadata", "error_type");
    for (const [index, rule] of (rules as JsonObject[]).entries()) {
      const { kind, says = "", types: ofRule = [] } = rule as { kind: string; says?: string; types?: string[] };
      const unknown = ofRule.filter((type) => !types.includes(type));
      if (!(kind in (kinds as JsonObject))) report("policy", `no failure kind is named ${kind}`, "rules", index);
      if (says !== "" && !(says in (phrases as JsonObject)))
        report("policy", `no phrases are named ${says}`, "rules", index);
      if (unknown.length > 0) report("policy", `no error type is named ${unknown.join(", ")}`, "rules", index);
    }
    if (Object.keys((rules as JsonObject[]).at(-1)!).join() !== "kind")
      report("policy", "the last rule must have no condition, so that every error has a kind", "rules");
  },
};

function enumOf(schemas: SchemasByName, schema: string, property: string): readonly string[] {
  const { properties } = (schemas.get(schema)?.schema ?? {}) as { properties?: Record<string, JsonObject> };
  return (properties?.[property]?.["x-extensible-enum"] ?? []) as string[];
}

/** A pattern must mean the same in the regular expressions of every language: no lookaround, no references. */
function checkPatterns(value: unknown, report: Place["report"], path: JsonPath = []): void {
  if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) checkPatterns(member, report, [...path, key]);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkPatterns(item, report, [...path, index]);
  } else if (typeof value === "string" && path.some((key) => patternKeys.has(key))) {
    const letters = value.replaceAll(/\\./g, "");
    if (/\(\?[^:]|\\[1-9pkPK]/.test(value) || letters !== letters.toLowerCase())
      report("policy", `the pattern "${value}" must be in lower case, without lookaround and references`, ...path);
  }
}

const patternKeys: ReadonlySet<string | number> = new Set(["pattern", "certain", "any", "unless"]);

/** `policies/retry.yaml` → `retry`. */
function nameOf(file: string): string {
  return basename(file, ".yaml");
}

function toPath(pointer: string): JsonPath {
  const words = pointer.split("/").slice(1);
  return words.map((word) => (/^\d+$/.test(word) ? Number(word) : word));
}
