import { afterEach, describe, expect, test, vi } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

const bytes = Uint8Array.from({ length: 70_001 }, (_, index) => (index * 7) ^ (index >> 8));
const texts = [0, 1, 2, 3, 70_001].map((length) => Buffer.from(bytes.subarray(0, length)).toString("base64"));
const urlText = Buffer.from(bytes).toString("base64url");

afterEach(() => void vi.unstubAllGlobals());

describe.each([["with Buffer"], ["without Buffer"], ["with Uint8Array.fromBase64 alone"]])("base64 %s", (where) => {
  const set = (): void => {
    if (where === "with Buffer") return;
    const { Buffer } = globalThis;
    vi.stubGlobal("Buffer", undefined);
    if (where === "without Buffer") return;
    const Native = class extends Uint8Array {
      static fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));
    };
    vi.stubGlobal("Uint8Array", Native);
  };

  test("decodes what it encoded, for any length", () => {
    set();
    for (const text of texts) expect(toBase64(fromBase64(text)!)).toBe(text);
  });

  test("decodes base64url without padding", () => {
    set();
    expect(toBase64(fromBase64(urlText)!)).toBe(texts.at(-1));
  });

  test.each([["%%%"], ["A A"], ["=AAA"], ["AAAA==="], ["é"]])("rejects %j", (text) => {
    set();
    expect(fromBase64(text)).toBeUndefined();
  });
});
