// What providers check in the messages of a request and reject with 400.
import type { ChatCompletionRequest } from "@patchbay/client";

/** The rules of providers that a request violates. */
export function brokenRules({ messages, tools }: ChatCompletionRequest): string[] {
  const broken: string[] = [];
  const ids = new Set<string>();
  let open: string[] = [];
  for (const [at, message] of messages.entries()) {
    if (message.role === "tool") {
      if (message.tool_call_id !== open.shift()) broken.push(`${at}: the result answers no open call`);
      if (typeof message.content !== "string" && !Array.isArray(message.content)) broken.push(`${at}: no content`);
      continue;
    }
    if (open.length > 0) broken.push(`${at}: calls without a result: ${open.join(", ")}`);
    open = [];
    if (message.role !== "assistant") continue;
    const { content, tool_calls: calls } = message;
    const isBlank = Array.isArray(content) ? content.length === 0 : !content?.trim();
    if (calls?.length === 0) broken.push(`${at}: an empty list of calls`);
    if (isBlank && !calls?.length) broken.push(`${at}: an empty answer`);
    if (calls?.length && typeof content === "string" && isBlank) broken.push(`${at}: blank text next to calls`);
    for (const call of calls ?? []) {
      if (typeof call.id !== "string" || !call.id.trim()) broken.push(`${at}: a call without an id`);
      if (ids.has(call.id)) broken.push(`${at}: the id ${call.id} twice`);
      ids.add(call.id);
      open.push(call.id);
      if (call.type !== "function") broken.push(`${at}: a call of type ${String(call.type)}`);
      if (!/^[\w-]{1,64}$/.test(call.function.name)) broken.push(`${at}: the name ${call.function.name}`);
      if (!isObject(call.function.arguments))
        broken.push(`${at}: arguments ${JSON.stringify(call.function.arguments)}`);
    }
  }
  if (open.length > 0) broken.push(`end: calls without a result: ${open.join(", ")}`);
  if (ids.size > 0 && !tools?.length) broken.push("calls without definitions");
  if (!JSON.stringify(messages).isWellFormed() || /[^\\](?:\\\\)*\\ud[89a-f]/i.test(JSON.stringify(messages)))
    broken.push("half a surrogate pair");
  return broken;
}

function isObject(text: unknown): boolean {
  try {
    const value: unknown = JSON.parse(text as string);
    return typeof value === "object" && value !== null && !Array.isArray(value) && isWhole(value);
  } catch {
    return false;
  }
}

function isWhole(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  return typeof value !== "object" || value === null || Object.values(value).every(isWhole);
}
