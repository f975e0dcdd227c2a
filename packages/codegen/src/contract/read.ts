import { readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { bundle, getLineColLocation, lint, loadConfig } from "@redocly/openapi-core";
import type { JsonObject } from "../json.ts";
import { listOperations, type ContractOperation } from "./document.ts";
import { withNullableOptionals } from "./nullable.ts";
import { withExclusiveOpenMembers } from "./open-unions.ts";
import { readPolicies, toRootExtensions } from "./policies.ts";
import { ContractError, type Problem } from "./problem.ts";
import { checkRules } from "./rules.ts";
import { listFiles, readSource, type SourceFile } from "./source.ts";

/** The whole contract in memory: one bundled document, and the files that its parts come from. */
export interface Contract {
  /** Folder of the contract. */
  readonly root: string;
  /** The bundled OpenAPI document. Every `$ref` is internal, and optional properties of requests accept null. */
  readonly document: JsonObject;
  readonly operations: readonly ContractOperation[];
  /** Name of a schema → the topic (file name without extension) that defines it. */
  readonly topics: ReadonlyMap<string, string>;
  /** The ids in `model-ids.json`: known models, for completion in editors. */
  readonly modelIds: readonly string[];
}

/** Reads, lints and bundles the contract. Throws `ContractError` with every problem. */
export async function readContract(root: string): Promise<Contract> {
  const entry = join(root, "openapi.yaml");
  const schemas = listFiles(join(root, "schemas"), ".yaml").map((path) => readSource(root, path));
  const paths = listFiles(join(root, "paths"), ".yaml").map((path) => readSource(root, path));
  const parts = ["parameters.yaml", "headers.yaml", "responses.yaml", "messages-responses.yaml"].map((name) =>
    readSource(root, join(root, name)),
  );
  const policies = readPolicies(root);
  const config = await loadConfig({ configPath: join(root, "redocly.yaml") });

  const found = [...checkRules({ schemas, paths, parts, policies }), ...(await lintOpenApi(root, entry, config))];
  if (found.length > 0) throw new ContractError(found);

  const { bundle: bundled } = await bundle({ ref: entry, config, dereference: false });
  const bare = withExclusiveOpenMembers(withNullableOptionals(sortComponents(bundled.parsed as JsonObject)));
  const document = { ...bare, ...toRootExtensions(policies) };
  const modelIds = JSON.parse(readFileSync(join(root, "model-ids.json"), "utf8")) as string[];
  return { root, document, operations: listOperations(document), topics: listTopics(schemas), modelIds };
}

/** Reads, lints and bundles the document of the mock server's control API. Throws `ContractError` with every problem. */
export async function readControl(root: string): Promise<JsonObject> {
  const entry = join(root, "control.yaml");
  const config = await loadConfig({ configPath: join(root, "redocly.yaml") });
  const found = await lintOpenApi(root, entry, config);
  if (found.length > 0) throw new ContractError(found);
  const { bundle: bundled } = await bundle({ ref: entry, config, dereference: false });
  return bundled.parsed as JsonObject;
}

async function lintOpenApi(
  root: string,
  ref: string,
  config: Awaited<ReturnType<typeof loadConfig>>,
): Promise<Problem[]> {
  const problems = await lint({ ref, config });
  return problems.map(({ ruleId, message, location: [place] }) => ({
    file: place ? relative(root, place.source.absoluteRef).replaceAll("\\", "/") : "openapi.yaml",
    line: place ? getLineColLocation(place).start.line : 1,
    rule: ruleId,
    message: message.replaceAll("\n", " "),
  }));
}

function listTopics(files: readonly SourceFile[]): Map<string, string> {
  return new Map(
    files.flatMap(({ file, data }) => Object.keys(data).map((name) => [name, basename(file, ".yaml")] as const)),
  );
}

/** Sorts the components, so that their order does not depend on the order of the paths. */
function sortComponents(document: JsonObject): JsonObject {
  const components = Object.entries(document.components as JsonObject).map(([kind, members]) => [
    kind,
    Object.fromEntries(Object.entries(members as JsonObject).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ]);
  return { ...document, components: Object.fromEntries(components) };
}
