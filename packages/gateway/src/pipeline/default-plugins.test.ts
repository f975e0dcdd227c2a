import { expect, test } from "vitest";
import { addPlugins } from "./default-plugins.ts";

test.each([
  ["chat.completions.create", {}, ["response-healing"], [{ id: "response-healing" }]],
  ["messages.create", { plugins: null }, ["response-healing"], [{ id: "response-healing" }]],
  [
    "responses.create",
    { plugins: [{ id: "response-healing", enabled: false }] },
    ["response-healing", "context-compression"],
    [{ id: "response-healing", enabled: false }, { id: "context-compression" }],
  ],
  ["embeddings.create", {}, ["response-healing"], undefined],
  ["chat.completions.create", {}, [], undefined],
] as const)("%s with %j and the enabled plugins %j has the plugins %j", (operation, input, enabled, plugins) => {
  expect(addPlugins(operation, input, enabled)).toEqual(plugins === undefined ? input : { ...input, plugins });
});
