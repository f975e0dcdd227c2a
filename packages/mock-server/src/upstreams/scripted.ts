import type { ChatCompletionRequest } from "@patchbay/spec";
import type { Completion, Upstream } from "./upstream.ts";

/** A reply of a script: text, a completion, or a function of the request. */
export type ScriptedReply =
  | string
  | Completion
  | ((request: ChatCompletionRequest) => string | Completion | Promise<string | Completion>);

/** Answers with one reply after the other; when the list is at its end, like the other upstream. A lone function always answers. */
export function scripted(
  script: readonly ScriptedReply[] | Extract<ScriptedReply, Function>,
  otherwise: Upstream,
): Upstream {
  const replies = typeof script === "function" ? undefined : [...script];
  return {
    async complete(request, context) {
      const reply = typeof script === "function" ? script : replies!.shift();
      const said = typeof reply === "function" ? await reply(request) : reply;
      if (said === undefined) return otherwise.complete(request, context);
      return typeof said === "string" ? { content: said } : said;
    },
  };
}
