export { operationCalls } from "./generated/operation-calls.ts";
export type { ErrorCode, ErrorStatus, OperationId, PollableOperationId, PublicOperationId } from "./generated/names.ts";
export { errorCodes, operations, retryPolicy } from "./generated/operations.ts";
export type { Resources } from "./generated/resources.ts";
export type {
  Accumulator,
  ResponseShape,
  OperationCall,
  EventOf,
  InputOf,
  InputValidators,
  Operation,
  OperationInfo,
  OutputOf,
  Pagination,
  RetryPolicy,
  StreamInfo,
  StreamOperation,
  Validator,
} from "./operation.ts";
export type * from "./generated/types/index.ts";
