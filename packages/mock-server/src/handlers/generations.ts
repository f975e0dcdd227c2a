import type { HandlersOf } from "../handler.ts";
import { Refusal } from "../refusal.ts";
import type { GenerationRecord, World } from "../world.ts";

export const generations: HandlersOf<"generations"> = {
  "generations.get": ({ id }, { world }) => ({ body: { data: find(id, world).generation } }),

  "generations.content": ({ id }, { world }) => {
    const { messages, completion, reasoning } = find(id, world);
    const input = messages ? { messages: messages.map((message) => ({ ...message })) } : {};
    return { body: { data: { input, output: { completion, reasoning }, error: null } } };
  },
};

function find(id: string, { generations }: World): GenerationRecord {
  const found = generations.get(id);
  if (!found) throw new Refusal(404, `Generation ${id} not found`);
  return found;
}
