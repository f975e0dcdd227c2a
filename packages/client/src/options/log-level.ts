/** The destination of log lines: `console`, or an object with these methods. */
export type Logger = Pick<Console, "info" | "debug">;

/** `info` logs attempts and their results; `debug` adds requests and headers. */
export type LogLevel = "off" | "error" | "warn" | "info" | "debug";

/** Log level → its rank. `info` logs attempts and their results, `debug` requests and headers. */
export const logLevels: Readonly<Record<LogLevel, number>> = { off: 0, error: 1, warn: 2, info: 3, debug: 4 };
