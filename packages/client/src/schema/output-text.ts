import { isRecord } from "../encoding/is-record.ts";

/** The text of all messages in the output of a response. */
export function textOfOutput(output: unknown): string {
  return partsOfOutput(output)
    .map(({ type, text }) => (type === "output_text" && typeof text === "string" ? text : ""))
    .join("");
}

/** The parts of all messages in the output of a response. */
export function partsOfOutput(output: unknown): Record<string, unknown>[] {
  const items: readonly unknown[] = Array.isArray(output) ? output : [];
  return items.flatMap((item) =>
    isRecord(item) && item.type === "message" && Array.isArray(item.content) ? item.content.filter(isRecord) : [],
  );
}
