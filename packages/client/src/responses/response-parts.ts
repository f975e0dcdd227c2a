import type { ResponseObject, ResponseStreamEvent } from "@patchbay/spec";
import type { SurrogateJoiner } from "../encoding/surrogates.ts";
import { isRecord } from "../encoding/is-record.ts";
import type { EventFormat, Fields } from "../stream/event-format.ts";
import { reading } from "../stream/reading.ts";
import type { StreamParts } from "../stream/stream-kind.ts";
import { TypedFormat } from "../stream/typed-format.ts";
import { ResponseAccumulator } from "./response-accumulator.ts";
import { textOfOutput } from "../schema/output-text.ts";

/** How the events of a response are read. */
export const responseParts: StreamParts<ResponseStreamEvent, ResponseObject> = {
  ...reading,
  createFormat: (source) =>
    new TypedFormat(source, {
      result: "response",
      lastField: "response",
      readWhole,
    }) as EventFormat<object> as EventFormat<ResponseStreamEvent>,
  createAccumulator: () => new ResponseAccumulator(),
  readText,
};

function readWhole(response: Fields): Fields[] {
  const type = response.status === "incomplete" ? "response.incomplete" : "response.completed";
  return [{ type, sequence_number: 0, response }];
}

/** The text of every message as it arrives. What a service sends without pieces follows when it is complete. */
async function* readText(
  events: AsyncIterable<ResponseStreamEvent>,
  joiner: SurrogateJoiner<"text">,
): AsyncGenerator<string, void> {
  let hasText = false;
  for await (const event of events as AsyncIterable<Fields>) {
    let text = "";
    if (event.type === "response.output_text.delta" && typeof event.delta === "string") text = event.delta;
    else if (!hasText && isRecord(event.response)) text = textOfOutput(event.response.output);
    if (text === "") continue;
    hasText = true;
    const piece = joiner.add("text", text);
    if (piece) yield piece;
  }
  for (const [, half] of joiner.rest()) yield half;
}
