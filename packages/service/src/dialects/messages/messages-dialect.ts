import type { MessagesRequest, MessagesResponse } from "@patchbay/spec";
import type { HeaderReader } from "../../http/request.ts";
import type { DialectCall } from "../../parts/dialect.ts";
import { toPlace } from "../../parts/placed-message.ts";
import { checkVersion } from "./api-version.ts";
import { toMessage, type ResponseSettings } from "./messages-response.ts";
import { createMessagesWriter } from "./messages-writer.ts";
import { placeMessages } from "./read-messages.ts";
import { readRequest } from "./read-request.ts";
import { toToolPointer } from "./read-tools.ts";

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
    toPointer: (pointer) => toPointer(pointer, input),
    toBody: (head, parts, end) => toMessage(head, parts, end, settings),
    createWriter: (head) => createMessagesWriter(head, settings),
  };
}

/** Place in the unified request → place in the request. */
const places: readonly (readonly [unified: string, own: string])[] = [
  ["/response_format/json_schema/schema", "/output_config/format/schema"],
  ["/reasoning/max_tokens", "/thinking/budget_tokens"],
  ["/stop", "/stop_sequences"],
];

/** The messages are read again only for an error. */
function toPointer(pointer: string, input: MessagesRequest): string {
  if (pointer.startsWith("/messages/")) return toPlace(pointer, placeMessages(input));
  const { tools, models, fallbacks } = input;
  if (!models && fallbacks) pointer = pointer.replace(/^\/models\/(\d+)/, "/fallbacks/$1/model");
  const place = places.find(([unified]) => pointer === unified || pointer.startsWith(`${unified}/`));
  if (place) return place[1] + pointer.slice(place[0].length);
  return tools ? toToolPointer(pointer, tools) : pointer;
}
