import type { Budget } from "./budget.ts";
import type { Prepared } from "./prepare.ts";
import type { ServerToolLoopResult } from "./server-tool-loop.ts";
import type { ChatTurn, ServerWork } from "./turn.ts";
import type { ChatQuestion, EndpointQuote } from "./endpoint-quote.ts";

/** What the turn of an output is made of. */
export interface FitOptions {
  readonly quote: EndpointQuote;
  readonly budget: Budget;
  readonly question: ChatQuestion;
}

/** The pages and annotations that an output can cite. */
export function withPages(
  prepared: Prepared,
  { pages }: ServerToolLoopResult,
): Pick<Prepared, "pages" | "annotations"> {
  if (pages.length === 0) return prepared;
  return { pages: [...prepared.pages, ...pages], annotations: prepared.annotations };
}

/** The parts of a turn that do not depend on the length of its output. */
export function turnParts(
  { promptTokens, completionTokens, steps, fees, use }: Omit<ServerWork, "use"> & Pick<ServerToolLoopResult, "use">,
  { quote, budget, question: { input, prepared, generationId } }: FitOptions,
): Omit<ChatTurn, "answer"> {
  const { now, prices, source } = quote;
  const { candidate, prompt, cache } = source;
  return {
    id: generationId,
    created: Math.floor(now / 1000),
    candidate,
    prices,
    prompt,
    cache,
    work: {
      promptTokens,
      completionTokens,
      steps,
      fees: prepared.fees + fees,
      use: use ?? (prepared.searches > 0 ? { web_search_requests: prepared.searches } : undefined),
    },
    metadata: undefined,
    byokFee: candidate.byok ? (listPrice) => budget.reservation.byokFee(listPrice) : undefined,
    tierAsked: Boolean(input.service_tier),
  };
}
