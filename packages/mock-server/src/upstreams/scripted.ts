import type { UnifiedRequest } from "@patchbay/service/parts/unified-request";
import { toOutputParts, type ModelOutput } from "@patchbay/service/upstreams/model-output";
import type {
  PartBatches,
  Parts,
  SimulatedUpstream,
  SimulationContext,
  UpstreamContext,
} from "@patchbay/service/upstreams/upstream";

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

  stream(request: UnifiedRequest, context: SimulationContext): Parts | PartBatches | Promise<Parts> {
    const entry = typeof this.#script === "function" ? this.#script : this.#script[this.#next++];
    const reply = typeof entry === "function" ? entry(request, context) : entry;
    if (isPromise(reply)) return reply.then(toReplyParts);
    return reply === undefined ? this.#otherwise.stream(request, context) : toReplyParts(reply);
  }

  copied(): Scripted {
    const made = new Scripted(this.#script, this.#otherwise);
    made.#next = this.#next;
    return made;
  }
}

function toReplyParts(reply: string | ModelOutput): Parts {
  return toOutputParts(typeof reply === "string" ? { content: reply } : reply);
}

/** Whether a reply of a function has to be awaited. A promise of another realm is none of this one. */
function isPromise(reply: unknown): reply is Promise<string | ModelOutput> {
  return typeof (reply as { readonly then?: unknown } | undefined)?.then === "function";
}
