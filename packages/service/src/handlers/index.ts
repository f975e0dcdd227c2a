import { chat } from "./chat.ts";
import { embeddings } from "./embeddings.ts";
import { endpoints } from "./endpoints.ts";
import { messages } from "./messages.ts";
import { models } from "./models.ts";
import { providers } from "./providers.ts";
import { rerank } from "./rerank.ts";
import { responses } from "./responses.ts";

/** The handlers of the operations that work in the same way on every server. Keys, credits and records are the server's own. */
export const serviceHandlers: typeof chat &
  typeof embeddings &
  typeof endpoints &
  typeof messages &
  typeof models &
  typeof providers &
  typeof rerank &
  typeof responses = {
  ...chat,
  ...embeddings,
  ...endpoints,
  ...messages,
  ...models,
  ...providers,
  ...rerank,
  ...responses,
};
