import type { RequestEvent } from "../ports/events.ts";

/** The record as JSON without its content. Amounts are strings, because JSON has no BigInt. */
export function encodeEvent(event: RequestEvent): string {
  const { content: _, cost, listPrice, reportedCost, ...rest } = event;
  const amounts = { cost: String(cost), listPrice: String(listPrice), reportedCost: reportedCost?.toString() };
  return JSON.stringify({ ...rest, ...amounts });
}

/** The inverse of `encodeEvent`. `content` is the JSON of the content, if it was stored. */
export function decodeEvent(data: string, content?: string | null): RequestEvent {
  const { cost, listPrice, reportedCost, ...rest } = JSON.parse(data) as Omit<
    RequestEvent,
    "cost" | "listPrice" | "reportedCost"
  > &
    Record<"cost" | "listPrice", string> & { reportedCost?: string };
  return {
    ...rest,
    cost: BigInt(cost),
    listPrice: BigInt(listPrice),
    ...(reportedCost === undefined ? {} : { reportedCost: BigInt(reportedCost) }),
    ...(content == null ? {} : { content: JSON.parse(content) as NonNullable<RequestEvent["content"]> }),
  };
}
