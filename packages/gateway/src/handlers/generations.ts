import { HttpError } from "@patchbay/service/http/http-error";
import type { RequestEvent } from "../ports/events.ts";
import type { OwnContext, OwnHandlers } from "./gateway-state.ts";

export const generations: OwnHandlers<"generations"> = {
  "generations.get": async ({ id }, context) => {
    const { generation } = await find(id, context);
    if (!generation) throw new HttpError(404, `The request ${id} failed and produced no generation.`);
    return { body: { data: generation } };
  },

  "generations.getContent": async ({ id }, context) => {
    const { content } = await find(id, context);
    if (!content)
      throw new HttpError(
        404,
        `The content of generation ${id} is not stored. Set \`retention.prompts: true\` to store it.`,
      );
    const { messages } = JSON.parse(content.request) as { messages?: Record<string, unknown>[] };
    const { completion, reasoning } = content;
    return { body: { data: { input: messages ? { messages } : {}, output: { completion, reasoning }, error: null } } };
  },
};

/** The record of an id. Throws 404 for records of other accounts. */
async function find(id: string, { state, key }: OwnContext): Promise<RequestEvent> {
  const found = await state.store.events.generation(id);
  if (found?.account !== key.account) throw new HttpError(404, `Generation ${id} not found`);
  return found;
}
