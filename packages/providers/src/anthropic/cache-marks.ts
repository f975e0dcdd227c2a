import type { JsonObject } from "../fields/json-value.ts";
import type { Turn } from "./messages.ts";

/** The API takes four cache breakpoints. */
const most = 4;

/** The parts of a prompt that can have cache breakpoints, in the order in which they are cached. */
export interface MarkedPrompt {
  readonly tools: readonly JsonObject[];
  readonly system: readonly JsonObject[];
  readonly turns: readonly Turn[];
}

/** A prompt with at most four breakpoints. The last ones stay: each of them covers everything before it. */
export function limitMarks({ tools, system, turns }: MarkedPrompt, reserved: number): MarkedPrompt {
  const blocks = [...tools, ...system, ...turns.flatMap(({ content }) => content)];
  let extra = blocks.filter(isMarked).length - (most - reserved);
  const limit = (block: JsonObject): JsonObject => {
    if (extra <= 0 || !isMarked(block)) return block;
    extra--;
    const { cache_control: _, ...rest } = block;
    return rest;
  };
  if (extra <= 0) return { tools, system, turns };
  return {
    tools: tools.map(limit),
    system: system.map(limit),
    turns: turns.map(({ role, content }) => ({ role, content: content.map(limit) })),
  };
}

function isMarked({ cache_control: mark }: JsonObject): boolean {
  return mark !== undefined;
}
