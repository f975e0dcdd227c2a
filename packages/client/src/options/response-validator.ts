import type { OperationId } from "@patchbay/spec";

/**
 * Looks at a parsed answer, or at one event of a stream, and throws or warns when it does not obey the contract. May be async.
 */
export type ResponseValidator = (operation: OperationId, value: unknown, kind: "answer" | "event") => unknown;
