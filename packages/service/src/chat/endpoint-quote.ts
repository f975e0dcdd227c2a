import type { Charges } from "../ports/billing.ts";
import type { KeyedContext } from "../context/handler.ts";
import { pricesFor, type Prices } from "@patchbay/engine/billing/pricing";
import { noCacheUse, type PromptPrefix } from "@patchbay/engine/billing/prompt-cache";
import type { CatalogModel } from "@patchbay/engine/routing/catalog";
import type { Candidate } from "@patchbay/engine/routing/routing";
import { prefixesOf } from "../messages/prompt.ts";
import type { Tokenizer } from "../messages/tokenizer.ts";
import type { UnifiedRequest } from "../parts/unified-request.ts";
import type { Prepared } from "./prepare.ts";
import { noWork, type QuantitySource } from "./turn.ts";

/** A request after its plugins ran, and what its attempts share. */
export interface ChatQuestion {
  readonly input: UnifiedRequest;
  readonly prepared: Prepared;
  readonly tokenizer: Tokenizer;
  readonly context: KeyedContext;
  readonly generationId: string;
  readonly charges: Charges;
  /** Free models whose limits already counted this request. Each model counts it once, however many endpoints are tried. */
  readonly admitted: Set<CatalogModel>;
}

/** The prices of a request at an endpoint, and its use of the prompt cache. */
export interface EndpointQuote {
  /** Unix time in milliseconds. */
  readonly now: number;
  readonly prices: Prices;
  readonly prefixes: readonly PromptPrefix[];
  readonly cacheScope: string;
  readonly source: QuantitySource;
}

/** The prices and the use of the prompt cache at an endpoint. */
export function quoteEndpoint(
  candidate: Candidate,
  { input, prepared: { prompt }, context: { state, key } }: ChatQuestion,
): EndpointQuote {
  const { model, endpoint } = candidate;
  const now = state.now();
  const nativePrompt = Math.ceil(prompt.tokens * model.tokenFactor);
  const cacheScope = `${key.account} ${model.id} ${endpoint.tag}`;
  const prefixes =
    endpoint.cache && nativePrompt >= endpoint.cache.minTokens ? prefixesOf(input, prompt, model.tokenFactor) : [];
  const cache = endpoint.cache ? state.promptCaches.plan(cacheScope, prefixes, endpoint.cache, now) : noCacheUse;
  // `prepare` has already reserved the fees of plugins.
  const source: QuantitySource = { candidate, prompt, cache, work: noWork };
  return { now, prices: pricesFor(endpoint.prices, nativePrompt, now), prefixes, cacheScope, source };
}
