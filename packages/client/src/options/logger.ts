import { notifySafely } from "./callback.ts";
import { withoutKeys } from "../errors/error-text.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { StreamError } from "../errors/stream-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { logLevels, type Logger, type LogLevel } from "./log-level.ts";
import type { Middleware } from "./middleware.ts";

/** Names of headers and query parameters that contain credentials. */
const secret =
  /auth(?!or(?!i[sz]))|cookie|(?:^|-|_)(?:key|pat|otp|pin|sso|cert)$|api-?key|token$|secret|passw|credential|signature|hmac|jwt|oidc|dpop|bearer|assertion|session|principal|appcheck|^sig$/i;

/** Names that match `secret` and contain no credential. */
const harmless = /^(?:idempotency-key|www-authenticate|:authority)$/i;

/**
 * Logs an attempt around `next`, at `info` or `debug`. Never logs keys, cookies or bodies. An error of the logger is logged
 * on the console.
 */
export async function logAttempt(
  logger: Logger,
  level: LogLevel,
  ...[request, next, { operation, attempt, onEnd }]: Parameters<Middleware>
): Promise<Response> {
  const isDebug = logLevels[level] >= logLevels.debug;
  const write = (method: "info" | "debug", ...parts: readonly unknown[]): void =>
    notifySafely("the logger", () => logger[method](...parts), undefined);
  const name = `patchbay: ${operation.id}${attempt > 1 ? `, attempt ${attempt}` : ""}`;
  const start = performance.now();
  const elapsed = (): string => `${Math.round(performance.now() - start)} ms`;
  if (isDebug) write("debug", `${name}: ${request.method} ${shownUrl(request.url)}`, shown(request.headers));
  onEnd(({ error }) =>
    write(
      "info",
      error === undefined ? `${name}: done in ${elapsed()}` : `${name}: failed after ${elapsed()}: ${summaryOf(error)}`,
    ),
  );
  const response = await next(request);
  if (isDebug) write("debug", `${name}: ${response.status} after ${elapsed()}`, shown(response.headers));
  return response;
}

function shown(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, shownValue(name, value)]));
}

function shownUrl(text: string): string {
  const url = new URL(text);
  const shownQuery = [...url.searchParams].map(([name, value]) => [name, shownValue(name, value)]);
  url.search = new URLSearchParams(shownQuery).toString();
  return url.href;
}

function shownValue(name: string, value: string): string {
  return secret.test(name) && !harmless.test(name) ? "***" : withoutKeys(value);
}

/** Describes an error, without its message where the message can quote a prompt, a completion or a body. */
function summaryOf(error: unknown): string {
  if (error instanceof ApiError) {
    const { status, code, errorType, provider, requestId } = error;
    const facts = [errorType, provider, requestId && `request ${requestId}`].filter(Boolean).join(", ");
    return `ApiError ${status} ${code}${facts && ` (${facts})`}`;
  }
  if (error instanceof StreamError) return `StreamError ${error.reason}`;
  if (error instanceof ConnectionError || error instanceof TimeoutError) return error.message;
  return error instanceof Error ? error.name : typeof error;
}
