import type { ChatMessage } from "@patchbay/spec";
import { textsOf, toContentParts } from "../../content/content-parts.ts";
import type { Target } from "../../adapter.ts";
import type { UnifiedToolMessage } from "../../unified.ts";
import type { GeminiContent, GeminiPart } from "../format/gemini-content.ts";
import { readModelVersion } from "../format/model-version.ts";
import { toGeminiPart } from "./media-parts.ts";
import { toModelParts } from "./model-parts.ts";
import { toResponseParts } from "./response-parts.ts";

export interface Conversation {
  readonly systemInstruction: { readonly parts: readonly GeminiPart[] } | undefined;
  readonly contents: readonly GeminiContent[];
}

type AssistantMessage = Extract<ChatMessage, { role: "assistant" }>;

/**
 * The messages as turns. System messages become the system instruction, the results of one message's calls one turn, in the order
 * of the calls. Gemini needs at least one turn, so a system instruction alone is the turn.
 */
export function toConversation(messages: readonly ChatMessage[], target: Target): Conversation {
  const system: GeminiPart[] = [];
  const contents: GeminiContent[] = [];
  let caller: AssistantMessage | undefined;
  for (let place = 0; place < messages.length; place++) {
    const message = messages[place]!;
    switch (message.role) {
      case "system":
      case "developer":
        system.push(...textsOf(message.content).map((text) => ({ text })));
        break;
      case "assistant":
        caller = message;
        push(contents, "model", toModelParts(message, target));
        break;
      case "user":
        push(contents, "user", toUserParts(message.content));
        break;
      case "tool": {
        const results = takeResults(messages, place);
        place += results.length - 1;
        contents.push({ role: "user", parts: toResponseParts(results, caller?.tool_calls ?? []) });
      }
    }
  }
  return place(system, contents, target);
}

/** The tool messages from a place on. */
function takeResults(messages: readonly ChatMessage[], start: number): UnifiedToolMessage[] {
  const results: UnifiedToolMessage[] = [];
  for (let place = start; messages[place]?.role === "tool"; place++)
    results.push(messages[place] as UnifiedToolMessage);
  return results;
}

function toUserParts(content: Extract<ChatMessage, { role: "user" }>["content"]): GeminiPart[] {
  return toContentParts(content).flatMap((part) => toGeminiPart(part) ?? []);
}

/** Gemini refuses a turn without parts. */
function push(contents: GeminiContent[], role: GeminiContent["role"], parts: readonly GeminiPart[]): void {
  if (parts.length > 0) contents.push({ role, parts });
}

function place(system: readonly GeminiPart[], contents: readonly GeminiContent[], { model }: Target): Conversation {
  if (system.length === 0) return { systemInstruction: undefined, contents };
  if (contents.length > 0 && !readModelVersion(model).isGemma)
    return { systemInstruction: { parts: system }, contents };
  const [first, ...rest] = contents;
  if (first?.role !== "user")
    return { systemInstruction: undefined, contents: [{ role: "user", parts: system }, ...contents] };
  return { systemInstruction: undefined, contents: [{ role: "user", parts: [...system, ...first.parts] }, ...rest] };
}
