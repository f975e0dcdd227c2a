import type { ApiModel, HeaderOption, Operation } from "../model/model.ts";
import { toGoString, toInts, toList, toLiteral, toStrings } from "./source.ts";

/** The policies as data. */
export function printPolicies(model: ApiModel): string {
  const variables = [
    ["Retry says which failures a client retries, and how long it waits.", "Retry", printRetry(model)],
    ["Client has the defaults of a client, and the headers that it reads.", "Client", printClient(model)],
    ["Errors says how a client reads errors.", "Errors", printErrors(model)],
    ["Fallback says what a fallback over several models does after a failure.", "Fallback", printFallback(model)],
  ] as const;
  return variables.map(([comment, name, value]) => `// ${comment}\nvar ${name} = ${value}\n`).join("\n");
}

const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : toGoString(value));
const integer = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));
const strings = (values: readonly string[] | undefined): string | undefined => values && toStrings(values);
const integers = (values: readonly number[] | undefined): string | undefined => values && toInts(values);
const flag = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : `new(${value})`);

function printRetry({ retryPolicy }: ApiModel): string {
  const { statuses, statusFrom, shouldRetryHeader, retryableField, idempotencyHeader, maxRetries } = retryPolicy;
  const { initialDelayMs, multiplier, maxDelayMs, retryAfter, maxRetryAfterMs } = retryPolicy;
  const sources = retryAfter.map((source) =>
    toLiteral("", {
      Header: text(source.header),
      Field: text(source.field),
      RateLimit: text(source.rateLimit),
      Format: text(source.format),
      Statuses: integers(source.statuses),
    }),
  );
  return toLiteral("contract.RetryPolicy", {
    Statuses: toInts(statuses),
    StatusFrom: integer(statusFrom),
    ShouldRetryHeader: text(shouldRetryHeader),
    RetryableField: text(retryableField),
    IdempotencyHeader: text(idempotencyHeader),
    MaxRetries: integer(maxRetries),
    InitialDelayMs: integer(initialDelayMs),
    Multiplier: integer(multiplier),
    MaxDelayMs: integer(maxDelayMs),
    RetryAfter: toList("[]contract.RetryAfterSource", sources),
    MaxRetryAfterMs: integer(maxRetryAfterMs),
  });
}

function printClient({ clientPolicy, operations }: ApiModel): string {
  const { baseURL, defaults, environment, poll, headers } = clientPolicy;
  const { limit, remaining, reset, field } = headers.rateLimit;
  return toLiteral("contract.ClientPolicy", {
    BaseURL: text(baseURL),
    TimeoutMs: integer(defaults.timeoutMs),
    IdleTimeoutMs: integer(defaults.idleTimeoutMs),
    TotalTimeoutMs: integer(defaults.totalTimeoutMs ?? 0),
    RetryNonIdempotent: String(defaults.retryNonIdempotent),
    LogLevel: text(defaults.logLevel),
    EnvAPIKey: text(environment.apiKey),
    EnvBaseURL: text(environment.baseURL),
    EnvLogLevel: text(environment.logLevel),
    Poll: toLiteral("contract.Poll", {
      Status: integer(poll.status),
      DelayMs: integer(poll.delayMs),
      MaxAttempts: integer(poll.maxAttempts),
    }),
    RequestIDHeaders: strings(headers.requestId),
    GenerationIDHeaders: strings(headers.generationId),
    RateLimit: toLiteral("contract.RateLimitHeaders", {
      Limit: text(limit),
      Remaining: text(remaining),
      Reset: text(reset),
      Field: text(field),
    }),
    Options: toList("[]contract.HeaderOption", printOptions(operations)),
  });
}

/** The options that are sent as headers, each once. */
function printOptions(operations: readonly Operation[]): string[] {
  const found = new Map<string, HeaderOption & { readonly header: string }>();
  for (const { parameters } of operations)
    for (const { name, option } of parameters.header) if (option) found.set(name, { ...option, header: name });
  return [...found.values()].map(({ name, header, scope, encoding, separator }) =>
    toLiteral("", {
      Name: text(name),
      Header: text(header),
      Scope: text(scope),
      Encoding: text(encoding),
      Separator: text(separator),
    }),
  );
}

function printErrors({ errorPolicy, errors }: ApiModel): string {
  const { types, statusWords, defaultStatus, messageFields } = errorPolicy;
  return toLiteral("contract.ErrorPolicy", {
    Codes: toList(
      "map[int]string",
      errors.map(({ status, code }) => `${status}: ${toGoString(code)}`),
    ),
    Types: toList(
      "[]contract.ErrorType",
      types.map(({ type, status, retryable }) =>
        toLiteral("", { Type: text(type), Status: integer(status), Retryable: String(retryable) }),
      ),
    ),
    StatusWords: toList(
      "[]contract.StatusWord",
      statusWords.map(({ pattern, status }) => toLiteral("", { Pattern: text(pattern), Status: integer(status) })),
    ),
    DefaultStatus: integer(defaultStatus),
    MessageFields: toStrings(messageFields),
  });
}

function printFallback({ fallbackPolicy }: ApiModel): string {
  const { kinds, rules, phrases, retryDelayMs, maxRetryAfterMs, cooldown } = fallbackPolicy;
  return toLiteral("contract.FallbackPolicy", {
    Kinds: toList(
      "[]contract.FailureKind",
      kinds.map(({ kind, action, mayBeBilled, blamesModel, sameForAll }) =>
        toLiteral("", {
          Kind: text(kind),
          Action: text(action),
          MayBeBilled: String(mayBeBilled),
          BlamesModel: String(blamesModel),
          SameForAll: String(sameForAll),
        }),
      ),
    ),
    Rules: toList("[]contract.FailureRule", rules.map(printFailureRule)),
    Phrases: toList(
      "map[string]contract.Phrases",
      Object.entries(phrases).map(([name, { in: place, certain, any, unless }]) => {
        const fields = { Certain: strings(certain), Any: strings(any), Unless: strings(unless) };
        return `${toGoString(name)}: ${toLiteral("", { MessageOnly: String(place === "message"), ...fields })}`;
      }),
    ),
    RetryDelayMs: integer(retryDelayMs),
    MaxRetryAfterMs: integer(maxRetryAfterMs),
    Cooldown: toLiteral("contract.Cooldown", {
      Failures: integer(cooldown.failures),
      DurationMs: integer(cooldown.durationMs),
      RateLimitMs: integer(cooldown.rateLimitMs),
      NotFoundMs: integer(cooldown.notFoundMs),
    }),
  });
}

function printFailureRule(rule: ApiModel["fallbackPolicy"]["rules"][number]): string {
  return toLiteral("", {
    Kind: text(rule.kind),
    Shown: flag(rule.shown),
    Error: text(rule.error),
    RequestSent: flag(rule.requestSent),
    Types: strings(rule.types),
    Statuses: integers(rule.statuses),
    StatusFrom: integer(rule.statusFrom),
    StatusBelow: integer(rule.statusBelow),
    Says: text(rule.says),
    HasOutput: flag(rule.hasOutput),
  });
}
