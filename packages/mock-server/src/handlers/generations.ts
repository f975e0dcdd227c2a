import type { HandlersOf, KeyedContext } from "../handler.ts";
import { Refusal } from "../refusal.ts";
import type { GenerationRecord } from "../world.ts";

export const generations: HandlersOf<"generations"> = {
  "generations.get": ({ id }, context) => ({ body: { data: find(id, context).generation } }),

  "generations.content": ({ id }, context) => {
    const { messages, completion, reasoning } = find(id, context);
    const input = messages ? { messages: messages.map((message) => ({ ...message })) } : {};
    return { body: { data: { input, output: { completion, reasoning }, error: null } } };
  },
};

/** The record of an id; those of other accounts are not found. */
function find(id: string, { world, key }: KeyedContext): GenerationRecord {
  const found = world.generations.get(id);
  if (found?.account.name !== key.account) throw new Refusal(404, `Generation ${id} not found`);
  return found;
}
