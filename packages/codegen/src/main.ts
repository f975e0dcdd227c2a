import { resolve } from "node:path";
import { readContract, readControl } from "./contract/read.ts";
import { emitFunctions, emitOperations } from "./typescript/operations.ts";
import { emitPaths } from "./typescript/paths.ts";
import { emitTypes } from "./typescript/types.ts";
import { emitValidators } from "./typescript/validators.ts";
import { readExamples, withExamples } from "./contract/examples.ts";
import { writeFiles } from "./files.ts";
import { ContractError } from "./contract/problem.ts";

const repository = resolve(import.meta.dirname, "../../..");

async function generate({ write }: { write: boolean }): Promise<void> {
  const started = performance.now();
  const contract = await readContract(resolve(repository, "openapi"));
  const control = await readControl(resolve(repository, "openapi"));
  const { examples, problems } = readExamples(contract);
  if (problems.length > 0) throw new ContractError(problems);
  const summary = `${contract.operations.length} operations, ${contract.topics.size} schemas, ${examples.length} examples`;
  if (!write) return console.log(`The contract holds: ${summary}.`);

  writeFiles(resolve(repository, "packages/spec/src/generated"), {
    ...(await emitTypes(contract)),
    ...(await emitPaths(contract)),
    ...emitOperations(contract),
    ...emitValidators(contract),
    "openapi.json": `${JSON.stringify(withExamples(contract, examples), null, 2)}\n`,
    "examples.json": `${JSON.stringify(examples, null, 2)}\n`,
  });
  writeFiles(resolve(repository, "packages/client/src/generated"), emitFunctions(contract));
  writeFiles(resolve(repository, "packages/mock-server/src/generated/control"), {
    "openapi.json": `${JSON.stringify(control, null, 2)}\n`,
  });
  console.log(`Generated ${summary} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

try {
  await generate({ write: !process.argv.includes("--check-contract") });
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(
    error instanceof ContractError
      ? `${error.message}\n\n${error.problems.length} problems in openapi/; nothing was written.`
      : error,
  );
  process.exitCode = 1;
}
