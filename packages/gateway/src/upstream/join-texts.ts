import type { Part } from "@patchbay/service/parts/part";

/** Characters of a joined text. An output that the account cannot pay for in full ends between two parts, so they stay short. */
const longestJoined = 256;

/**
 * Joins the texts that arrived together, for a caller that gets the whole output at its end: 40 small ones are three or four parts.
 */
export async function* joinTexts(batches: AsyncIterable<readonly Part[]>): AsyncGenerator<readonly Part[], void> {
  for await (const parts of batches) yield parts.length > 1 ? joinBatch(parts) : parts;
}

function joinBatch(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (part.type !== "text" || before?.type !== "text" || before.text.length + part.text.length > longestJoined)
      joined.push(part);
    else joined[joined.length - 1] = { type: "text", text: before.text + part.text };
  }
  return joined;
}
