export { errorCodes, operations, retryPolicy, type ErrorCode, type OperationId } from "./generated/operations.ts";
export type { Resources } from "./generated/resources.ts";
export type {
  EventOf,
  InputOf,
  InputValidators,
  Operation,
  OperationInfo,
  OutputOf,
  Pagination,
  RetryPolicy,
  StreamOperation,
  Validator,
} from "./operation.ts";
export type * from "./generated/types/index.ts";
