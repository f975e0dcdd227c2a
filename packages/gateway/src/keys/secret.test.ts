import { expect, test } from "vitest";
import { createSecret, fingerprint, toLabel } from "./secret.ts";

test("a new secret has 256 random bits, and its label shows neither end in full", () => {
  const secret = createSecret();
  expect(secret).toMatch(/^sk-or-v1-[0-9a-f]{64}$/);
  expect(createSecret()).not.toBe(secret);
  expect(toLabel(secret)).toBe(`${secret.slice(0, 12)}...${secret.slice(-3)}`);
  expect(toLabel("short-secret")).toBe("...");
  expect(toLabel("")).toBe("...");
});

test("a fingerprint is HMAC-SHA-256 and depends on the pepper", () => {
  // RFC 4231, test case 2.
  expect(fingerprint("what do ya want for nothing?", Buffer.from("Jefe"))).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
  expect(fingerprint("a", Buffer.from("x"))).not.toBe(fingerprint("a", Buffer.from("y")));
});
