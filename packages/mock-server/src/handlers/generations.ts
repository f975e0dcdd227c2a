import type { OwnHandlers, OwnContext } from "./own-handlers.ts";
import { HttpError } from "@patchbay/service/http/http-error";
import type { GenerationRecord } from "@patchbay/service/billing/generation";

export const generations: OwnHandlers<"generations"> = {
  "generations.get": ({ id }, context) => ({ body: { data: find(id, context).toGeneration() } }),

  "generations.getContent": ({ id }, context) => {
    const { hasContent } = find(id, context);
    const content = context.state.contents.get(id);
    if (hasContent && !content) throw new HttpError(404, `The content of generation ${id} was evicted`);
    const { request, completion, reasoning } = content ?? { request: undefined, completion: null, reasoning: null };
    const { messages } = JSON.parse(request ?? "{}") as { messages?: Record<string, unknown>[] };
    const input = messages ? { messages } : {};
    return { body: { data: { input, output: { completion, reasoning }, error: null } } };
  },
};

/** The usage record of an id. Throws 404 for records of other accounts. */
function find(id: string, { state, key }: OwnContext): GenerationRecord {
  const found = state.generations.get(id);
  if (found?.account !== key.account) throw new HttpError(404, `Generation ${id} not found`);
  return found;
}
