import { hashText } from "../engine/data/random.ts";

/** Longer texts, such as images, stand in an outline with their hash. */
const longText = 65_536;

/** JSON of a value with hashes in the place of long texts, which need not be written out to be distinguished. */
export function outlineOf(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === "string" && value.length > longText ? `${value.length} ${hashText(value)}` : value,
  );
}
