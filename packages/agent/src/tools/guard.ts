import { toCanonical } from "../json.ts";
import type { Tool } from "./tool.ts";

/** What becomes of a call that was made before: it goes on, the model is steered, it is not run any more, or the run ends. */
export type Verdict = "run" | "steer" | "block" | "stop";

/** How often in a row the same call may come: then the model is told, then it is not run, then the run ends. */
const ladder = { steer: 3, block: 4, stop: 6 };

/** Notices calls that come again and again with the same arguments; tools that are `repeatable` may. */
export class RepeatGuard {
  #last = "";
  #count = 0;

  look(tool: Tool, input: unknown): Verdict {
    if (tool.repeatable) return "run";
    const mark = `${tool.name} ${toCanonical(input)}`;
    this.#count = mark === this.#last ? this.#count + 1 : 1;
    this.#last = mark;
    if (this.#count >= ladder.stop) return "stop";
    if (this.#count >= ladder.block) return "block";
    return this.#count >= ladder.steer ? "steer" : "run";
  }
}
