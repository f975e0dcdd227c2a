import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { countTokens, decodeGenerator, encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, test } from "vitest";
import { expectLinear } from "../../../../test/support/linear.ts";
import { O200kTokenizer } from "./o200k.ts";

const asText = { disallowedSpecial: new Set<string>() };
const tokenizer = new O200kTokenizer();

const byteOrderMark = "\ufeff";

function expectSameTokens(text: string): void {
  expect(tokenizer.split(text, Infinity)).toEqual([...decodeGenerator(encode(text, asText))]);
  expect(tokenizer.count(text)).toBe(countTokens(text, asText));
}

const languages = {
  Arabic: "تتحقق الخدمة من مفتاح كل طلب وتحجز أقصى تكلفة ممكنة للإجابة.",
  Chinese: "服务检查每个请求的密钥,并保留答案的最高费用。",
  English: "The service checks the key of each request; it doesn't wait, and I'LL say so WHEN IT'S due.",
  German: "Der Dienst prüft den Schlüssel jeder Anfrage und reserviert die Höchstkosten (Donaudampfschifffahrt).",
  Greek: "Η υπηρεσία ελέγχει το κλειδί κάθε αιτήματος.",
  Hebrew: "השירות בודק את המפתח של כל בקשה.",
  Hindi: "सेवा प्रत्येक अनुरोध की कुंजी की जाँच करती है।",
  Japanese: "サービスは各リクエストのキーを確認し、回答の最大費用を確保します。",
  Korean: "서비스는 각 요청의 키를 확인하고 최대 비용을 예약합니다.",
  Russian: "Сервис проверяет ключ каждого запроса и резервирует максимальную стоимость ответа.",
  Thai: "บริการจะตรวจสอบคีย์ของแต่ละคำขอ",
  Vietnamese: "Dịch vụ kiểm tra khóa của mỗi yêu cầu và dự trữ chi phí tối đa.",
};

const shapes = {
  "no text": "",
  emoji: "👍👍🏽 👩‍👩‍👧‍👦 🇩🇪🏳️‍🌈 1️⃣ ☕️\u{1F9D1}\u{1F3FB}\u200d\u{1F4BB}",
  "halves of surrogate pairs": "a\ud83d b\udc4d \ud83d\ud83d\udc4d\udc4d",
  "combining marks": "e\u0301E\u0301 \u0301 \u0301A \u0301'll \u0301\u0301x A\u0301B",
  "title case, modifiers and letters without case": "ǅabc AªB ʰA中bC AAعAA HTTPServer iPhone15Pro",
  contractions: "I'm I'M we'Re you'vE he'd it's don't 's 'll 'x l'l ''ve don'tx",
  "line ends": "a\r\n\r\n\r\nb\n \n  c\r\r \t\nd  \n",
  "long white space": `a${" ".repeat(200)}b${"\t".repeat(100)}\n${" ".repeat(90)}`,
  "other white space": "a\u00a0\u00a0b\u2028\u3000 c\u2003",
  numbers: "1 12 123 1234 1234567 ١٢٣٤ ½¾ 3.14159 0x1F",
  signs: "--- ==> /// */\n/// \n//\r\n} ]);\n\n{{{",
  "a long word": "abcdefghij".repeat(80),
  "a long word of one letter": "a".repeat(1500),
  "a long word without spaces": "的".repeat(500),
  "a long number": "7".repeat(1001),
  base64: Buffer.from(languages.Chinese.repeat(20)).toString("base64"),
  "special tokens": "<|endoftext|><|im_start|>system<|fim_prefix|>",
};

describe("the tokens of o200k_base are those of gpt-tokenizer", () => {
  test.each(Object.entries({ ...languages, ...shapes }))("for %s", (_name, text) => expectSameTokens(text));

  test("for source code", () => {
    const folder = new URL("../messages/", import.meta.url);
    for (const name of globSync("*.ts", { cwd: folder })) expectSameTokens(readFileSync(new URL(name, folder), "utf8"));
  });

  test.each([
    ["all characters", fc.string({ unit: "binary", maxLength: 40 }), 1500],
    ["letters and signs of many scripts", fc.string({ unit: "grapheme", maxLength: 40 }), 1500],
    ["strings that split in many ways", stringOf("aAbB 'sSlLvVéÉ中あДд\n\r\t/.-_019\u0301ǅʰª\u00a0\ud800👍", 30), 3000],
    ["strings that merge much", stringOf("aeitnso ", 120), 1000],
  ])("for any string of %s", (_name, strings, numRuns) => {
    const comparable = strings.filter((text) => !text.includes(byteOrderMark));
    fc.assert(fc.property(comparable, expectSameTokens), { numRuns });
  });

  // gpt-tokenizer loses it when it reads bytes as text, so it finds none of the tokens that begin with it.
  test("except for a byte order mark, which is one token, also with the text that it begins", () => {
    const table = [byteOrderMark, `${byteOrderMark}using`, `${byteOrderMark}\n`, `${byteOrderMark}${byteOrderMark}`];
    for (const token of table) expect(tokenizer.split(token, Infinity)).toEqual([token]);
  });
});

function stringOf(characters: string, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from(characters)), maxLength });
}

test("the pieces are the text, and slices have as many tokens as the whole", () => {
  const text = [...Object.values(languages), ...Object.values(shapes)].join("\n").repeat(3);
  const slices = [...tokenizer.countSlices(text)];
  expect(slices.length).toBeGreaterThan(1);
  expect(slices.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(tokenizer.count(text));
  expect(slices.reduce((sum, { characters }) => sum + characters, 0)).toBe(text.length);
  expect(tokenizer.split(text, Infinity).join("")).toBe(text.toWellFormed());
});

test("the first tokens are the first of all", () => {
  const text = languages.Hindi.repeat(3);
  const all = tokenizer.split(text, Infinity);
  for (const most of [0, 1, 2, 5, all.length, all.length + 1])
    expect(tokenizer.split(text, most)).toEqual(all.slice(0, most));
});

test.each([
  ["a word of one letter", "a"],
  ["a word", "abcdefgh"],
  ["capitals", "ABC"],
  ["spaces", " "],
  ["spaces and line ends", "   \n"],
  ["signs", "=-"],
  ["ideographs", "的一是"],
  ["marks", "\u0301"],
  ["words", "one Two three"],
])("counting %s of any length takes linear time", async (_name, part) => {
  await expectLinear((size) => tokenizer.count(part.repeat(size / part.length)), 60_000);
});
