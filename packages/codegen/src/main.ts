import { resolve } from "node:path";
import { ContractError } from "./contract/problem.ts";
import { emitControlDocument, emitDocuments } from "./documents.ts";
import { emitGoData, emitGoPackage } from "./go/emit.ts";
import { formatFiles as formatGo } from "./go/format.ts";
import { writeFiles, type Files, type Target } from "./output/files.ts";
import type { ApiModel } from "./model/model.ts";
import { readModel } from "./model/read.ts";
import { emitPython } from "./python/emit.ts";
import { formatFolder as formatPython } from "./python/format.ts";
import { formatFolder } from "./typescript/format.ts";
import { emitFallback } from "./typescript/fallback.ts";
import { emitFunctions } from "./typescript/functions.ts";
import { emitOperations } from "./typescript/operations.ts";
import { emitPaths } from "./typescript/paths.ts";
import { emitPolicies } from "./typescript/policies.ts";
import { emitResources } from "./typescript/resources.ts";
import { emitResponseSchemas } from "./typescript/response-schemas.ts";
import { emitTextPlaces } from "./typescript/text-places.ts";
import { emitTypes } from "./typescript/types.ts";
import { emitValidators } from "./typescript/validators.ts";

const repository = resolve(import.meta.dirname, "../../..");

/** The targets by name. A new language is a new row. */
const targets: Readonly<Record<string, Target>> = {
  typescript: {
    outputs: {
      "packages/spec/src/generated": [
        emitTypes,
        emitPaths,
        emitOperations,
        emitPolicies,
        emitResponseSchemas,
        emitResources,
      ],
      "packages/client/src/generated": [emitFunctions, emitTextPlaces],
      "packages/agent/src/generated": [emitFallback],
      // Only servers need these files. They are large, so the client does not install them.
      "packages/service/src/generated/contract": [emitValidators, emitDocuments],
      "packages/mock-server/src/generated/contract": [emitDocuments],
      "packages/mock-server/src/generated/control": [emitControlDocument],
    },
    format: formatFolder,
  },
  python: {
    outputs: {
      "packages/client-python/src/patchbay_client/generated": [emitPython],
    },
    format: formatPython,
  },
  go: {
    outputs: {
      "packages/client-go": [emitGoPackage],
      "packages/client-go/internal/generated": [emitGoData],
    },
    format: formatGo,
  },
};

interface Output extends Pick<Target, "format"> {
  readonly folder: string;
  readonly files: Files;
}

/** Runs every emitter, before the first file is written. */
async function emitAll(model: ApiModel): Promise<readonly Output[]> {
  const result: Output[] = [];
  for (const { outputs, format } of Object.values(targets))
    for (const [folder, emitters] of Object.entries(outputs)) {
      const files: Record<string, string> = {};
      for (const emit of emitters) Object.assign(files, await emit(model));
      result.push({ folder: resolve(repository, folder), files, format });
    }
  return result;
}

async function generate({ write }: { write: boolean }): Promise<void> {
  const started = performance.now();
  const model = await readModel(resolve(repository, "openapi"));
  const summary = `${model.operations.length} operations, ${model.schemas.length} schemas, ${model.examples.length} examples`;
  if (!write) return console.log(`The contract is valid: ${summary}.`);

  for (const { folder, files, format } of await emitAll(model)) {
    writeFiles(folder, files);
    format(folder, Object.keys(files));
  }
  console.log(`Generated ${summary} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

try {
  await generate({ write: !process.argv.includes("--check-contract") });
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(
    error instanceof ContractError
      ? `${error.message}\n\n${error.problems.length} problems in openapi/; no file was written.`
      : error,
  );
  process.exitCode = 1;
}
