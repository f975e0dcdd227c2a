import type { DrainLimits } from "@patchbay/service/upstreams/upstream";
import type { ClientGoneConfig, ProviderConfig } from "../config/config.ts";

/** Text that is read of one output after its caller has left, in characters. */
const mostCharacters = 4_000_000;

/** Hosts of providers that bill the whole output although the connection is closed. */
const billing = [
  "googleapis.com",
  "groq.com",
  "mistral.ai",
  "perplexity.ai",
  "minimax.io",
  "minimax.chat",
  "ai21.com",
  "amazonaws.com",
  "huggingface.co",
  "replicate.com",
  "featherless.ai",
];

/** How an output is drained whose caller has left; undefined if it is aborted. */
export function toDrainLimits(
  provider: Pick<ProviderConfig, "kind" | "baseURL">,
  { action, drain: ms }: ClientGoneConfig,
  signal: AbortSignal,
): DrainLimits | undefined {
  const drains = action === "drain" || (action === "auto" && billsAborted(provider));
  return drains && ms > 0 ? { ms, characters: mostCharacters, signal } : undefined;
}

/** Whether a provider bills an output in full that the caller aborts. Local servers and most providers stop. */
function billsAborted({ kind, baseURL }: Pick<ProviderConfig, "kind" | "baseURL">): boolean {
  if (kind === "gemini") return true;
  const host = baseURL === undefined ? undefined : URL.parse(baseURL)?.hostname;
  return host !== undefined && billing.some((name) => host === name || host.endsWith(`.${name}`));
}
