import { excerpt } from "../json/show-value.ts";
import type { HistoryFault } from "../messages/tool-history.ts";
import type { ToolFault } from "../messages/tool-definitions.ts";

/** A mistake in the tools, the tool choice or the tool call history of a request. */
export type Fault = HistoryFault | ToolFault;

/** A provider's error text for a fault, and the parameter that it names. */
export interface ErrorText {
  readonly message: string;
  readonly param?: string;
}

/** The error text for each kind of fault. */
export type Wording = { readonly [Kind in Fault["kind"]]: (fault: Extract<Fault, { kind: Kind }>) => ErrorText };

/** The table has an entry for every kind; the compiler cannot relate the entry to the type of this fault. */
export function say(fault: Fault, wording: Wording): ErrorText {
  return (wording[fault.kind] as (fault: Fault) => ErrorText)(fault);
}

/** Ids come from the caller, so their length and number are limited here. */
export function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 10).map((id) => excerpt(id, 100));
  return ids.length > 10 ? `${shown.join(", ")} and ${ids.length - 10} more` : shown.join(", ");
}

export function quote(name: string): string {
  return `'${excerpt(name, 100)}'`;
}

/** An error body of OpenAI's APIs, as JSON text. */
export function toOpenAiError({ message, param }: ErrorText): string {
  return JSON.stringify({ error: { message, type: "invalid_request_error", param: param ?? null, code: null } });
}
