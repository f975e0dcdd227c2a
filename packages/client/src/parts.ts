// The parts of the package that not every program needs. Bundles for browsers have parts.browser.ts in place of this module
// (`browser` in package.json) and load a part when it is first used. On a server, a part is loaded at startup: there it costs
// a few milliseconds at most, and no error, stream or log line waits for a file.
import { chatParts } from "./chat/chat-parts.ts";
import { readBody } from "./http/response-body.ts";
import { logAttempt } from "./options/logger.ts";

type Loader<Part> = () => Promise<Part>;

/** Reads the chunks of a chat completion. */
export const loadChatParts: Loader<typeof chatParts> = () => Promise.resolve(chatParts);

/** Reads error responses, and responses of another form than that of the contract. */
export const loadReadBody: Loader<typeof readBody> = () => Promise.resolve(readBody);

/** Logs attempts. */
export const loadLogAttempt: Loader<typeof logAttempt> = () => Promise.resolve(logAttempt);
