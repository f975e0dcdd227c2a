import type { ReportedUsage } from "../parts/part.ts";

/** What the service itself counted, in the model's tokens. */
export interface CountedTokens {
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Tokens that the endpoint accepts at once. */
  readonly context: number;
}

/** A request with server tools, or with many inputs, can fill the context that often. */
const mostContexts = 100;

/**
 * The usage report that is billed; `undefined` if the counted tokens are billed instead. A report without tokens where some were
 * counted is none: servers fill the fields with zeros, or report before the output begins. Nor is one that no request can reach.
 */
export function trustedUsage<Usage extends Pick<ReportedUsage, "promptTokens" | "completionTokens">>(
  reported: Usage | undefined,
  { promptTokens, completionTokens, context }: CountedTokens,
): Usage | undefined {
  if (!reported) return undefined;
  const isMissing =
    (reported.promptTokens === 0 && promptTokens > 0) || (reported.completionTokens === 0 && completionTokens > 0);
  const most = mostContexts * Math.max(context, promptTokens + completionTokens);
  return isMissing || reported.promptTokens + reported.completionTokens > most ? undefined : reported;
}
