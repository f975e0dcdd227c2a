import type { Files } from "../output/files.ts";
import type { ApiModel } from "../model/model.ts";
import { toSafeName } from "./names.ts";
import { toArguments, toSource } from "./text.ts";

/** The rules that every SDK follows, as data. */
export function emitPolicy(model: ApiModel): Files {
  const { retryPolicy, clientPolicy, errorPolicy, fallbackPolicy, errors } = model;
  const codes = errors.map(({ status, code }) => `${status}: ${toSource(code)}`);
  const types = errorPolicy.types.map(({ description: _, ...info }) => info);
  return {
    "policy.py": `"""How a client behaves: retries, defaults, headers and errors."""

from collections.abc import Mapping
from typing import Final

from .._policies import ${Object.values(clientClasses).toSorted().join(", ")}

RETRY: Final = ${toInstance("RetryPolicy", retryPolicy, clientClasses)}
"""Which failures a client retries, and how long it waits."""

CLIENT: Final = ${toInstance("ClientPolicy", clientPolicy, clientClasses)}
"""Defaults of a client, and the headers of responses that it reads."""

ERRORS: Final = ${toInstance("ErrorPolicy", { ...errorPolicy, types }, clientClasses)}
"""How a client reads errors."""

ERROR_CODES: Final[Mapping[int, str]] = {${codes.join(", ")}}
"""HTTP status → the stable code on which callers branch."""
`,
    "fallback_policy.py": `"""How a failed attempt is classified, and what a fallback over several models does next."""

from typing import Final

from .._fallback_policy import ${Object.values(fallbackClasses).toSorted().join(", ")}

FALLBACK: Final = ${toInstance("FallbackPolicy", fallbackPolicy, fallbackClasses)}
`,
  };
}

/** Member of a policy → the class of its value, or of the items of its list. */
type Classes = Readonly<Record<string, string>>;

const clientClasses: Classes = {
  retryPolicy: "RetryPolicy",
  retryAfter: "RetryAfterSource",
  clientPolicy: "ClientPolicy",
  defaults: "ClientDefaults",
  environment: "EnvironmentVariables",
  poll: "PollPolicy",
  headers: "ResponseHeaders",
  rateLimit: "RateLimitHeaders",
  errorPolicy: "ErrorPolicy",
  types: "ErrorTypeInfo",
  statusWords: "StatusWords",
};

const fallbackClasses: Classes = {
  fallbackPolicy: "FallbackPolicy",
  kinds: "FailureKindInfo",
  rules: "FailureRule",
  phrases: "Phrases",
  cooldown: "CooldownPolicy",
};

function toInstance(name: string, value: object, classes: Classes): string {
  const fields = Object.entries(value).map(([key, member]) => [toSafeName(key), toValue(key, member, classes)]);
  return `${name}(${toArguments(Object.fromEntries(fields) as Record<string, string>)})`;
}

function toValue(key: string, value: unknown, classes: Classes): string {
  const name = classes[key];
  if (name === undefined || typeof value !== "object" || value === null) return toSource(value);
  const isMap = Object.values(value).every((member) => typeof member === "object" && !Array.isArray(member));
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      typeof item === "object" ? toInstance(name, item as object, classes) : toSource(item),
    );
    return `(${items.join(", ")}${items.length === 1 ? "," : ""})`;
  }
  if (!isMap) return toInstance(name, value, classes);
  const entries = Object.entries(value).map(
    ([key, item]) => `${toSource(key)}: ${toInstance(name, item as object, classes)}`,
  );
  return `{${entries.join(", ")}}`;
}
