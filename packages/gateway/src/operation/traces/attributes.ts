import type { Attributes } from "@opentelemetry/api";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import { toUsd } from "@patchbay/engine/billing/money";
import type { RequestReport } from "../../pipeline/request-report.ts";
import { modelOf, providerOf } from "../report-facts.ts";

/** What is known of an attempt when it begins. */
export interface AttemptStart {
  /** Slug of the provider. */
  readonly provider: string;
  /** The provider's own name of the model. */
  readonly model: string;
  /** Undefined if it is that of the kind. */
  readonly baseURL: string | undefined;
  /** From 0. */
  readonly index: number;
}

/** Operation → its `gen_ai.operation.name`. What streams is a `chat`. */
const names: Readonly<Record<string, string>> = {
  "chat.completions.create": "chat",
  "responses.create": "chat",
  "messages.create": "chat",
  "embeddings.create": "embeddings",
  "rerank.create": "rerank",
};

/** The name of a request's operation. */
function operationOf({ operation }: Pick<RequestReport, "operation">): string {
  return operation === undefined ? "request" : (names[operation] ?? operation);
}

/** The name of a request's span, such as `chat openai/gpt-5-mini`. */
export function spanNameOf(report: RequestReport): string {
  return [operationOf(report), modelOf(report)].filter((word) => word !== undefined).join(" ");
}

/** What a request's span says. It has no prompts, no completions and no messages of errors. */
export function requestAttributes(report: RequestReport): Attributes {
  const { event, status, reason, operation } = report;
  const model = modelOf(report);
  const finish = event?.generation?.finish_reason;
  return defined({
    "gen_ai.operation.name": operation === undefined ? undefined : operationOf(report),
    "gen_ai.provider.name": providerOf(report),
    "gen_ai.request.model": model,
    "gen_ai.response.model": event && model,
    "gen_ai.response.id": event?.id,
    "gen_ai.response.finish_reasons": finish ? [finish] : undefined,
    "gen_ai.usage.input_tokens": event?.promptTokens,
    "gen_ai.usage.output_tokens": event?.completionTokens,
    "http.response.status_code": status,
    "error.type": reason,
    "patchbay.response.provider": event?.provider,
    "patchbay.usage.cost_usd": event && toUsd(event.cost),
  });
}

/** The name and the attributes of an attempt's span when it begins. */
export function attemptAttributes(
  { provider, model, baseURL, index }: AttemptStart,
  report: Pick<RequestReport, "operation">,
): {
  readonly name: string;
  readonly attributes: Attributes;
} {
  const operation = operationOf(report);
  const url = baseURL === undefined ? undefined : URL.parse(baseURL);
  const attributes = defined({
    "gen_ai.operation.name": operation,
    "gen_ai.provider.name": provider,
    "gen_ai.request.model": model,
    "server.address": url?.hostname,
    "server.port": url ? Number(url.port) || (url.protocol === "http:" ? 80 : 443) : undefined,
    "http.request.resend_count": index > 0 ? index : undefined,
  });
  return { name: `${operation} ${model}`, attributes };
}

/** What an attempt's span says at its end. */
export function attemptEndAttributes({ status, failure }: Pick<EndpointAttempt, "status" | "failure">): Attributes {
  return defined({
    "http.response.status_code": status,
    "error.type": failure ? (failure.errorType ?? String(status)) : undefined,
  });
}

function defined(attributes: Readonly<Record<string, unknown>>): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && value !== null));
}
