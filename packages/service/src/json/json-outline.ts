import { hashText } from "@patchbay/engine/data/random";

/** Longer strings, such as images, are replaced by their hash in an outline. */
const longText = 65_536;

/** JSON of a value with hashes instead of long strings, to compare values without writing them out. */
export function outlineOf(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) =>
    typeof value === "string" && value.length > longText ? `${value.length} ${hashText(value)}` : value,
  );
}
