import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { checkPackage } from "./checks.ts";
import { emitCodes } from "./codes.ts";
import { createContext } from "./context.ts";
import { printMerge } from "./merge.ts";
import { nameInlineTypes } from "./named-types.ts";
import { printOperations } from "./operations.ts";
import { printPolicies } from "./policies.ts";
import { emitSchemas } from "./schemas.ts";
import { emitServices } from "./services.ts";

/** The generated files of package patchbay. */
export function emitGoPackage(model: ApiModel): Files {
  const context = createContext(nameInlineTypes(model));
  checkPackage(context);
  return { ...emitSchemas(context), ...emitServices(context), ...emitCodes(model) };
}

/** The internal package with the operations and the policies. */
export function emitGoData(model: ApiModel): Files {
  return {
    "operations.go": toDataFile(
      "// Package generated has the operations and the policies of the contract as data.\n",
      printOperations(model),
    ),
    "policies.go": toDataFile("", printPolicies(model)),
    "merge.go": toDataFile("", printMerge(model), `(\n"sync"\n\n${contractPath}\n)`),
  };
}

const contractPath = '"github.com/patchbay/patchbay/packages/client-go/internal/contract"';

function toDataFile(comment: string, body: string, imports = contractPath): string {
  return `${comment}package generated

import ${imports}

${body}`;
}
