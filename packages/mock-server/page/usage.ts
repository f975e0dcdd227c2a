import type { Entry } from "./api.ts";

/** What the page reads of a response. Everything may be absent. */
interface Reply {
  readonly id?: string;
  readonly provider?: string;
  readonly model?: string;
  readonly usage?: Usage;
  readonly choices?: readonly {
    readonly message?: { readonly content?: unknown };
    readonly delta?: { readonly content?: unknown };
    readonly finish_reason?: string | null;
  }[];
}

export interface Usage {
  readonly prompt_tokens?: number;
  readonly completion_tokens?: number;
  readonly cost?: number;
  readonly prompt_tokens_details?: { readonly cached_tokens?: number } | null;
  readonly completion_tokens_details?: { readonly reasoning_tokens?: number } | null;
  readonly cost_details?: {
    readonly upstream_inference_prompt_cost?: number;
    readonly upstream_inference_completions_cost?: number;
  } | null;
}

/** The response in parts: one for a JSON body, one for each event of a stream. */
export function partsOf({ reply }: Entry): Reply[] {
  const parts = Array.isArray(reply) ? (reply as unknown[]) : [reply];
  return parts.filter((part): part is Reply => typeof part === "object" && part !== null);
}

export function usageOf(entry: Entry): Usage | undefined {
  return partsOf(entry).findLast(({ usage }) => usage)?.usage;
}

/** What the model said: the content of the first choice, put together where it came in events. */
export function answerOf(entry: Entry): string {
  const said = partsOf(entry).map(({ choices }) => choices?.[0]?.message?.content ?? choices?.[0]?.delta?.content);
  return said.filter((content) => typeof content === "string").join("");
}
