import type { MessagesCountTokensRequest } from "@patchbay/spec";
import { respond } from "../chat/respond.ts";
import type { HandlersOf, KeyedContext } from "../context/handler.ts";
import { toMessagesCall } from "../dialects/messages/messages-dialect.ts";
import { toCatalogName } from "../dialects/messages/model-names.ts";
import { readPrompt } from "../dialects/messages/read-request.ts";
import { countAhead } from "../messages/message-tokens.ts";
import { measure } from "../messages/prompt.ts";
import { loadTokenizer } from "../messages/tokenizer.ts";
import { resolve, splitVariant } from "../routing/resolve-models.ts";

export const messages: HandlersOf<"messages"> = {
  "messages.create": (input, context) => {
    const call = toMessagesCall(input, context.headers);
    return respond({ ...call, request: withCatalogNames(call.request, context) }, context);
  },
  "messages.countTokens": async (input, context) => ({ body: { input_tokens: await countTokens(input, context) } }),
};

/** Counts the prompt as it would be billed, before plugins. */
async function countTokens(input: MessagesCountTokensRequest, context: KeyedContext): Promise<number> {
  const request = withCatalogNames(readPrompt(input), context);
  const tokenFactor = tokenFactorOf(request.model!, context);
  const tokenizer = await loadTokenizer();
  await countAhead(request, tokenizer, context.signal);
  return Math.ceil(measure(request, tokenizer).tokens * tokenFactor);
}

/** Native tokens of a model for one of the common tokenizer. The model that a router will choose is not known. */
function tokenFactorOf(name: string, { state }: KeyedContext): number {
  if (name.startsWith("openrouter/")) return 1;
  return resolve(state, [name], "text").targets[0]!.model.tokenFactor;
}

interface Named {
  readonly model?: string | null | undefined;
  readonly models?: string[] | null | undefined;
}

/** The request with the names of the catalog in place of those of Anthropic's own API. */
function withCatalogNames<Request extends Named>(request: Request, { state }: KeyedContext): Request {
  const isKnown = (name: string): boolean => state.catalog.find(splitVariant(state, name).id) !== undefined;
  return {
    ...request,
    ...(request.model && { model: toCatalogName(request.model, isKnown) }),
    ...(request.models && { models: request.models.map((name) => toCatalogName(name, isKnown)) }),
  };
}
