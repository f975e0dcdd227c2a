import type { ChatCompletionRequest, OperationId } from "@patchbay/spec";
import { getOwn } from "../engine/data/get-own.ts";
import type { HeaderReader } from "../http/request.ts";
import { toChatCall } from "./chat/chat-dialect.ts";
import type { DialectCall } from "../parts/dialect.ts";

type ReadCall = (input: never, headers: HeaderReader) => DialectCall<unknown>;

/** Operation → how its validated input is read. These are the operations that return a model's output. */
const readers: Partial<Readonly<Record<OperationId, ReadCall>>> = {
  "chat.completions.create": (input: ChatCompletionRequest): DialectCall<unknown> => toChatCall(input),
};

/** Whether an operation returns a model's output. */
export function isDialect(operation: string): boolean {
  return Object.hasOwn(readers, operation);
}

/**
 * Reads the input of an operation in its dialect; `undefined` for operations without a model. Throws an `HttpError` for a
 * request that the dialect refuses.
 */
export function readCall(operation: string, input: object, headers: HeaderReader): DialectCall<unknown> | undefined {
  // The input was validated against the schema of its operation. The type system cannot express that.
  return getOwn(readers, operation)?.(input as never, headers);
}
