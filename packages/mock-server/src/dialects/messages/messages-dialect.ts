import type { MessagesRequest, MessagesResponse } from "@patchbay/spec";
import type { HeaderReader } from "../../http/request.ts";
import type { DialectCall } from "../../parts/dialect.ts";
import { checkVersion } from "./api-version.ts";
import { toMessage, type ResponseSettings } from "./messages-response.ts";
import { createMessagesWriter } from "./messages-writer.ts";
import { readRequest } from "./read-request.ts";

/** Reads a request of the Anthropic Messages API. Throws an `HttpError` for what the API or its version refuses. */
export function toMessagesCall(input: MessagesRequest, headers: HeaderReader): DialectCall<MessagesResponse> {
  checkVersion(headers, input);
  const { thinking, speed } = input;
  const settings: ResponseSettings = {
    omitsThinking:
      thinking !== undefined && thinking !== null && "display" in thinking && thinking.display === "omitted",
    hasSpeed: typeof speed === "string",
  };
  return {
    dialect: "messages",
    request: readRequest(input),
    input,
    toBody: (head, parts, end) => toMessage(head, parts, end, settings),
    createWriter: (head) => createMessagesWriter(head, settings),
  };
}
