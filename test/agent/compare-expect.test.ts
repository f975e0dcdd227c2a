// What `expected` of a comparison matches, and how failed results are listed.
import { compareModels, toTable } from "@patchbay/agent/compare";
import { createScriptedClient } from "@patchbay/agent/testing";
import { describe, expect, test } from "vitest";
import { expectLinear } from "../support/linear.ts";

/** Whether an output passes. */
async function passes(answer: string, expected: string): Promise<boolean> {
  const { client } = createScriptedClient([answer]);
  const { results: cells } = await compareModels(["any/model"], [{ input: "?", expected: expected }], { client });
  return cells[0]!.outcome === "passed";
}

describe("a number matches by its value", () => {
  test.each([
    ["4", "4"],
    ["4", "It is 4."],
    ["4", "**4**"],
    ["4", "2 + 2 = 4"],
    ["4", "2+2=4!"],
    ["4", "(4)"],
    ["4", "4,"],
    ["4", "4, 5 and 6"],
    ["4", "4.0"],
    ["4", "+4"],
    ["4", "4 %"],
    ["4", "$4"],
    ["4", "4 €"],
    ["4", "- 4"],
    ["4", "_4_"],
    ["4", "٤"],
    ["4.5", "4,5"],
    ["4,5", "It is 4.50."],
    ["0.5", ".5"],
    ["-4", "−4"],
    ["-4", "It is -4."],
    ["1000", "1,000"],
    ["1000", "1 000"],
    ["1000", "1\u202F000 km"],
    ["1000", "1'000"],
    ["1,000", "1000"],
    ["1234567.5", "1,234,567.50"],
    ["1234567,5", "1.234.567,5"],
    ["3.14", "3,14"],
    ["2024", "in 2024."],
    ["2", "[1,2,3]"],
    ["3", "1,2,3"],
    ["9007199254740993", "9,007,199,254,740,993"],
    ["-0", "0"],
    ["007", "7.00"],
  ])("%s matches %j", async (expected, answer) => {
    expect(await passes(answer, expected)).toBe(true);
  });

  test.each([
    ["4", "Claude Sonnet 4.5"],
    ["4", "4,5"],
    ["4", "It is 14."],
    ["4", "40 %"],
    ["4", "0.4"],
    ["4", "44"],
    ["4", "-4"],
    ["4", "−4"],
    ["4", "GPT-4"],
    ["4", "v4"],
    ["4", "4k"],
    ["4", "4th"],
    ["4", "4.5.1"],
    ["4", "4,000"],
    ["4", "4 000"],
    ["4", "2024-04-04"],
    ["4", "10:04"],
    ["4", "4/5"],
    ["4", "four"],
    ["4", ""],
    ["-4", "4"],
    ["4.5", "4.55"],
    ["4.5", "14.5"],
    ["4.5", "4.5.1"],
    ["1000", "1,000,000"],
    ["1000", "10000"],
    ["5", "1.5"],
    ["2", "1.2.3"],
    ["9007199254740993", "9007199254740992"],
    ["0.1", "0.10000000000000001"],
  ])("%s does not match %j", async (expected, answer) => {
    expect(await passes(answer, expected)).toBe(false);
  });
});

describe("a text matches as whole words", () => {
  test.each([
    ["Oslo", "It is Oslo."],
    ["oslo", "OSLO"],
    ["Oslo", "**Oslo**"],
    ["Oslo", "_Oslo_ is it"],
    ["Oslo", "Oslo's harbor"],
    ["Oslo", "“Oslo”"],
    ["Oslo", "Oslo-based"],
    ["New York", "new\n  york"],
    ["São Paulo", "Sa\u0303o Paulo"],
    ["Москва", "Это Москва!"],
    ["東京", "東京です"],
    ["서울", "서울입니다"],
    ["กรุงเทพ", "คือกรุงเทพมหานคร"],
    ["C++", "Use C++."],
    [".env", "the .env file"],
    ["?", "What?"],
    ["😀", "Yes 😀😀"],
    ["40 %", "about 40 % of them"],
    ["gpt-4", "It is GPT-4."],
    ["4 km", "It is 4 km."],
    ["192.168.1.1", "at 192.168.1.1."],
    ["1.2.3", "version 1.2.3"],
    ["can't", "I can\u2019t."],
    ['"yes"', "It said \u201Cyes\u201D."],
    ["well-known", "a well\u2011known city"],
    ["cooperate", "co\u00ADoperate"],
    ["40%", "about 40\u202F% of them"],
    ["eau", "l'eau"],
  ])("%s matches %j", async (expected, answer) => {
    expect(await passes(answer, expected)).toBe(true);
  });

  test.each([
    ["no", "I know."],
    ["cat", "concatenate"],
    ["cat", "cats"],
    ["über", "darüber"],
    ["Москва", "Москвариум"],
    ["e", "é"],
    ["e", "e\u0301"],
    ["max", "max_tokens"],
    ["tokens", "max_tokens"],
    ["yes", "yesterday"],
    ["40 %", "140 %"],
    ["192.168.1.1", "192.168.1.10"],
    ["1.2.3", "1.2.3.4"],
    ["can", "I can't."],
    ["can", "I can\u2019t."],
    ["5 km", "4.5 km"],
    ["version 4", "version 4.5"],
    ["gpt-4", "gpt-4.1"],
    ["gpt-4", "gpt-40"],
    ["C", "CSS"],
    ["Oslo", "Osl o"],
  ])("%s does not match %j", async (expected, answer) => {
    expect(await passes(answer, expected)).toBe(false);
  });
});

test("a long output is searched in linear time", async () => {
  await expectLinear(async (size) => {
    const answers = ["4, ".repeat(size), "a_".repeat(size), "1 000 ".repeat(size)];
    for (const answer of answers) await passes(answer, "5");
    for (const answer of answers) await passes(answer, "a a");
  }, 10_000);
});

test("failed results are listed by case, and equal outputs once", async () => {
  const { client } = createScriptedClient(["Bergen", "Bergen", "Oslo", "Bergen", "Gothenburg", "Stockholm"]);
  const cases = [
    { name: "Norway", input: "Norway?", expected: "Oslo" },
    { name: "Sweden", input: "Sweden?", expected: "Stockholm" },
  ];
  const result = await compareModels(["any/model"], cases, { client, repetitions: 3, concurrency: 1 });
  expect(toTable(result).split("\n").slice(5)).toEqual([
    "Norway: expected Oslo",
    '  failed · any/model (2 times): got "Bergen"',
    "Sweden: expected Stockholm",
    '  failed · any/model: got "Bergen"',
    '  failed · any/model (2): got "Gothenburg"',
  ]);
});
