import { toGeneration, type GenerationContent, type GenerationOutcome } from "@patchbay/service/billing/generation";
import type { HeaderReader } from "@patchbay/service/http/request";
import type { Billing } from "@patchbay/service/ports/billing";
import { checkModel } from "../access/allowed.ts";
import type { GatewayConfig } from "../config/config.ts";
import type { Events, RequestEvent } from "../ports/events.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { GatewayCatalog } from "../upstream/gateway-catalog.ts";
import type { RequestReport } from "../pipeline/request-report.ts";
import { toAttemptSummaries, toFirstTokenMs } from "../records/attempt-summaries.ts";
import type { GatewayKey } from "../access/gateway-key.ts";
import type { Drains } from "./drains.ts";
import { RequestCharges } from "./request-charges.ts";
import type { RequestLimits } from "./request-limits.ts";

export interface BillingOptions {
  readonly ledger: Ledger;
  readonly events: Events;
  readonly limits: RequestLimits;
  readonly drains: Drains;
  readonly now: () => number;
  readonly config: () => GatewayConfig;
  readonly catalog: () => GatewayCatalog;
  /** Called with each record. */
  readonly onRecord: (event: RequestEvent) => void;
  /** Called with what an operator should know. */
  readonly onProblem: (message: string, error: unknown) => void;
}

/** Milliseconds that a hold outlives the longest request, at most: its settlement may have to wait for the store. */
const holdMargin = 60_000;

/** Milliseconds until a hold expires: the request has ended by then. */
function holdTimeOf({ limits: { requestTime } }: GatewayConfig): number {
  return requestTime + Math.min(requestTime, holdMargin);
}

/** The billing of the gateway: reservations in the ledger, records in the event store, limits of keys and accounts. */
export function createGatewayBilling(options: BillingOptions): Billing {
  const { ledger, limits, drains, now, config, catalog, onProblem } = options;
  return {
    // The pipeline counts a request before it reads the body.
    admit: () => undefined,
    admitModel: (key, model) => checkModel(key as GatewayKey, model),
    // The ledger decides when the request reserves its cost.
    checkBalance: () => undefined,
    openCharges: (key, { id, scope }) =>
      new RequestCharges({
        ledger,
        key: key as GatewayKey,
        id,
        scope,
        now,
        holdTime: holdTimeOf(config()),
        onLost: (error) => onProblem(`The charge of ${id} could not be stored`, error),
        keep: drains.keep,
        priceVersionOf: ({ candidate }) => catalog().configOf(candidate.endpoint).priceVersion,
      }),
    record({ headers, note }, outcome, toContent) {
      limits.correct(outcome);
      // The pipeline passes its report as the note.
      const report = note as RequestReport;
      const event = toEvent(outcome, { headers, toContent, options, startedAt: report.startedAt });
      report.event = event;
      options.events.record(event);
      options.onRecord(event);
    },
  };
}

interface EventSources {
  readonly headers: HeaderReader;
  readonly toContent: () => GenerationContent;
  readonly options: BillingOptions;
  /** `performance.now()` when the request arrived. */
  readonly startedAt: number;
}

function toEvent(outcome: GenerationOutcome, { headers, toContent, options, startedAt }: EventSources): RequestEvent {
  const { id, key, candidate, cost, listPrice, used, attempts, reportedCost } = outcome;
  const { model, endpoint, byok } = candidate;
  const createdAt = options.now();
  const client = { referer: headers.get("http-referer"), userAgent: headers.get("user-agent") };
  const { id: endpointId, slug } = options.catalog().configOf(endpoint);
  return {
    id,
    account: key.account,
    keyHash: key.hash,
    model: model.id,
    provider: slug,
    endpoint: endpointId,
    createdAt,
    status: outcome.finishReason === "error" ? 502 : 200,
    cost,
    listPrice,
    reportedCost,
    isByok: byok,
    promptTokens: used.promptTokens,
    cachedTokens: used.cachedTokens ?? 0,
    completionTokens: used.completionTokens,
    reasoningTokens: used.reasoningTokens ?? 0,
    durationMs: Math.round(performance.now() - startedAt),
    firstTokenMs: toFirstTokenMs(attempts, startedAt),
    generation: toGeneration(outcome, createdAt, client),
    attempts: toAttemptSummaries(attempts, options.catalog(), startedAt),
    ...(options.config().retention.prompts && keptContent(toContent())),
  };
}

function keptContent({ request, completion, reasoning }: GenerationContent): Pick<RequestEvent, "content"> {
  return request === undefined ? {} : { content: { request, completion, reasoning } };
}
