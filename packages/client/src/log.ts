import type { Middleware } from "./middleware.ts";

/** Where log lines go: `console`, or anything with these of its methods. */
export type Logger = Pick<Console, "info" | "debug">;

export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** From nothing to everything. Attempts and their ends are `info`, requests and headers `debug`. */
export const logLevels: Readonly<Record<LogLevel, number>> = { off: 0, error: 1, warn: 2, info: 3, debug: 4 };

const secret = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key"]);

/** Writes what was sent and what came; no key, no cookie and no body. Empty where the level asks for nothing. */
export function logging(logger: Logger, level: LogLevel): readonly Middleware[] {
  const depth = logLevels[level];
  if (depth < logLevels.info) return [];
  return [
    async (request, next, { operation, attempt, onEnd }) => {
      const name = `patchbay: ${operation.id}${attempt > 1 ? `, attempt ${attempt}` : ""}`;
      const began = performance.now();
      const took = (): string => `${Math.round(performance.now() - began)} ms`;
      if (depth >= logLevels.debug) logger.debug(`${name}: ${request.method} ${request.url}`, shown(request.headers));
      onEnd(({ error }) =>
        logger.info(
          error === undefined
            ? `${name}: done in ${took()}`
            : `${name}: failed after ${took()}: ${error instanceof Error ? error.message : String(error)}`,
        ),
      );
      const response = await next(request);
      if (depth >= logLevels.debug)
        logger.debug(`${name}: ${response.status} after ${took()}`, shown(response.headers));
      return response;
    },
  ];
}

function shown(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].map(([name, value]) => [name, secret.has(name) ? "***" : value]));
}
