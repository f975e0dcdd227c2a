import fc from "fast-check";
import { expect, test } from "vitest";
import { json, type Reply } from "@patchbay/service/http/reply";
import { onceEnded } from "./once-ended.ts";

test.each([true, false])(
  "an error at the end of a response is reported, and the response still ends once",
  (complete) => {
    const [ends, errors]: [boolean[], unknown[]] = [[], []];
    const failure = new Error("The charge failed.");
    const body = {
      kind: "text" as const,
      text: "",
      ended: () => {
        throw failure;
      },
    };
    const reply = onceEnded(
      { status: 200, headers: {}, body },
      (isComplete) => ends.push(isComplete),
      (error) => errors.push(error),
    );
    reply.body.ended?.(1, complete);
    reply.body.ended?.(1, complete);
    expect(ends).toEqual([complete]);
    expect(errors).toContain(failure);
  },
);

async function* noFrames(): AsyncGenerator<never, void> {}

test("a reply ends once, however often its writer reports the end, and its own listener does, too", () => {
  const reports = fc.array(fc.record({ sent: fc.nat(5), complete: fc.boolean() }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(reports, fc.constantFrom("text", "frames", "live"), (ends, kind) => {
      const own: boolean[] = [];
      const ended = (_: number, complete: boolean): number => own.push(complete);
      const bodies = {
        text: { kind: "text", text: "", ended },
        frames: { kind: "frames", frames: [], ended },
        live: { kind: "live", frames: noFrames(), progress: () => 0, ended },
      } as const;
      const seen: boolean[] = [];
      const reply: Reply = { status: 200, headers: {}, body: bodies[kind] };
      const { body } = onceEnded(
        reply,
        (complete) => seen.push(complete),
        () => undefined,
      );
      for (const { sent, complete } of ends) body.ended!(sent, complete);
      expect(seen).toEqual([ends[0]!.complete]);
      expect(own).toEqual([ends[0]!.complete]);
    }),
  );
});

test("a JSON reply without a listener of its own ends, too", () => {
  let complete: boolean | undefined;
  const { body } = onceEnded(
    json({}, 200),
    (value) => (complete = value),
    () => undefined,
  );
  body.ended!(0, false);
  expect(complete).toBe(false);
});
