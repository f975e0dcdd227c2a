import type { ChatCompletionRequest, OperationId } from "@patchbay/spec";
import type { HeaderReader } from "../http/request.ts";
import { toChatCall } from "./chat/chat-dialect.ts";
import type { DialectCall } from "../parts/dialect.ts";

type ReadCall = (input: never, headers: HeaderReader) => DialectCall<unknown>;

/** Operation → how its validated input is read. These are the operations that return a model's output. */
const readers = {
  "chat.completions.create": (input: ChatCompletionRequest) => toChatCall(input),
} as const satisfies Partial<Record<OperationId, ReadCall>>;

/** Whether an operation returns a model's output. */
export function isDialect(operation: string): operation is keyof typeof readers {
  return Object.hasOwn(readers, operation);
}

/**
 * Reads the input of an operation in its dialect; `undefined` for operations without a model. Throws an `HttpError` for a
 * request that the dialect refuses.
 */
export function readCall(operation: string, input: object, headers: HeaderReader): DialectCall<unknown> | undefined {
  // The input was validated against the schema of its operation. The type system cannot express that.
  return isDialect(operation) ? (readers[operation] as ReadCall)(input as never, headers) : undefined;
}
