import type { ChatMessage } from "@patchbay/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { RepairedHistory } from "./repaired-history.ts";
import { repairHistory } from "./repair.ts";

const id = fc.constantFrom("a", "b", "c", "a_1", "", " ");
const call = fc.record(
  {
    id,
    type: fc.constant("function"),
    function: fc.record({
      name: fc.constantFrom("add", "a b", ""),
      arguments: fc.constantFrom("{}", '{"n":1}', "", "["),
    }),
  },
  { requiredKeys: ["function"] },
);
const content = fc.constantFrom("text", " ", "", null, "\ud800", [{ type: "text", text: "part" }], []);
const message = fc.oneof(
  fc.record({ role: fc.constantFrom("user", "system"), content }),
  fc.record({ role: fc.constant("tool"), tool_call_id: id, content }),
  fc.record(
    {
      role: fc.constant("assistant"),
      content,
      tool_calls: fc.oneof(fc.array(call, { maxLength: 2 }), fc.constant(null)),
    },
    { requiredKeys: ["role"] },
  ),
  // The other order of fields, which changes the bytes of a request.
  fc.record({ tool_calls: fc.array(call, { maxLength: 2 }), content, role: fc.constant("assistant") }),
) as unknown as fc.Arbitrary<ChatMessage>;

/** A call and its result, as the agent stores them. */
const exchange = (name: string): ChatMessage[] => [
  {
    role: "assistant",
    content: null,
    tool_calls: [{ id: name, type: "function", function: { name: "add", arguments: "{}" } }],
  },
  { role: "tool", tool_call_id: name, content: "3" },
];

test("a growing, cut, replaced or modified history is repaired as if each one were the first", () => {
  const part = fc.oneof(
    fc.array(message, { maxLength: 4 }),
    fc.constantFrom("x", "y", "z").map(exchange),
    fc.record({ cut: fc.nat({ max: 5 }) }),
    // A caller modifies a message of the history.
    fc.record({ place: fc.nat({ max: 7 }), change: message }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const history = new RepairedHistory();
      const messages: ChatMessage[] = [];
      for (const one of parts) {
        if ("cut" in one) messages.length = Math.min(messages.length, one.cut);
        else if ("place" in one) {
          const target = messages[one.place] as Record<string, unknown> | undefined;
          if (target) for (const name of Object.keys(target)) delete target[name];
          if (target) Object.assign(target, structuredClone(one.change));
        } else messages.push(...structuredClone(one));
        expect(JSON.stringify(history.repair(messages))).toBe(JSON.stringify(repairHistory(messages)));
      }
    }),
    { numRuns: 500 },
  );
});

test("a valid history is returned unchanged", () => {
  const messages: ChatMessage[] = [{ role: "user", content: "go" }, ...exchange("a"), ...exchange("b")];
  expect(new RepairedHistory().repair(messages)).toBe(messages);
});
