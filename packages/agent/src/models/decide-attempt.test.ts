import { expect, test } from "vitest";
import { decideAttempt, type AttemptDecision, type FailedAttempt } from "./decide-attempt.ts";
import type { FailureKind } from "../generated/fallback.ts";

const failed = (kind: FailureKind, retryAfterMs?: number): FailedAttempt["failure"] =>
  retryAfterMs === undefined ? { kind, message: "" } : { kind, message: "", retryAfterMs };

const first: FailedAttempt = {
  failure: failed("server_error"),
  action: "retry",
  tries: 1,
  hasParallel: false,
  hasNext: true,
  hasPostponed: false,
  retryDelay: undefined,
};
const throws = { action: "throw" } as const;
const goesOn = { action: "next" } as const;

test.each<[string, Partial<FailedAttempt>, AttemptDecision]>([
  ["the first failure is retried after 250 ms", {}, { type: "retry", delay: 250 }],
  ["the option sets the delay", { retryDelay: 10 }, { type: "retry", delay: 10 }],
  ["the second failure goes to the next model", { tries: 2 }, { type: "next" }],
  ["without a next model it is the end", { tries: 2, hasNext: false }, { type: "give-up" }],
  [
    "a postponed model comes last",
    { ...goesOn, hasNext: false, hasPostponed: true },
    { type: "retry-postponed", delay: 250 },
  ],
  ["the next model comes before a postponed one", { ...goesOn, hasPostponed: true }, { type: "next" }],
  ["an error is thrown", throws, { type: "give-up" }],
  ["an error is thrown despite a postponed model", { ...throws, hasPostponed: true }, { type: "give-up" }],
  ["a parallel attempt is awaited", { ...goesOn, hasParallel: true }, { type: "await-parallel", postpones: false }],
  ["its retry is postponed", { hasParallel: true }, { type: "await-parallel", postpones: true }],
  ["an error waits for it", { ...throws, hasParallel: true }, { type: "await-parallel", postpones: false }],
  [
    "an error that all models share does not",
    { ...throws, failure: failed("unauthorized"), hasParallel: true },
    { type: "give-up" },
  ],
  [
    "an empty balance is waited for",
    { ...throws, failure: failed("insufficient_credits", 900) },
    { type: "retry", delay: 900 },
  ],
  ["but not without a time", { ...throws, failure: failed("insufficient_credits") }, { type: "give-up" }],
  ["and not twice", { ...throws, failure: failed("insufficient_credits", 900), tries: 2 }, { type: "give-up" }],
  ["a rate limit goes to the next model", { ...goesOn, failure: failed("rate_limited", 900) }, { type: "next" }],
  [
    "a rate limit of the last model is waited for",
    { ...goesOn, failure: failed("rate_limited", 900), hasNext: false },
    { type: "retry", delay: 900 },
  ],
  ["up to a minute", { ...goesOn, failure: failed("rate_limited", 60_001), hasNext: false }, { type: "give-up" }],
  [
    "a retried rate limit waits as long as requested",
    { failure: failed("rate_limited", 900) },
    { type: "retry", delay: 900 },
  ],
  ["other failures wait as usual", { failure: failed("server_error", 900) }, { type: "retry", delay: 250 }],
  [
    "the last model waits as requested",
    { failure: failed("server_error", 900), hasNext: false },
    { type: "retry", delay: 900 },
  ],
  ["but up to a minute", { failure: failed("server_error", 60_001), hasNext: false }, { type: "give-up" }],
])("decideAttempt: %s", (_, situation, expected) => {
  expect(decideAttempt({ ...first, ...situation })).toEqual(expected);
});
