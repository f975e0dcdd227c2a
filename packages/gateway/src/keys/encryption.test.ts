import fc from "fast-check";
import { expect, test } from "vitest";
import { createEncryption } from "./encryption.ts";

const master = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const row = { id: "row-1", account: "a" };

test("a text is encrypted differently each time and decrypts to itself", () => {
  const encryption = createEncryption([master(1)], "provider-keys");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const [first, second] = [encryption.encrypt(text, row), encryption.encrypt(text, row)];
      expect(first).not.toBe(second);
      expect(encryption.decrypt(first, row)).toBe(text);
      expect(first).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]*\.[\w-]+$/);
    }),
    { numRuns: 50 },
  );
});

test("a text of another row, account or purpose cannot be decrypted, and the error shows no secret", () => {
  const encryption = createEncryption([master(1)], "provider-keys");
  const encrypted = encryption.encrypt("sk-very-secret", row);
  const attempts = [
    () => encryption.decrypt(encrypted, { ...row, id: "row-2" }),
    () => encryption.decrypt(encrypted, { ...row, account: "b" }),
    () => encryption.decrypt(encrypted, { id: 'row-1","a', account: "" }),
    () => createEncryption([master(1)], "other").decrypt(encrypted, row),
    () => createEncryption([master(2)], "provider-keys").decrypt(encrypted, row),
    () => encryption.decrypt("sk-very-secret", row),
    () => encryption.decrypt(encrypted.slice(0, -8), row),
  ];
  for (const attempt of attempts) {
    expect(attempt).toThrow(/^Secret of row /);
    expect(attempt).not.toThrow(/very-secret/);
  }
});

test("a text with any changed character is refused", () => {
  const encryption = createEncryption([master(1)], "provider-keys");
  const encrypted = encryption.encrypt("sk-secret", row);
  // The last character of each part encodes unused bits, which base64 ignores.
  for (const [index, character] of Array.from(encrypted).entries()) {
    if (character === "." || (encrypted[index + 1] ?? ".") === ".") continue;
    const changed = encrypted.slice(0, index) + (character === "A" ? "B" : "A") + encrypted.slice(index + 1);
    expect(() => encryption.decrypt(changed, row), `character ${index}`).toThrow(/^Secret of row /);
  }
});

test("after a rotation, old texts decrypt, are outdated, and new ones need the new master secret", () => {
  const old = createEncryption([master(1)], "provider-keys");
  const rotated = createEncryption([master(2), master(1)], "provider-keys");
  const encrypted = old.encrypt("sk-secret", row);
  expect(rotated.decrypt(encrypted, row)).toBe("sk-secret");
  expect(rotated.isOutdated(encrypted)).toBe(true);
  const again = rotated.encrypt("sk-secret", row);
  expect(rotated.isOutdated(again)).toBe(false);
  expect(() => old.decrypt(again, row)).toThrow(/another master secret/);
});

test("a short master secret is refused", () => {
  expect(() => createEncryption([new Uint8Array(16)], "x")).toThrow(/at least 32 bytes, got 16/);
});
