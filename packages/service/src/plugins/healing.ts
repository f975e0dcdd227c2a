import type { ChatCompletionRequest } from "@patchbay/spec";

/** Whether invalid JSON in an output is repaired: only without streaming, and if the request asks for JSON. */
export function isHealed({ plugins, stream, response_format: format }: ChatCompletionRequest): boolean {
  const plugin = plugins?.find(({ id }) => id === "response-healing") as { enabled?: boolean } | undefined;
  return Boolean(plugin && plugin.enabled !== false && !stream && format?.type.startsWith("json"));
}

/** Returns the text unchanged if it is valid JSON or cannot be repaired, otherwise repaired. */
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

/** The text inside a Markdown code fence, or the whole text. */
function withoutFence(text: string): string {
  const [, inside] = /^\s*```(?:json)?\s*\n([\s\S]*?)(?:\n\s*```\s*)?$/i.exec(text) ?? [];
  return inside ?? text;
}
