// Prints what an official SDK knows about the API and the contract does not: properties, and values of enums. A report
// for people, not a check: the SDKs are generated from a description that changes every few days.
//
//   node scripts/contract-drift.ts [folder of an installed SDK …]
//
// A folder is that of `@openrouter/sdk` (default: the one in node_modules) or of the Python package `openrouter`, such as
// `.venv/lib/python3.12/site-packages/openrouter`.
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathsOfContract, pathsOfSdk, type JsonObject, type Paths } from "./contract-drift/paths.ts";
import { readSdk, type Definitions } from "./contract-drift/read-sdk.ts";

/** Types of the SDKs → the part of the contract with the same meaning: a schema, or the query of an operation. */
const pairs: readonly (readonly [sdk: readonly string[], contract: string])[] = [
  [["ChatRequest"], "ChatCompletionRequest"],
  [["ChatResult"], "ChatCompletion"],
  [["ChatStreamChunk"], "ChatCompletionChunk"],
  [["MessagesRequest"], "MessagesRequest"],
  [["ResponsesRequest"], "ResponsesRequest"],
  [["OpenResponsesResult"], "ResponseObject"],
  [["CreateEmbeddingsRequestBody", "CreateEmbeddingsRequest"], "EmbeddingRequest"],
  [["CreateEmbeddingsResponseBody"], "EmbeddingList"],
  [["CreateRerankRequestBody"], "RerankRequest"],
  [["CreateRerankResponseBody"], "RerankResult"],
  [["Model"], "Model"],
  [["PublicEndpoint"], "Endpoint"],
  [["GetModelsRequest", "ListModelsRequest"], "query of models.list"],
  [["ListModelsUserRequest"], "query of models.listForUser"],
  [["GetCurrentKeyData"], "CurrentKey"],
  [["ListRequest", "ListKeysRequest"], "query of keys.list"],
  [["ListData"], "ApiKey"],
  [["CreateKeysRequestBody", "CreateKeysRequest"], "CreateKeyRequest"],
  [["UpdateKeysRequestBody"], "UpdateKeyRequest"],
  [["GetGenerationData", "GenerationResponseData"], "Generation"],
  [["GetCreditsData"], "CreditTotals"],
  [["GetUserActivityRequest"], "query of activity.list"],
  [["ActivityItem"], "ActivityItem"],
];

const root = resolve(import.meta.dirname, "..");
const contract = JSON.parse(
  readFileSync(join(root, "packages/mock-server/src/generated/contract/openapi.json"), "utf8"),
) as JsonObject;

function report(folder: string): void {
  const { name, version, definitions } = readSdk(folder);
  console.log(`${name} ${version}, ${definitions.size} types`);
  for (const [types, part] of pairs) {
    const known = pathsOfContract(contract, part);
    const type = types.find((candidate) => findRoot(definitions, candidate) !== undefined);
    if (!known || !type) continue;
    const lines = differences(pathsOfSdk(definitions, findRoot(definitions, type)!), known);
    console.log(`\n${type} → ${part}: ${lines.length === 0 ? "equal" : `${lines.length} differences`}`);
    for (const line of lines) console.log(`  ${line}`);
  }
}

/** The name under which an SDK defines a type: TypeScript has a schema for each direction. */
function findRoot(definitions: Definitions, type: string): string | undefined {
  return [`${type}$outboundSchema`, `${type}$inboundSchema`, type].find((name) => definitions.has(name));
}

/** The properties and values of the SDK that the contract lacks. Properties inside a missing one are not listed. */
function differences(sdk: Paths, contract: Paths): string[] {
  const missing = [...sdk.keys()].filter((path) => !contract.has(path) && !isInMap(path, contract));
  const outermost = missing.filter((path) => !missing.some((other) => path.startsWith(`${other}.`)));
  const values = [...sdk].flatMap(([path, found]) => {
    const known = contract.get(path);
    const unknown = known && known.size > 0 ? [...found].filter((value) => !known.has(value)) : [];
    return unknown.length > 0 ? [`${path}: ${unknown.toSorted().join(", ")}`] : [];
  });
  return [...outermost.toSorted(), ...values.toSorted()];
}

/** Whether a property is inside a map, whose keys the contract does not list. */
function isInMap(path: string, contract: Paths): boolean {
  const words = path.split(".");
  return words.some((_, index) => contract.has([...words.slice(0, index), "*"].join(".")));
}

const folders = process.argv.slice(2);
for (const folder of folders.length > 0 ? folders : [join(root, "node_modules/@openrouter/sdk")]) {
  if (existsSync(folder)) report(resolve(folder));
  else {
    console.error(`${folder} does not exist. Pass the folder of an installed SDK.`);
    process.exitCode = 1;
  }
}
