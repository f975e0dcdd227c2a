import type { Generation } from "@patchbay/spec";
import type { RequestEvent } from "../ports/events.ts";
import { fromGenerationValues, toGenerationValues } from "./generation-values.ts";

/** What the JSON of a record has in another form than the record. */
interface Stored {
  readonly cost: string;
  readonly listPrice: string;
  readonly reportedCost?: string;
  readonly generation?: Generation | readonly unknown[];
}

/** The record as JSON without its content. Amounts are strings, because JSON has no BigInt. */
export function encodeEvent(event: RequestEvent): string {
  const { content: _, cost, listPrice, reportedCost, generation, ...rest } = event;
  return JSON.stringify({
    ...rest,
    cost: String(cost),
    listPrice: String(listPrice),
    reportedCost: reportedCost?.toString(),
    generation: generation && (toGenerationValues(generation) ?? generation),
  });
}

/** The inverse of `encodeEvent`. `content` is the JSON of the content, if it was stored. */
export function decodeEvent(data: string, content?: string | null): RequestEvent {
  const { cost, listPrice, reportedCost, generation, ...rest } = JSON.parse(data) as Omit<RequestEvent, keyof Stored> &
    Stored;
  return {
    ...rest,
    cost: BigInt(cost),
    listPrice: BigInt(listPrice),
    ...(reportedCost === undefined ? {} : { reportedCost: BigInt(reportedCost) }),
    ...(generation === undefined ? {} : { generation: toGeneration(generation) }),
    ...(content == null ? {} : { content: JSON.parse(content) as NonNullable<RequestEvent["content"]> }),
  };
}

/** Files of earlier versions have the whole generation. */
function toGeneration(stored: Generation | readonly unknown[]): Generation {
  return isValues(stored) ? fromGenerationValues(stored) : stored;
}

function isValues(stored: Generation | readonly unknown[]): stored is readonly unknown[] {
  return Array.isArray(stored);
}
