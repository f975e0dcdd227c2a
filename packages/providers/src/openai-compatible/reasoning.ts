import type { UnifiedRequest } from "../unified.ts";
import type { OpenAIOptions } from "./options.ts";

/** The fields that control reasoning. */
export function toReasoning(request: UnifiedRequest, { reasoning: control, profile }: OpenAIOptions): object {
  const { reasoning, reasoning_effort: effort } = request;
  switch (control) {
    case "object":
      return { ...(reasoning && { reasoning }), ...(effort && { reasoning_effort: effort }) };
    case "chat-template": {
      const isOn = isEnabled(request);
      return isOn === undefined ? {} : { chat_template_kwargs: { enable_thinking: isOn } };
    }
    case "effort": {
      const level = readEffort(request);
      if (level === undefined) return {};
      return { reasoning_effort: profile === "openai" && level === "max" ? "xhigh" : level };
    }
    default:
      return {};
  }
}

/** Whether reasoning is wanted; `undefined` if the request does not say. */
function isEnabled({ reasoning, reasoning_effort: effort }: UnifiedRequest): boolean | undefined {
  const level = reasoning?.effort ?? effort ?? undefined;
  if (typeof reasoning?.enabled === "boolean") return reasoning.enabled;
  if (level !== undefined) return level !== "none";
  return typeof reasoning?.max_tokens === "number" ? reasoning.max_tokens > 0 : undefined;
}

/** The effort of a request; that of a token budget is derived from its size. `undefined` leaves it to the model. */
function readEffort(request: UnifiedRequest): string | undefined {
  const { reasoning, reasoning_effort: effort } = request;
  if (reasoning?.enabled === false) return "none";
  const level = reasoning?.effort ?? effort ?? undefined;
  if (level !== undefined) return level;
  const budget = reasoning?.max_tokens;
  if (typeof budget !== "number") return undefined;
  if (budget <= 0) return "none";
  return budgets.find(({ least }) => budget >= least)?.effort ?? "low";
}

/** Tokens of a budget → effort. */
const budgets: readonly { readonly least: number; readonly effort: string }[] = [
  { least: 16_000, effort: "high" },
  { least: 4000, effort: "medium" },
];
