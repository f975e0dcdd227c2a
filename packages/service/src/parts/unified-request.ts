import type { CacheControl, ChatCompletionRequest, ToolCall, ToolMessage } from "@patchbay/spec";

/**
 * A request of any dialect, in one form for routing, plugins, rules, upstreams and billing. A chat completion can express the
 * messages, tools and settings of every dialect, so its fields are used. A dialect keeps what only it needs in its call.
 */
export type UnifiedRequest = ChatCompletionRequest;

/** A tool message, and whether the tool failed. A chat completion has no field for that; an upstream of another dialect has. */
export type UnifiedToolMessage = { role: "tool" } & ToolMessage & { readonly is_error?: boolean };

/** A tool call of an earlier response with a breakpoint of the prompt cache after it. */
export type MarkedToolCall = ToolCall & { readonly cache_control?: CacheControl };
