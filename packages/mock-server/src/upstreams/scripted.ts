import type { ChatCompletionRequest } from "@patchbay/spec";
import type { ModelOutput, Upstream, UpstreamContext } from "./upstream.ts";

/** A reply of a script: a text, a model output, or a function of the request. */
export type ScriptedReply =
  | string
  | ModelOutput
  | ((request: ChatCompletionRequest) => string | ModelOutput | Promise<string | ModelOutput>);

/** Replies with the script in order, and then with another upstream. A single function creates every reply. */
export class Scripted implements Upstream {
  readonly #script: readonly ScriptedReply[] | Extract<ScriptedReply, Function>;
  readonly #otherwise: Upstream;
  #next = 0;

  constructor(script: readonly ScriptedReply[] | Extract<ScriptedReply, Function>, otherwise: Upstream) {
    this.#script = script;
    this.#otherwise = otherwise;
  }

  async complete(request: ChatCompletionRequest, context: UpstreamContext): Promise<ModelOutput> {
    const reply = typeof this.#script === "function" ? this.#script : this.#script[this.#next++];
    const said = typeof reply === "function" ? await reply(request) : reply;
    if (said === undefined) return this.#otherwise.complete(request, context);
    return typeof said === "string" ? { content: said } : said;
  }

  copied(): Scripted {
    const made = new Scripted(this.#script, this.#otherwise);
    made.#next = this.#next;
    return made;
  }
}
