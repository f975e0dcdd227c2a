import type { RoutingMetadata, ServerToolUse, Usage } from "@patchbay/spec";
import type { OutputEnd, ResponseHead } from "../parts/dialect.ts";
import { trustedUsage } from "../billing/trusted-usage.ts";
import type { ChargeRequest } from "../ports/billing.ts";
import type { CacheUse } from "@patchbay/engine/billing/prompt-cache";
import { toUsd, type NanoUsd } from "@patchbay/engine/billing/money";
import {
  chargeOf,
  completionCost,
  pricesFor,
  promptCost,
  type Prices,
  type Quantities,
} from "@patchbay/engine/billing/pricing";
import type { Candidate } from "@patchbay/engine/routing/routing";
import { getOwn } from "@patchbay/engine/data/get-own";
import { charactersOf, type CountedPart } from "./counted-part.ts";
import type { TokenizedOutput } from "./tokenized-output.ts";
import type { ReportedUsage } from "../parts/part.ts";
import { imageTokens, type Prompt } from "../messages/prompt.ts";

/** One request and the model's output. */
export interface ChatTurn {
  readonly id: string;
  readonly created: number;
  readonly candidate: Candidate;
  readonly prices: Prices;
  readonly prompt: Prompt;
  readonly cache: CacheUse;
  readonly answer: TokenizedOutput;
  readonly work: ServerWork;
  readonly metadata: RoutingMetadata | undefined;
  /** The fee of a BYOK request; `undefined` for shared keys. */
  readonly byokFee: ((listPrice: NanoUsd) => NanoUsd) | undefined;
  /** Whether the response includes `service_tier`. */
  readonly tierAsked: boolean;
  /** The usage that the upstream reported. It is billed in place of the counted tokens. */
  readonly reported?: ReportedUsage | undefined;
  /** The provider's id of its response. */
  readonly upstreamId?: string | undefined;
  /** The parts of an output that was sent while it was produced. Default: those of `answer`. */
  readonly parts?: readonly CountedPart[];
  /** Whether an output that an error interrupted is charged for what was produced. Default: false. */
  readonly chargesErrors?: boolean;
}

/** The work that the API itself did for a request: searches, file parsing, server tool steps. */
export interface ServerWork {
  /** Input and output tokens of the steps before the final output, in tokens of the common tokenizer. */
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Model calls before the last one. */
  readonly steps: number;
  readonly fees: NanoUsd;
  readonly use: ServerToolUse | undefined;
}

export const noWork: ServerWork = { promptTokens: 0, completionTokens: 0, steps: 0, fees: 0n, use: undefined };

/** The counted native tokens of a prompt. */
export function promptTokensOf({ candidate, prompt, work }: Omit<QuantitySource, "reported">): number {
  return Math.ceil((prompt.tokens + work.promptTokens) * candidate.model.tokenFactor);
}

/** The usage of a turn in native tokens, if `sent` tokens of its output were sent. */
export function quantitiesOf(turn: QuantitySource, sent: number, withFees = true): Quantities {
  const { candidate, prompt, cache, work, answer } = turn;
  const { tokenFactor: native } = candidate.model;
  const counted: Quantities = {
    promptTokens: promptTokensOf(turn),
    completionTokens: Math.ceil((sent + work.completionTokens) * native),
    cachedTokens: cache.cachedTokens,
    cacheWriteTokens: cache.cacheWriteTokens,
    cacheWriteHourTokens: cache.cacheWriteHourTokens,
    audioTokens: Math.ceil(prompt.audioTokens * native),
    cachedAudioTokens: cache.cachedAudioTokens,
    cacheWriteAudioTokens: cache.cacheWriteAudioTokens,
    imageTokens: Math.ceil(prompt.images * imageTokens * native),
    cachedImageTokens: cache.cachedImageTokens,
    cacheWriteImageTokens: cache.cacheWriteImageTokens,
    reasoningTokens: Math.ceil(Math.min(answer?.reasoningTokens ?? 0, sent) * native),
    imageOutputTokens: Math.min(answer?.imageTokens ?? 0, sent),
    images: prompt.images,
    requests: work.steps + 1,
    fees: withFees ? work.fees : 0n,
  };
  if (!turn.reported) return counted;
  const reported = trustedUsage(turn.reported, { ...counted, context: candidate.endpoint.context });
  if (!reported) return counted;
  const { promptTokens, completionTokens } = reported;
  // The counted kinds of tokens must not exceed the reported total.
  let left = promptTokens;
  const take = (tokens = 0): number => {
    const taken = Math.min(tokens, left);
    left -= taken;
    return taken;
  };
  const hourTokens = Math.min(reported.cacheWriteHourTokens ?? 0, reported.cacheWriteTokens ?? 0);
  return {
    ...counted,
    promptTokens,
    completionTokens,
    cachedTokens: take(reported.cachedTokens),
    cacheWriteTokens: take((reported.cacheWriteTokens ?? 0) - hourTokens),
    cacheWriteHourTokens: take(hourTokens),
    audioTokens: take(counted.audioTokens),
    imageTokens: take(counted.imageTokens),
    cachedAudioTokens: 0,
    cachedImageTokens: 0,
    cacheWriteAudioTokens: 0,
    cacheWriteImageTokens: 0,
    reasoningTokens: Math.min(reported.reasoningTokens ?? counted.reasoningTokens ?? 0, completionTokens),
  };
}

