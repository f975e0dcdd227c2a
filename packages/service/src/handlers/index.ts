import type { Handlers } from "../context/handler.ts";
import { activity } from "./activity.ts";
import { auth } from "./auth.ts";
import { chat } from "./chat.ts";
import { credits } from "./credits.ts";
import { embeddings } from "./embeddings.ts";
import { endpoints } from "./endpoints.ts";
import { generations } from "./generations.ts";
import { keys } from "./keys.ts";
import { messages } from "./messages.ts";
import { models } from "./models.ts";
import { providers } from "./providers.ts";
import { rerank } from "./rerank.ts";
import { responses } from "./responses.ts";

/** One handler for every operation of the contract. A missing handler is a type error. */
export const handlers: Handlers = {
  ...activity,
  ...auth,
  ...chat,
  ...credits,
  ...embeddings,
  ...endpoints,
  ...generations,
  ...keys,
  ...messages,
  ...models,
  ...providers,
  ...rerank,
  ...responses,
};
