import type { OperationId } from "@patchbay/spec";

/**
 * Checks a parsed response, or one event of a stream, and throws or warns when it does not match the contract. May be async.
 */
export type ResponseValidator = (operation: OperationId, value: unknown, kind: "response" | "event") => unknown;