/** The input of `quantitiesOf`. `answer` is absent before the model was called. */
export interface QuantitySource extends Pick<ChatTurn, "candidate" | "prompt" | "cache" | "work" | "reported"> {
  readonly answer?: Pick<TokenizedOutput, "imageTokens" | "reasoningTokens">;
}

/** The cost of a turn. */
export interface TurnCost {
  /** Charged to the credit balance. */
  readonly cost: NanoUsd;
  /** The provider's list price. */
  readonly listPrice: NanoUsd;
  readonly fees: NanoUsd;
  readonly prices: Prices;
  readonly used: Quantities;
}

/** An output with an error, or an empty one without a finish reason, is not charged. Fees are. */
function isInsured({ answer, chargesErrors }: Pick<ChatTurn, "answer" | "chargesErrors">): boolean {
  if (chargesErrors) return answer.tokens === 0;
  return answer.finishReason === "error" || (answer.tokens === 0 && answer.finishReason === "");
}

/** The prices of a turn: those of the tier of the prompt that the upstream reported, which can differ from the counted one. */
function pricesOfTurn({ prices, reported, candidate, created, work }: Omit<ChatTurn, "answer">): Prices {
  // With several model calls, the report is their sum, and the tier is that of each call.
  if (!reported || work.steps > 0) return prices;
  return pricesFor(candidate.endpoint.prices, reported.promptTokens, created * 1000);
}

/** The cost of a turn if `sent` tokens of its output were sent. */
export function costOfTurn(turn: ChatTurn, sent: number): TurnCost {
  const { fees } = turn.work;
  const prices = pricesOfTurn(turn);
  const used = quantitiesOf(turn, sent);
  if (isInsured(turn)) return { cost: fees, listPrice: 0n, fees, prices, used };
  const listPrice = chargeOf(prices, used) - fees;
  const charged = turn.byokFee ? turn.byokFee(listPrice) : listPrice;
  return { cost: charged + fees, listPrice, fees, prices, used };
}

/** The charge of the whole output to account and key, without the fees that are reserved separately. */
export function toChargeRequest(turn: ChatTurn, feesApart: NanoUsd): ChargeRequest {
  const { listPrice, fees } = costOfTurn(turn, turn.answer.tokens);
  const cost = fees - feesApart;
  return turn.byokFee ? { cost, byokCost: listPrice } : { cost: listPrice + cost };
}

