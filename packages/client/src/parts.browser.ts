// In place of parts.ts in bundles for browsers.
import type * as parts from "./parts.ts";

export const loadChatParts: typeof parts.loadChatParts = async () => (await import("./chat/chat-parts.ts")).chatParts;

export const loadReadBody: typeof parts.loadReadBody = async () => (await import("./http/response-body.ts")).readBody;

export const loadLogAttempt: typeof parts.loadLogAttempt = async () => (await import("./options/logger.ts")).logAttempt;
