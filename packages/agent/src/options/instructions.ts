import type { ChatMessage, TextPart } from "@patchbay/client";
import { AgentError } from "../errors/agent-error.ts";
import { checkCacheControl } from "./cache-control.ts";
import { show } from "./check-options.ts";
import { untilAborted } from "../async/until-aborted.ts";

/** The content of the system message. Its parts can set prompt cache breakpoints with `cache_control`. */
export type Instructions = string | readonly TextPart[];

/** Rejects values that are not text. Throws `AgentError`. */
export function checkInstructions(given: unknown): void {
  const isPart = (part: unknown): boolean => {
    const { type, text } = (part ?? {}) as { readonly type?: unknown; readonly text?: unknown };
    return type === "text" && typeof text === "string";
  };
  if (given === undefined || typeof given === "string") return;
  if (Array.isArray(given) && given.every(isPart)) return given.forEach(checkPart);
  const what = Array.isArray(given) ? show(given.find((part) => !isPart(part))) : show(given);
  throw new AgentError(
    `\`instructions\` must be a string or a list of text parts such as { type: "text", text: "…" }, got ${what}.`,
  );
}

/** Rejects fields that the API would ignore in a text part. Throws `AgentError`. */
function checkPart(part: object): void {
  const { cache_control: control } = part as TextPart;
  const foreign = ["cacheControl", "providerOptions", "providerMetadata"].find((name) => name in part);
  if (foreign !== undefined)
    throw new AgentError(`A part of \`instructions\` has the unknown field \`${foreign}\`. Use \`cache_control\`.`);
  checkCacheControl("`cache_control` of a part of `instructions`", control);
}

/** The system message of a step; empty without instructions. */
export async function toSystem<Progress>(
  instructions: Instructions | ((progress: Progress) => Instructions | Promise<Instructions>) | undefined,
  progress: Progress,
  signal: AbortSignal,
): Promise<ChatMessage[]> {
  const content =
    typeof instructions === "function" ? await untilAborted(signal, instructions(progress)) : instructions;
  checkInstructions(content);
  if (typeof content === "string" ? content === "" : !content?.length) return [];
  return [{ role: "system", content: typeof content === "string" ? content : [...content!] }];
}
