import { expect, test } from "vitest";
import { decideAfterFailure, decideNext, decideRepair, decideStart, firstTurn, type Turn } from "./decide-next.ts";

const turn = firstTurn(["a", "b"], 0);
const text = { asked: "a", finishReason: "stop", hasCalls: false, isEmpty: false };
const calls = { ...text, finishReason: "tool_calls", hasCalls: true };
const truncated = { ...calls, finishReason: "length" };
const empty = { ...text, isEmpty: true };
const own = { hasFallback: true, hasOutput: true };
const plain = { hasFallback: false, hasOutput: false };

test.each<[string, Partial<Turn>, typeof text, typeof own, object, Partial<Turn>]>([
  ["text finishes the run", {}, text, plain, { type: "finish", stopReason: "completed", checksOutput: false }, {}],
  ["typed output is checked", {}, text, own, { type: "finish", checksOutput: true }, { isFirst: false }],
  ["calls are run", { again: 1 }, calls, plain, { type: "run-tools" }, { again: 0, isFirst: false }],
  ["the prompt was not too long", { isForced: true }, calls, plain, { type: "run-tools" }, { isForced: false }],
  ["the final response runs no calls", { ending: "max_steps" }, calls, own, { stopReason: "max_steps" }, {}],
  ["the final response may be empty", { ending: "max_steps" }, empty, own, { stopReason: "max_steps" }, {}],
  ["truncated text", {}, { ...text, finishReason: "length" }, own, { stopReason: "length", checksOutput: false }, {}],
  ["filtered text", {}, { ...empty, finishReason: "content_filter" }, own, { stopReason: "content_filter" }, {}],
  ["a truncated call is requested again", {}, truncated, own, { type: "repeat" }, { again: 1, isFirst: true }],
  ["truncated twice: the next model", { again: 1 }, truncated, own, { type: "repeat" }, { again: 0, models: ["b"] }],
  ["truncated twice without fallback", { again: 1 }, truncated, plain, { type: "stop", stopReason: "length" }, {}],
  [
    "truncated twice by the last model",
    { again: 1 },
    { ...truncated, asked: "b" },
    own,
    { type: "stop", stopReason: "length" },
    {},
  ],
  ["an empty response is requested again", {}, empty, plain, { type: "repeat", rejected: "empty" }, { again: 1 }],
  ["two empty responses", { again: 1 }, empty, plain, { type: "stop", stopReason: "empty_response" }, {}],
  ["a fallback has repeated it already", {}, empty, own, { type: "stop", stopReason: "empty_response" }, {}],
])("decideNext: %s", (_, before, response, options, decision, after) => {
  const result = decideNext({ ...turn, ...before }, response, options);
  expect(result).toMatchObject(decision);
  expect(result.turn).toMatchObject(after);
});

test.each([
  ["no limit", {}, undefined, true, {}],
  [
    "a limit leaves a final response",
    {},
    { stop: "max_steps", mayAnswer: true } as const,
    true,
    { ending: "max_steps" },
  ],
  [
    "no final response is wanted",
    {},
    { stop: "max_steps", mayAnswer: true } as const,
    false,
    { stopReason: "max_steps" },
  ],
  ["the cost limit leaves none", {}, { stop: "max_cost", mayAnswer: false } as const, true, { stopReason: "max_cost" }],
  ["an ending without a limit", { ending: "repeated_call" } as const, undefined, true, { ending: "repeated_call" }],
  [
    "the first reason for the ending stays",
    { ending: "repeated_call" } as const,
    { stop: "max_steps", mayAnswer: true } as const,
    false,
    { ending: "repeated_call", stopReason: "repeated_call" },
  ],
])("decideStart: %s", (_, before, limit, mayRespond, expected) => {
  const { turn: next, stopReason } = decideStart({ ...turn, ...before }, limit, mayRespond);
  expect({ ending: next.ending, stopReason }).toMatchObject(expected);
  if (!("stopReason" in expected)) expect(stopReason).toBeUndefined();
});

test("an invalid output is repaired once, then the next model is used, then the error is thrown", () => {
  const second = decideRepair(turn, "a", false)!;
  expect(second).toMatchObject({ models: ["a", "b"], repairs: 1 });
  const third = decideRepair(second, "a", false)!;
  expect(third).toMatchObject({ models: ["b"], repairs: 2 });
  expect(decideRepair(third, "b", false)).toBeUndefined();
  expect(decideRepair(turn, "a", true)).toBeUndefined();
});

test("a prompt that is too long is compacted once", () => {
  const next = decideAfterFailure(turn, "context_length_exceeded")!;
  expect(next.isForced).toBe(true);
  expect(decideAfterFailure(next, "context_length_exceeded")).toBeUndefined();
  expect(decideAfterFailure(turn, "server_error")).toBeUndefined();
});
