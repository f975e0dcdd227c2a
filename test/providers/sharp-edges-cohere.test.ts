import { expect, test } from "vitest";
import { cohereAdapter } from "../../packages/providers/src/cohere/cohere.ts";
import { callsOf, replay } from "./replay.ts";

test("edge 12: arguments that Cohere sends as null or not at all become an empty object", () => {
  const parts = replay(cohereAdapter, "cohere-null-arguments.sse");
  expect(callsOf(parts).map(({ name, arguments: json }) => [name, json])).toEqual([
    ["get_time", "{}"],
    ["get_time", "{}"],
    ["get_time", "{}"],
    ["note", '{"text": "null"}'],
  ]);
});
