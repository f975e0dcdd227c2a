import type { MockServerOptions } from "../options/options.ts";

/** The values of `--log`. */
export const logFormats = ["pretty", "json", "silent"] as const;

type OnRequest = NonNullable<MockServerOptions["onRequest"]>;

/** Format → a function that logs a request to stderr; `undefined` logs nothing. */
export const requestLogs: Readonly<Record<(typeof logFormats)[number], OnRequest | undefined>> = {
  silent: undefined,
  json: ({ response: _, input: __, body: ___, headers: ____, ...entry }) => console.error(JSON.stringify(entry)),
  pretty({ method, path, status, input, attempts, cost, durationMs, rule, nearMisses }) {
    const tried = attempts.map((attempt) => `${attempt.provider} ${attempt.status}`).join(" → ");
    const missed = nearMisses.length > 0 ? `no rule matches; the closest is ${nearMisses[0]!.rule}` : "";
    const parts = [
      status || "broken",
      method,
      path,
      input.model,
      tried,
      rule,
      missed,
      cost ? `$${cost}` : "",
      `${durationMs.toFixed(1)} ms`,
    ];
    console.error(parts.filter(Boolean).join("  "));
  },
};
