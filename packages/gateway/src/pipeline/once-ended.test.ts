import { expect, test } from "vitest";
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
