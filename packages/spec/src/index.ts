export { operationCalls } from "./generated/operation-calls.ts";
export type { ErrorCode, ErrorStatus, OperationId, PollableOperationId, PublicOperationId } from "./generated/names.ts";
export { operations } from "./generated/operations.ts";
export { errorCodes, errorPolicy } from "./generated/error-policy.ts";
export { clientPolicy, optionHeaders, retryPolicy } from "./generated/policies.ts";
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
  StreamInfo,
  StreamOperation,
  Validator,
} from "./operation.ts";
export type * from "./generated/types/index.ts";
export type { ClientPolicy, ErrorPolicy, RetryAfterSource, RetryPolicy } from "./policies.ts";
