import type { ResponseObject, ResponsesRequest } from "@patchbay/spec";
import type { DialectCall } from "../../parts/dialect.ts";
import { CompactionOutput } from "./compaction.ts";
import type { OutputBuilder } from "./open-item.ts";
import { readRequest } from "./read-request.ts";
import { echoOf, statusOf, toResponse } from "./response-object.ts";
import { ResponseOutput } from "./response-output.ts";
import { createResponsesWriter } from "./responses-writer.ts";

/** Reads a request of the Responses API. Throws 400 for one that cannot be simulated. */
export function toResponsesCall(input: ResponsesRequest): DialectCall<ResponseObject> {
  const { request, names, serverTools, isCompaction, toPointer } = readRequest(input);
  const echo = echoOf(input);
  const withEncrypted = input.include?.includes("reasoning.encrypted_content") ?? false;
  const createOutput = ({ id }: { readonly id: string }): OutputBuilder =>
    isCompaction ? new CompactionOutput(id) : new ResponseOutput({ id, names, serverTools, withEncrypted });
  return {
    dialect: "responses",
    request,
    input,
    toPointer,
    toBody(head, parts, end) {
      const output = createOutput(head);
      for (const part of parts) output.write(part);
      output.end(statusOf(end));
      return toResponse(head, echo, { items: output.items, end });
    },
    createWriter: (head) => createResponsesWriter(head, echo, createOutput(head)),
  };
}
