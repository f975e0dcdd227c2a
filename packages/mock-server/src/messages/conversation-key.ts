import type { HeaderReader } from "../http/request.ts";
import type { ChatCompletionRequest } from "@patchbay/spec";
import { hashText } from "../engine/data/random.ts";
import { textOf } from "./message-text.ts";
import { type Prompt } from "./prompt.ts";

/** What makes requests one conversation, and whether the caller named it. */
export interface ConversationKey {
  readonly id: string;
  readonly isSession: boolean;
}

/** The session of a request; else its cache key; else its first system message and the first other one. */
export function conversationOf(input: ChatCompletionRequest, headers: HeaderReader, account: string): ConversationKey {
  const session = input.session_id ?? headers.get("x-session-id");
  if (session) return { id: `${account} session ${session}`, isSession: true };
  if (input.prompt_cache_key) return { id: `${account} cache ${input.prompt_cache_key}`, isSession: false };
  const isSystem = (role: string): boolean => role === "system" || role === "developer";
  const system = input.messages.find(({ role }) => isSystem(role));
  const first = input.messages.find(({ role }) => !isSystem(role));
  const text = `${system ? textOf(system) : ""}\n${first ? textOf(first) : ""}`;
  return { id: `${account} ${hashText(text)}`, isSession: false };
}

/** Whether a conversation can gain by staying with an endpoint: it says so itself, or it is long enough for a prompt cache. */
export function isWorthStaying(
  { session_id: session, prompt_cache_key: cacheKey }: ChatCompletionRequest,
  headers: HeaderReader,
  { tokens }: Prompt,
): boolean {
  return tokens >= leastCached || Boolean(session ?? cacheKey ?? headers.get("x-session-id"));
}

/** No prompt cache keeps less, whatever the tokenizer. */
const leastCached = 512;
