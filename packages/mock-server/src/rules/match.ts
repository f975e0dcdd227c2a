import type { ChatMessage } from "@patchbay/spec";
import { lastTurn } from "@patchbay/service/messages/last-turn";
import { textOf } from "@patchbay/service/messages/message-text";
import { getOwn } from "@patchbay/engine/data/get-own";
import { readApiKey } from "@patchbay/service/http/api-key";
import type { HeaderReader } from "@patchbay/service/http/request";
import { redactJson } from "@patchbay/service/redact/redact-json";
import { secrecyOfName } from "@patchbay/service/redact/secret-names";
import { findText } from "@patchbay/engine/data/find-text";
import { showValue } from "@patchbay/service/json/show-value";
import { matchesWildcard } from "@patchbay/service/routing/wildcard";
import { matchesPattern } from "./text-pattern.ts";
import { isSameJson } from "../recording/same-json.ts";
import { flat } from "@patchbay/service/messages/shorten";

/** A substring, or a regular expression. Files write an expression as `{ regex }`. */
export type TextPattern = string | RegExp | { readonly regex: string; readonly flags?: string };

/** Selects requests. All conditions must be true; without conditions every request matches. */
export interface Match {
  /** Public name, such as `chat.completions.create`. `*` is a wildcard. */
  readonly operation?: string;
  /** Name in the request. `*` is a wildcard. */
  readonly model?: string;
  /** Text in the last user message. */
  readonly userMessage?: TextPattern;
  /** The number of user messages. */
  readonly turn?: number;
  /**
   * Text in the last message other than system messages, which must be a tool message. `true` matches any tool message;
   * `false` matches a last message that is not a tool message.
   */
  readonly toolResult?: TextPattern | boolean;
  /** Name → pattern of the value. `null` means that the header is absent. */
  readonly headers?: Readonly<Record<string, TextPattern | null>>;
  /** The API key. */
  readonly apiKey?: string;
  /** JSON pointer into the input → the value at that place. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Any other condition, in code only. Must not modify the request. */
  readonly predicate?: (request: RuleRequest) => boolean;
}

/** A request, as rules match against it. */
export interface RuleRequest {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers: HeaderReader;
  /** The messages in the form of a chat completion, whatever the operation. Empty for operations without a model. */
  readonly messages: readonly ChatMessage[];
}

/** A condition that is false. */
export interface Mismatch {
  readonly field: string;
  readonly expected: string;
  readonly received: string;
}

type Test = (match: Match, seen: RuleRequest) => readonly RawMismatch[];

/** Field → its mismatches. */
const tests: { readonly [Field in keyof Required<Match>]: Test } = {
  operation: ({ operation }, seen) =>
    differs("operation", matchesWildcard(operation!, seen.operation), operation, seen.operation),
  model: ({ model }, { input }) =>
    differs("model", typeof input.model === "string" && matchesWildcard(model!, input.model), model, input.model),
  userMessage: ({ userMessage }, { messages }) => {
    const message = messages.findLast(({ role }) => role === "user");
    const text = message ? textOf(message) : "";
    return differs("userMessage", holds(userMessage!, text), userMessage, text);
  },
  turn: ({ turn }, { messages }) => {
    const count = messages.filter(({ role }) => role === "user").length;
    return differs("turn", count === turn, turn, count);
  },
  toolResult: ({ toolResult }, { messages }) => {
    const last = lastTurn(messages);
    const text = last?.role === "tool" ? textOf(last) : undefined;
    const good =
      typeof toolResult === "boolean"
        ? toolResult === (text !== undefined)
        : text !== undefined && holds(toolResult!, text);
    return differs("toolResult", good, toolResult, text ?? "no tool result");
  },
  headers: ({ headers }, seen) =>
    Object.entries(headers!).flatMap(([name, wanted]) => {
      const value = seen.headers.get(name);
      const isGood = wanted === null ? value === null : value !== null && holds(wanted, value);
      // Headers contain secrets of the operator and of callers.
      const expected = wanted === null ? "absent" : "the value of the rule";
      return differs(`headers.${name}`, isGood, expected, value === null ? "absent" : "another value");
    }),
  apiKey: ({ apiKey }, { operation, headers }) => {
    const sent = readApiKey(headers, operation);
    // The received key is the caller's secret.
    return differs("apiKey", sent === apiKey, "the key of the rule", sent === undefined ? "no key" : "another key");
  },
  body: ({ body }, { input }) =>
    Object.entries(body!).flatMap(([pointer, wanted]) => {
      const value = at(input, pointer);
      const isSecret = secrecyOfName(pointer.split("/").at(-1)!) !== undefined;
      const [expected, received] = isSecret ? ["the value of the rule", "another value"] : [wanted, value];
      return differs(`body${pointer}`, isSameJson(value, wanted), expected, value === undefined ? "absent" : received);
    }),
  predicate: ({ predicate }, seen) => differs("predicate", predicate!(seen), "true", "false"),
};

/** Returns the conditions that a request does not meet. A matching request has none. */
export function compare(match: Match, seen: RuleRequest): RawMismatch[] {
  const fields = Object.keys(match) as (keyof Match)[];
  if (fields.length === 0) return [];
  return fields.flatMap((field) => (match[field] === undefined ? [] : (tests[field]?.(match, seen) ?? [])));
}

function differs(field: string, good: boolean, expected: unknown, received: unknown): RawMismatch[] {
  return good ? [] : [{ field, expected, received }];
}

/** A false condition with the original values. They are formatted only when shown, because most never are. */
export interface RawMismatch {
  readonly field: string;
  readonly expected: unknown;
  readonly received: unknown;
}

/** Formats a mismatch for display: without secrets, and short. */
export function describeMismatch({ field, expected, received }: RawMismatch): Mismatch {
  return { field, expected: show(expected), received: show(received) };
}

function show(value: unknown): string {
  // Redact only what is shown, plus enough to recognize a secret at the end of the shown part.
  const text = redactJson(write(value).slice(0, 2000));
  return flat(text.length > 120 ? `${text.slice(0, 117)}...` : text);
}

function write(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof RegExp) return String(value);
  if (typeof value === "object" && value !== null && "regex" in value && typeof value.regex === "string")
    return `/${value.regex}/`;
  return value === undefined ? "absent" : showValue(value, 2000);
}

function holds(wanted: TextPattern, text: string): boolean {
  if (typeof wanted === "string") return findText(text, wanted) >= 0;
  return matchesPattern(wanted instanceof RegExp ? wanted : { source: wanted.regex, flags: wanted.flags ?? "" }, text);
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (inner, part) =>
        typeof inner === "object" && inner !== null && Object.hasOwn(inner, part)
          ? getOwn(inner as Record<string, unknown>, part)
          : undefined,
      value,
    );
}
