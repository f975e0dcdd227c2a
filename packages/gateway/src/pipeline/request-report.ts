import type { OperationId } from "@patchbay/spec";
import type { RequestNote } from "@patchbay/service/context/request-note";
import type { ResponseError } from "@patchbay/service/http/error-details";
import type { GatewayKey } from "../access/gateway-key.ts";
import type { RequestEvent } from "../ports/events.ts";
import { reasonOf, type Reason } from "./reason.ts";

/** What is known of a request when it has ended, for logs, metrics and records. */
export interface RequestReport extends RequestNote {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  operation?: OperationId;
  key?: GatewayKey;
  status: number;
  /** Model that the request named, if it was read. It can be any text. */
  model?: string | undefined;
  /** Whether the response was streamed. */
  streamed?: boolean;
  /** Why the request failed. */
  reason?: Reason | undefined;
  /** Message of the error response. It can quote the request. */
  error?: string | undefined;
  /** The record of the request, once it has one. */
  event?: RequestEvent | undefined;
  /** Whether the client received the whole response. */
  complete?: boolean;
  /** `performance.now()` when the request arrived. */
  readonly startedAt: number;
  durationMs: number;
}

/** Notes the error of a response. */
export function noteError(report: RequestReport, error: ResponseError): void {
  const { details, status } = error;
  const hasAttempts = (report.attempts ?? details.attempts ?? []).length > 0;
  report.reason = reasonOf(status, details.metadata?.limit_source, hasAttempts);
  report.error = toText(error, report.reason);
}

/** The message of an error. That of an invalid request can quote the request, so only its places are kept. */
function toText({ message, details }: ResponseError, reason: Reason): string {
  if (reason !== "invalid_request") return message.slice(0, longest);
  const pointers = (details.metadata?.issues ?? []).map(({ pointer }) => pointer);
  const places = pointers.length === 0 ? "" : ` at ${pointers.slice(0, 5).join(", ")}`;
  return `The request is invalid${places}.`.slice(0, longest);
}

const longest = 500;
