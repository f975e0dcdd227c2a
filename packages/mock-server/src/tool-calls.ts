import type { ChatCompletionRequest } from "@patchbay/spec";
import type { Answer } from "./chat/answer.ts";
import { check } from "./upstreams/schema.ts";

/** Whether every call names an offered tool, with arguments that are JSON and obey its schema. */
export function obeysTools({ tools }: ChatCompletionRequest, { toolCalls }: Answer): boolean {
  return toolCalls.every(({ call: { function: called } }) => {
    const tool = tools?.find((candidate) => candidate.type === "function" && candidate.function.name === called.name);
    if (tool?.type !== "function") return false;
    try {
      return check(tool.function.parameters ?? {}, JSON.parse(called.arguments));
    } catch {
      return false;
    }
  });
}
