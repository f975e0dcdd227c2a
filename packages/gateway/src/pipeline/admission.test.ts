import fc from "fast-check";
import { expect, test } from "vitest";
import { HttpError } from "@patchbay/service/http/http-error";
import { Admission } from "./admission.ts";

const open = (): undefined => undefined;

test("no more requests run or wait than the limits allow, and waiting requests run in the order of their arrival", async () => {
  const steps = fc.array(fc.constantFrom("enter", "leave"), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.nat(4), steps, async (concurrency, queue, actions) => {
      const admission = new Admission(() => ({ concurrency, queue }), open);
      const running: (() => void)[] = [];
      const started: number[] = [];
      const begin = async (entered: ReturnType<Admission["enter"]>, index: number): Promise<void> => {
        const leave = await entered;
        started.push(index);
        running.push(leave);
      };
      let arrived = 0;
      let refused = 0;
      for (const action of actions) {
        if (action === "leave") {
          running.shift()?.();
        } else {
          const index = arrived++;
          const isFull = admission.running >= concurrency && admission.waiting >= queue;
          try {
            const entered = admission.enter();
            void begin(entered, index);
            expect(isFull).toBe(false);
          } catch (error) {
            expect(error).toMatchObject({ status: 503 });
            expect(isFull).toBe(true);
            refused++;
          }
        }
        await Promise.resolve();
        await Promise.resolve();
        expect(admission.running).toBeLessThanOrEqual(concurrency);
        expect(admission.waiting).toBeLessThanOrEqual(queue);
      }
      while (running.length > 0) {
        running.shift()!();
        await Promise.resolve();
        await Promise.resolve();
      }
      expect([admission.running, admission.waiting]).toEqual([0, 0]);
      expect(started).toEqual(started.toSorted((a, b) => a - b));
      expect(started).toHaveLength(arrived - refused);
    }),
  );
});

test("ending a request twice frees one place", async () => {
  const admission = new Admission(() => ({ concurrency: 1, queue: 2 }), open);
  const leave = await admission.enter();
  const second = admission.enter();
  const third = admission.enter();
  leave();
  leave();
  await second;
  expect([admission.running, admission.waiting]).toEqual([1, 1]);
  (await second)();
  (await third)();
});

test("requests that wait run as soon as the limits allow more, without waiting for an end", async () => {
  let concurrency = 1;
  const admission = new Admission(() => ({ concurrency, queue: 5 }), open);
  await admission.enter();
  const waiting = [1, 2, 3].map(async () => admission.enter());
  concurrency = 3;
  admission.admitWaiting();
  await Promise.all(waiting.slice(0, 2));
  expect([admission.running, admission.waiting]).toEqual([3, 1]);
});

test("a closed gateway refuses with its reason, and says when to try again", () => {
  const admission = new Admission(
    () => ({ concurrency: 1, queue: 1 }),
    () => ({ source: "draining", message: "The gateway is shutting down." }),
  );
  expect(() => admission.enter()).toThrow(HttpError);
  expect(() => admission.enter()).toThrow("The gateway is shutting down.");
});
