import type { ChatCompletionRequest } from "@patchbay/spec";

/**
 * A request of any dialect, in one form for routing, plugins, rules, upstreams and billing. A chat completion can express the
 * messages, tools and settings of every dialect, so its fields are used. A dialect keeps what only it needs in its call.
 */
export type UnifiedRequest = ChatCompletionRequest;
