import type {
  ClientGoneConfig,
  LimitsConfig,
  PluginsConfig,
  RetentionConfig,
  RoutingConfig,
  ServerConfig,
} from "../config.ts";
import { defaultConfig } from "../default-config.ts";
import { checked, list, object, optional, type Reader } from "../yaml/reader.ts";
import { bytes, choice, duration, integer, matching, number, text, yesOrNo } from "../yaml/scalars.ts";
import { secret } from "../yaml/secret.ts";

const initial = defaultConfig.routing;

const breaker = checked(
  object<RoutingConfig["breaker"]>({
    failures: optional(integer(1, 1000), initial.breaker.failures),
    open: optional(duration(1), initial.breaker.open),
    maxOpen: optional(duration(1), initial.breaker.maxOpen),
  }),
  ({ open, maxOpen }) =>
    open > maxOpen
      ? `\`open\` (${open} ms) must not exceed \`maxOpen\` (${maxOpen} ms). Raise \`maxOpen\`.`
      : undefined,
);

export const routing: Reader<RoutingConfig> = object<RoutingConfig>({
  attempts: optional(integer(1, 10), initial.attempts),
  retryBudget: optional(
    object<RoutingConfig["retryBudget"]>({
      ratio: optional(number(0, 1), initial.retryBudget.ratio),
      perSecond: optional(number(0, 100_000), initial.retryBudget.perSecond),
    }),
    initial.retryBudget,
  ),
  firstTokenTimeout: optional(duration(1), initial.firstTokenTimeout),
  sticky: optional(duration(0), initial.sticky),
  breaker: optional(breaker, initial.breaker),
});

export const plugins: Reader<PluginsConfig> = object<PluginsConfig>({
  enabled: optional(
    list(choice(["response-healing", "context-compression"]), { of: "plugin ids" }),
    defaultConfig.plugins.enabled,
  ),
});

export const retention: Reader<RetentionConfig> = object<RetentionConfig>({
  records: optional(days, defaultConfig.retention.records),
  prompts: optional(yesOrNo, defaultConfig.retention.prompts),
});

/** A number of days, with or without the unit. */
function days(...[node, path, context]: Parameters<Reader<number>>): number | undefined {
  const [, digits] = (node.type === "scalar" && /^(\d{1,5})d?$/.exec(node.source)) || [];
  if (digits !== undefined) return Number(digits);
  context.report(path, "expected a number of days, such as 30.");
  return undefined;
}

export const limits: Reader<LimitsConfig> = object<LimitsConfig>({
  bodyBytes: optional(bytes(1024, 1_073_741_824), defaultConfig.limits.bodyBytes),
  requestTime: optional(duration(1000), defaultConfig.limits.requestTime),
  concurrency: optional(integer(1, 1_000_000), defaultConfig.limits.concurrency),
  queue: optional(integer(0, 1_000_000), defaultConfig.limits.queue),
});

export const server: Reader<ServerConfig> = object<ServerConfig>({
  host: optional(matching(/^[\w.:-]{1,255}$/, "a host name or an address"), defaultConfig.server.host),
  port: optional(integer(0, 65_535), defaultConfig.server.port),
  trustProxy: optional(yesOrNo, defaultConfig.server.trustProxy),
  drain: optional(duration(0), defaultConfig.server.drain),
});

export const clientGone: Reader<ClientGoneConfig> = object<ClientGoneConfig>({
  action: optional(choice(["auto", "abort", "drain"]), defaultConfig.clientGone.action),
  drain: optional(duration(0), defaultConfig.clientGone.drain),
});

/** A path of a folder. */
export const folder: Reader<string> = text({ most: 4096 });

const hasPassword = (value: string): boolean => /\/\/[^/@]*:[^/@]+@/.test(value);

/** Reads the address of a store. Only one with a password is a secret. */
function storeURL(protocols: readonly string[], example: string): Reader<string> {
  return checked(secret(hasPassword), (value) =>
    URL.canParse(value) && protocols.includes(new URL(value).protocol)
      ? undefined
      : `expected a URL such as ${example}. The value is not shown, because it can contain a password.`,
  );
}

/** Reads the address of Postgres. */
export const database: Reader<string> = storeURL(["postgres:", "postgresql:"], "postgres://gateway@127.0.0.1/gateway");

/** Reads the address of Valkey. */
export const shared: Reader<string> = storeURL(["redis:", "rediss:", "valkey:", "valkeys:"], "redis://127.0.0.1:6379");