/** The `usage` of the whole output, from its cost. */
export function usageOf(turn: ChatTurn, { cost, listPrice, prices, used }: TurnCost): Usage {
  const { answer, candidate, work } = turn;
  const insured = isInsured(turn);
  return {
    prompt_tokens: used.promptTokens,
    completion_tokens: used.completionTokens,
    total_tokens: used.promptTokens + used.completionTokens,
    prompt_tokens_details: {
      cached_tokens: used.cachedTokens ?? 0,
      cache_write_tokens: (used.cacheWriteTokens ?? 0) + (used.cacheWriteHourTokens ?? 0),
      audio_tokens: used.audioTokens ?? 0,
    },
    completion_tokens_details: {
      reasoning_tokens: used.reasoningTokens ?? 0,
      ...(answer.imageTokens > 0 && { image_tokens: answer.imageTokens }),
    },
    cost: toUsd(cost),
    is_byok: candidate.byok,
    cost_details: {
      upstream_inference_cost: candidate.byok ? toUsd(listPrice) : null,
      upstream_inference_prompt_cost: insured ? 0 : toUsd(promptCost(prices, used)),
      upstream_inference_completions_cost: insured ? 0 : toUsd(completionCost(prices, used)),
      ...(work.fees > 0n && { server_tool_cost: toUsd(work.fees) }),
    },
    ...(work.use && { server_tool_use_details: work.use }),
  };
}

/** The `usage` of a completion from the response cache. */
export const noUsage: Usage = {
  prompt_tokens: 0,
  completion_tokens: 0,
  total_tokens: 0,
  prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0 },
  completion_tokens_details: { reasoning_tokens: 0 },
  cost: 0,
  is_byok: false,
  cost_details: {
    upstream_inference_cost: null,
    upstream_inference_prompt_cost: 0,
    upstream_inference_completions_cost: 0,
  },
};

/** The approximate memory of a turn in bytes. */
export function bytesOfTurn({ answer, prompt, metadata, parts = [] }: ChatTurn): number {
  const texts = [answer.content, answer.reasoning, answer.images, ...answer.toolCalls.map(({ pieces }) => pieces)];
  const pieces = texts.reduce((sum, list) => sum + list.reduce((part, text) => part + 2 * text.length + 40, 0), 0);
  // These are short, except for the text of files.
  const rest = JSON.stringify([answer.annotations, answer.details, answer.toolCalls.map(({ call }) => call), metadata]);
  const sent = parts.reduce((sum, { part }) => sum + 100 + 2 * charactersOf(part), 0);
  return 2000 + sent + pieces + 2 * rest.length + 24 * prompt.parts.length;
}

/** What is known of the response of a turn when its output begins. */
export function toHead({ id, created, candidate, tierAsked }: Omit<ChatTurn, "answer">): ResponseHead {
  const { model, endpoint, byok } = candidate;
  return {
    id,
    created,
    model: model.id,
    provider: endpoint.provider.name,
    serviceTier: tierAsked ? endpoint.tier : undefined,
    isByok: byok,
  };
}

/** What is known of the response of a turn when its output has ended. */
export function toEnd(turn: ChatTurn, usage: Usage): OutputEnd {
  const { answer, candidate, metadata, cache } = turn;
  const { error } = answer;
  return {
    finishReason: answer.finishReason,
    nativeFinishReason: nativeReason(turn),
    stopSequence: answer.stopSequence,
    usage,
    cacheWriteHourTokens: cache.cacheWriteHourTokens,
    metadata,
    error: error && {
      status: error.status,
      message: error.message,
      errorType: error.errorType ?? (error.status === 429 ? "rate_limit_exceeded" : "provider_unavailable"),
      provider: candidate.endpoint.provider.name,
    },
  };
}

const anthropicReasons: Readonly<Record<string, string>> = {
  stop: "end_turn",
  length: "max_tokens",
  tool_calls: "tool_use",
  content_filter: "refusal",
};

/** The provider's own name for the finish reason, if it is known. */
export function nativeReason({ answer, candidate }: Pick<ChatTurn, "answer" | "candidate">): string | null {
  const { finishReason, nativeFinishReason } = answer;
  if (nativeFinishReason !== undefined) return nativeFinishReason;
  if (finishReason === "") return null;
  const { tokenizer } = candidate.model.model.architecture;
  if (tokenizer === "Claude") return getOwn(anthropicReasons, finishReason) ?? finishReason;
  if (tokenizer === "Gemini" && finishReason === "length") return "MAX_TOKENS";
  if (tokenizer === "Gemini" && finishReason !== "error") return "STOP";
  return finishReason;
}
