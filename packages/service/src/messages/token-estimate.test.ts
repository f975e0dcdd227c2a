import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { estimatingTokenizer } from "./token-estimate.ts";
import { loadTokenizer } from "./tokenizer.ts";

const source = readFileSync(new URL("token-estimate.ts", import.meta.url), "utf8");
const rows = Array.from({ length: 40 }, (_, id) => ({ id, name: `row ${id}`, isOpen: id % 2 === 0, tags: ["a", "b"] }));
const texts: Record<string, string> = {
  "English prose": "The service checks the key of each request, and reserves what the answer can cost at most. ".repeat(
    20,
  ),
  "German prose": "Der Dienst prüft den Schlüssel jeder Anfrage und reserviert den höchsten möglichen Betrag. ".repeat(
    20,
  ),
  "TypeScript source": source,
  JSON: JSON.stringify(rows),
  "Russian prose": "Сервис проверяет ключ каждого запроса и резервирует максимальную стоимость ответа. ".repeat(20),
  "Chinese prose": "服务检查每个请求的密钥,并保留答案的最高费用。".repeat(20),
  "a long text": source.repeat(50),
};

test.each(Object.entries(texts))("the estimate of %s is close to the count of o200k", async (_name, text) => {
  const exact = (await loadTokenizer()).count(text);
  const estimate = estimatingTokenizer.count(text);
  expect(estimate / exact).toBeGreaterThan(0.7);
  expect(estimate / exact).toBeLessThan(1.5);
});

test("the pieces of a text are the text, and as many as the estimate", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
      const pieces = estimatingTokenizer.split(text);
      expect(pieces.join("")).toBe(text);
      expect(pieces).toHaveLength(estimatingTokenizer.count(text));
      expect(pieces.every((piece) => piece.isWellFormed())).toBe(text.isWellFormed());
    }),
  );
});
