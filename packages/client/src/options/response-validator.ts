import type { OperationId } from "@patchbay/spec";

/**
 * Checks a parsed response or one stream event. It throws, or returns after a warning, when the value does not match
 * the contract. It can be async.
 */
export type ResponseValidator = (operation: OperationId, value: unknown, kind: "response" | "event") => unknown;
