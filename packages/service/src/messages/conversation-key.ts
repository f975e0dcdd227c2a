import type { HeaderReader } from "../http/request.ts";
import type { ChatCompletionRequest } from "@patchbay/spec";
import { hashText } from "@patchbay/engine/data/random";
import { textOf } from "./message-text.ts";
import { type Prompt } from "./prompt.ts";

/** The key of a conversation, and whether the caller set it. */
export interface ConversationKey {
  readonly id: string;
  readonly isSession: boolean;
}

/** The session of a request, its cache key, or its first system message and the first other message. */
export function conversationOf(input: ChatCompletionRequest, headers: HeaderReader, account: string): ConversationKey {
  const session = input.session_id ?? headers.get("x-session-id");
  if (session) return { id: `${account} session ${session}`, isSession: true };
  if (input.prompt_cache_key) return { id: `${account} cache ${input.prompt_cache_key}`, isSession: false };
  const isSystem = (role: string): boolean => role === "system" || role === "developer";
  const system = input.messages.find(({ role }) => isSystem(role));
  const first = input.messages.find(({ role }) => !isSystem(role));
  const text = `${system ? outlineOf(textOf(system)) : ""}\n${first ? outlineOf(textOf(first)) : ""}`;
  return { id: `${account} ${hashText(text)}`, isSession: false };
}

/** Longer texts, in characters, are identified by their length and both ends: hashing 65,536 characters takes 0.13 ms of each request. */
const longText = 8192;

function outlineOf(text: string): string {
  const half = longText / 2;
  return text.length <= longText ? text : `${text.length} ${text.slice(0, half)}${text.slice(-half)}`;
}

/**
 * Whether a conversation benefits from staying at one endpoint: it has a session, or is long enough for a prompt cache.
 */
export function isWorthStaying(
  { session_id: session, prompt_cache_key: cacheKey }: ChatCompletionRequest,
  headers: HeaderReader,
  { tokens }: Prompt,
): boolean {
  return tokens >= leastCached || Boolean(session ?? cacheKey ?? headers.get("x-session-id"));
}

/** The shortest prompt that any prompt cache stores, whatever the tokenizer. */
const leastCached = 512;
