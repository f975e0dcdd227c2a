import { readExamples } from "../contract/examples.ts";
import { ContractError } from "../contract/problem.ts";
import { readContract, readControl } from "../contract/read.ts";
import { buildModel } from "./build.ts";
import type { ApiModel } from "./model.ts";

/** Reads and checks the contract in a folder and builds its model. Throws `ContractError` with every problem. */
export async function readModel(root: string): Promise<ApiModel> {
  const contract = await readContract(root);
  const control = await readControl(root);
  const { examples, problems } = readExamples(contract);
  if (problems.length > 0) throw new ContractError(problems);
  return buildModel(contract, { examples, control });
}
