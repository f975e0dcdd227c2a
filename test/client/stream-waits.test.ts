// What ends a read of a stream while it waits.
import { Patchbay, TimeoutError } from "@patchbay/client";
import { describe, expect, test } from "vitest";
import { answer, eventsOf, say, written } from "./chunks.ts";
import { caught, chat } from "./support.ts";

const end = { done: true, value: undefined };

describe("leaving one branch of a tee", () => {
  test("ends its pending read, and the other branch receives everything", async () => {
    const body = written();
    const [one, two] = body.stream().tee();
    const leaving = one[Symbol.asyncIterator]();
    const reading = leaving.next();
    const other = two.final();
    await expect.poll(() => body.isRequested()).toBe(true);
    await leaving.return!();
    expect(await reading).toEqual(end);
    body.write(say("a"), say("b"), "[DONE]");
    body.close();
    expect((await other).choices[0]!.message.content).toBe("ab");
  });

  test("ends a pending read of its text", async () => {
    const body = written();
    const [one, two] = body.stream().tee();
    const text = one.textStream();
    const reading = text.next();
    await expect.poll(() => body.isRequested()).toBe(true);
    await text.return();
    expect(await reading).toEqual(end);
    two.abort();
    await expect.poll(() => body.isLeft()).toBe(true);
  });
});

describe("a validator that never settles", () => {
  const slow = (options = {}) =>
    new Patchbay({
      apiKey: "sk-or-v1-test",
      maxRetries: 0,
      fetch: () => Promise.resolve(answer(new Response(eventsOf(say("a"), "[DONE]")).body)),
      validate: () => new Promise(() => undefined),
      ...options,
    }).chat.completions.stream(chat);

  test("is left when the stream is aborted", async () => {
    const stream = slow();
    const whole = caught(stream.final());
    await expect.poll(() => stream.partial?.choices[0]!.message.content).toBe("a");
    const reason = new Error("enough");
    stream.abort(reason);
    expect(await whole).toBe(reason);
  });

  test("is left when the total timeout expires", async () => {
    expect(await caught(slow({ totalTimeout: 50 }).final())).toBeInstanceOf(TimeoutError);
  });
});
