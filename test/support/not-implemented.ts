import type { OperationId } from "@patchbay/spec";

/** Operations of the contract that the mock server answers with 501. Remove an operation together with its stub handler. */
export const notImplemented: ReadonlySet<OperationId> = new Set(["responses.create"]);
