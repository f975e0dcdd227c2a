import type { ChatCompletionRequest } from "@patchbay/spec";
import type { ModelOutput, Upstream, UpstreamContext } from "./upstream.ts";

/** A reply of a script: text, a completion, or a function of the request. */
export type ScriptedReply =
  | string
  | ModelOutput
  | ((request: ChatCompletionRequest) => string | ModelOutput | Promise<string | ModelOutput>);

/** Answers with one reply after the other; when the list is at its end, like the other upstream. A lone function always answers. */
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

  copied(): this {
    const made = new Scripted(this.#script, this.#otherwise);
    made.#next = this.#next;
    return made as this;
  }
}
