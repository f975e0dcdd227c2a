import type { UnifiedRequest } from "../parts/unified-request.ts";
import { toOutputParts, type ModelOutput } from "./model-output.ts";
import type { Parts, SimulatedUpstream, SimulationContext, UpstreamContext } from "./upstream.ts";

/** A reply of a script: a text, a model output, or a function of the request. */
export type ScriptedReply =
  | string
  | ModelOutput
  | ((request: UnifiedRequest, context: UpstreamContext) => string | ModelOutput | Promise<string | ModelOutput>);

/** Replies with the script in order, and then with another upstream. A single function creates every reply. */
export class Scripted implements SimulatedUpstream {
  readonly #script: readonly ScriptedReply[] | Extract<ScriptedReply, Function>;
  readonly #otherwise: SimulatedUpstream;
  #next = 0;

  constructor(script: readonly ScriptedReply[] | Extract<ScriptedReply, Function>, otherwise: SimulatedUpstream) {
    this.#script = script;
    this.#otherwise = otherwise;
  }

  async stream(request: UnifiedRequest, context: SimulationContext): Promise<Parts> {
    const entry = typeof this.#script === "function" ? this.#script : this.#script[this.#next++];
    const reply = typeof entry === "function" ? await entry(request, context) : entry;
    if (reply === undefined) return this.#otherwise.stream(request, context);
    return toOutputParts(typeof reply === "string" ? { content: reply } : reply);
  }

  copied(): Scripted {
    const made = new Scripted(this.#script, this.#otherwise);
    made.#next = this.#next;
    return made;
  }
}
