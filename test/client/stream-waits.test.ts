// What ends a read of a stream while it waits.
import { type ChatStream, Patchbay, TimeoutError } from "@patchbay/client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answer, eventsOf, say, written } from "./chunks.ts";
import { campaignOf, inTime, until } from "../support/uneven-stream.ts";
import { caught, chat } from "./support.ts";

const campaign = campaignOf(300);
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

describe("any order of reads, ends and events", () => {
  const names = ["next", "next", "text", "return", "abort", "final", "write", "write", "pause"] as const;
  const action = fc.tuple(fc.constantFrom(...names), fc.nat(2));
  const ends = fc.constantFrom("return", "abort", "body");

  interface Branch {
    readonly stream: ChatStream;
    reader?: AsyncIterator<unknown>;
    /** Whether `final()` has claimed the stream, which then has no other reader. */
    isFinal?: boolean;
  }

  /** Splits a stream into one to three. */
  function split(stream: ChatStream, count: number): Branch[] {
    if (count === 1) return [{ stream }];
    const [one, two] = stream.tee();
    return [one, ...(count === 2 ? [two] : two.tee())].map((branch) => ({ stream: branch }));
  }

  const actions: Readonly<Record<string, (branch: Branch) => Promise<unknown> | undefined>> = {
    next: (branch) => (branch.reader ??= branch.stream[Symbol.asyncIterator]()).next(),
    text: (branch) => (branch.reader ??= branch.stream.textStream()).next(),
    return: (branch) => (branch.reader ??= branch.stream[Symbol.asyncIterator]()).return!(),
    abort: (branch) => {
      branch.stream.abort();
      return undefined;
    },
    final: (branch) => {
      branch.isFinal ??= branch.reader === undefined;
      return branch.stream.final();
    },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  };

  test("leaves no read pending once the body or all readers have ended", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(action, { maxLength: 20 }),
        ends,
        async (count, steps, by) => {
          const body = written();
          const branches = split(body.stream(), count);
          const pending: Promise<unknown>[] = [];
          const run = (name: string, branch: Branch): void => {
            const work = actions[name]!(branch);
            work?.catch(() => undefined);
            if (work) pending.push(work);
          };
          const canWrite = (): boolean => body.isRequested() && !body.isLeft();
          for (const [name, index] of steps) {
            if (name === "write" && canWrite()) body.write(say("a"));
            if (name !== "write") run(name, branches[index % count]!);
            if (name === "pause") await pending.pop();
          }
          if (by !== "body") for (const branch of branches) run(branch.isFinal ? "abort" : by, branch);
          // The request may still be on its way.
          const ending = setInterval(() => {
            if (by !== "body" || !canWrite()) return;
            clearInterval(ending);
            body.write("[DONE]");
            body.close();
          }, 1);
          await inTime("Every read", Promise.allSettled(pending)).finally(() => clearInterval(ending));
          if (by !== "body" && body.isRequested()) await until("that the body is left", () => body.isLeft());
        },
      ),
      campaign,
    );
  });
});
