import type { ChatCompletionRequest } from "@patchbay/spec";

/** Whether broken JSON of an answer is repaired: only where it is not streamed and JSON was asked for. */
export function isHealed({ plugins, stream, response_format: format }: ChatCompletionRequest): boolean {
  const plugin = plugins?.find(({ id }) => id === "response-healing") as { enabled?: boolean } | undefined;
  return Boolean(plugin && plugin.enabled !== false && !stream && format?.type.startsWith("json"));
}

/** The text as JSON: as it is when it is JSON, repaired when it can be, otherwise unchanged. */
export async function heal(text: string): Promise<{ text: string; repaired: boolean }> {
  try {
    JSON.parse(text);
    return { text, repaired: false };
  } catch {
    const { jsonrepair } = await import("jsonrepair");
    try {
      return { text: jsonrepair(withoutFence(text)), repaired: true };
    } catch {
      return { text, repaired: false };
    }
  }
}

/** What stands between the fences of Markdown, or the whole text. */
function withoutFence(text: string): string {
  const [, inside] = /^\s*```(?:json)?\s*\n([\s\S]*?)(?:\n\s*```\s*)?$/i.exec(text) ?? [];
  return inside ?? text;
}
