import { expect, test } from "vitest";
import { hasContent } from "./has-content.ts";
import type { Part } from "./part.ts";

test.each<[Part, boolean]>([
  [{ type: "text", text: "" }, false],
  [{ type: "text", text: "a" }, true],
  [{ type: "refusal", text: "" }, false],
  [{ type: "reasoning", text: "" }, false],
  [{ type: "reasoning", text: "", signature: "s" }, true],
  [{ type: "reasoning-details", details: [] }, false],
  [{ type: "images", urls: [] }, false],
  [{ type: "images", urls: ["data:image/png;base64,AA=="] }, true],
  [{ type: "annotations", annotations: [] }, false],
  [{ type: "tool-call-delta", index: 0, id: "a", name: "look" }, true],
  [{ type: "response", id: "a" }, false],
  [{ type: "usage", usage: { promptTokens: 1, completionTokens: 1 } }, false],
  [{ type: "finish", reason: "stop" }, false],
])("%j has content: %s", (part, expected) => {
  expect(hasContent(part)).toBe(expected);
});
