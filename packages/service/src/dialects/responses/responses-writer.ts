import type { EventWriter, ResponseHead } from "../../parts/dialect.ts";
import type { Fields, OutputBuilder, OutputEvent } from "./open-item.ts";
import { statusOf, toOpenResponse, toResponse, type Echo } from "./response-object.ts";

/** Writes the events of a streamed response. The last event has the complete response. */
export function createResponsesWriter(head: ResponseHead, echo: Echo, output: OutputBuilder): EventWriter {
  let sequence_number = 0;
  const toEvent = ({ type, ...fields }: OutputEvent): string =>
    `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: sequence_number++, ...fields })}\n\n`;
  const withResponse = (type: string, response: Fields): string => toEvent({ type, response });
  return {
    start() {
      const response = { ...toOpenResponse(head, echo) };
      return ["response.created", "response.in_progress"].map((type) => withResponse(type, response));
    },
    write: (part) => output.write(part).map(toEvent),
    end(end) {
      const status = statusOf(end);
      const events = output.end(status).map(toEvent);
      const response = { ...toResponse(head, echo, { items: output.items, end }) };
      return [...events, withResponse(`response.${status}`, response), "data: [DONE]\n\n"];
    },
  };
}
