import type { ChatMessage } from "@patchbay/spec";
import { textOf } from "../messages/message-text.ts";
import { HttpError } from "../http/http-error.ts";

/** Phrase → flagged category. It simulates a classifier. */
const flagged: Readonly<Record<string, string>> = {
  "build a bomb": "illicit/violent",
  "make a bomb": "illicit/violent",
  "kill myself": "self-harm/intent",
  "kill you": "violence",
  "steal a credit card": "illicit",
  "hate speech": "hate",
};

/** Throws 403 for user messages with flagged phrases. */
export function moderate(
  messages: readonly ChatMessage[],
  { provider, model }: { provider: string; model: string },
): void {
  for (const message of messages) {
    if (message.role !== "user") continue;
    const text = textOf(message);
    const lower = text.toLowerCase();
    const reasons = [
      ...new Set(Object.entries(flagged).flatMap(([words, reason]) => (lower.includes(words) ? reason : []))),
    ];
    if (reasons.length === 0) continue;
    throw new HttpError(403, `Your input was flagged for ${reasons.join(", ")}. No credits were charged.`, {
      metadata: { reasons, flagged_input: shorten(text), provider_name: provider, model_slug: model },
    });
  }
}

/** Removes the middle of a text with more than 100 characters. */
function shorten(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 48)}...${text.slice(-49)}`;
}
