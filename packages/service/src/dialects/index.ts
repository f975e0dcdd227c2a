import type { ChatCompletionRequest, MessagesRequest, OperationId, ResponsesRequest } from "@patchbay/spec";
import { getOwn } from "@patchbay/engine/data/get-own";
import type { ResponseError } from "../http/error-details.ts";
import type { HeaderReader } from "../http/request.ts";
import { toChatCall } from "./chat/chat-dialect.ts";
import { toMessagesCall } from "./messages/messages-dialect.ts";
import { toMessagesErrorBody } from "./messages/messages-error.ts";
import { toResponsesCall } from "./responses/responses-dialect.ts";
import type { DialectCall } from "../parts/dialect.ts";

type ReadCall = (input: never, headers: HeaderReader) => DialectCall<unknown>;

/** Operation → how its validated input is read. These are the operations that return a model's output. */
const readers: Partial<Readonly<Record<OperationId, ReadCall>>> = {
  "chat.completions.create": (input: ChatCompletionRequest): DialectCall<unknown> => toChatCall(input),
  "messages.create": (input: MessagesRequest, headers): DialectCall<unknown> => toMessagesCall(input, headers),
  "responses.create": (input: ResponsesRequest): DialectCall<unknown> => toResponsesCall(input),
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

type ToErrorBody = (error: ResponseError) => object;

/** First segment of a path → the body of an error at this path and below it, whether or not an operation has the path. */
const errorBodies: Readonly<Record<string, ToErrorBody>> = {
  messages: toMessagesErrorBody,
};

/** The body of an error at a path below `/api/v1`, in the form of its dialect; `undefined` for the API's own form. */
export function toErrorBody(path: string, error: ResponseError): object | undefined {
  return getOwn(errorBodies, path.split("/", 2)[1] ?? "")?.(error);
}
