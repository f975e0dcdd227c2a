import { AsyncLocalStorage } from "node:async_hooks";
import type * as Api from "@opentelemetry/api";
import type { EndpointAttempt } from "@patchbay/engine/routing/endpoint-attempt";
import type { HeaderReader } from "@patchbay/service/http/request";
import type { RequestReport } from "../../pipeline/request-report.ts";
import {
  attemptAttributes,
  attemptEndAttributes,
  requestAttributes,
  spanNameOf,
  type AttemptStart,
} from "./attributes.ts";
import { formatTraceparent, parseTraceparent } from "./traceparent.ts";

/** The spans of one request. */
interface RequestTrace {
  /** Runs the request, so that its attempts find it. */
  readonly run: <T>(handle: () => T) => T;
  readonly end: () => void;
}

/** The span of one attempt. */
export interface AttemptTrace {
  /** Must be called once, with the attempt if it is known. */
  readonly end: (attempt: Pick<EndpointAttempt, "status" | "failure"> | undefined) => void;
}

/** Spans of requests and attempts, with the names of OpenTelemetry's conventions for generative AI. */
export interface Traces {
  /** Begins a request and continues the trace of its caller. Undefined if nothing is recorded. */
  readonly begin: (headers: HeaderReader, report: RequestReport) => RequestTrace | undefined;
  /** Begins an attempt of the current request. Undefined if nothing is recorded. */
  readonly beginAttempt: (start: AttemptStart) => AttemptTrace | undefined;
  /** Headers that continue the trace at the provider of the current attempt. */
  readonly headers: () => Readonly<Record<string, string>> | undefined;
}

/** What the attempts of a request share. Its attempts follow each other. */
interface Current {
  readonly report: RequestReport;
  readonly context: Api.Context;
  headers: Readonly<Record<string, string>> | undefined;
}

/** Loads OpenTelemetry's API. Undefined if it is not installed: then nothing is traced. */
export async function loadTraces(): Promise<Traces | undefined> {
  try {
    return createTraces(await import("@opentelemetry/api"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function createTraces(api: typeof Api): Traces {
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = api;
  const tracer = trace.getTracer("@patchbay/gateway");
  const storage = new AsyncLocalStorage<Current>();
  const toHeaders = (context: Api.SpanContext): Readonly<Record<string, string>> => {
    const state = context.traceState?.serialize();
    return { traceparent: formatTraceparent(context), ...(state ? { tracestate: state } : {}) };
  };
  return {
    begin(headers, report) {
      const parent = parentOf(headers, api);
      const outer = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
      const span = tracer.startSpan("request", { kind: SpanKind.SERVER }, outer);
      if (!trace.isSpanContextValid(span.spanContext())) return undefined;
      const current: Current = { report, context: trace.setSpan(outer, span), headers: toHeaders(span.spanContext()) };
      return {
        run: (handle) => storage.run(current, handle),
        end() {
          if (!span.isRecording()) return;
          span.updateName(spanNameOf(report));
          span.setAttributes(requestAttributes(report));
          if (report.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR, message: report.reason ?? "" });
          span.end();
        },
      };
    },
    beginAttempt(start) {
      const current = storage.getStore();
      if (!current) return undefined;
      const { name, attributes } = attemptAttributes(start, current.report);
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, current.context);
      current.headers = toHeaders(span.spanContext());
      return {
        end(attempt) {
          if (!span.isRecording()) return;
          if (attempt) span.setAttributes(attemptEndAttributes(attempt));
          if (attempt?.failure) span.setStatus({ code: SpanStatusCode.ERROR, message: String(attempt.status) });
          span.end();
        },
      };
    },
    headers: () => storage.getStore()?.headers,
  };
}

function parentOf(headers: HeaderReader, api: typeof Api): Api.SpanContext | undefined {
  const parent = parseTraceparent(headers.get("traceparent"));
  if (!parent) return undefined;
  const state = headers.get("tracestate");
  return { ...parent, isRemote: true, ...(state === null ? {} : { traceState: api.createTraceState(state) }) };
}
