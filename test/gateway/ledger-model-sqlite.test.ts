import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { applyToLedger, expectEqual, LedgerModel, modelSteps } from "./ledger-model.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-model-"));
afterAll(() => rmSync(directory, { recursive: true }));

test(
  "any sequence of operations with repeats and failures leaves the books of a plain model",
  { timeout: 60_000 },
  async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(modelSteps, async (steps) => {
        const path = join(directory, `${++files}.db`);
        let failing: string | undefined;
        const failpoint = (point: string): void => {
          if (point === failing) throw Object.assign(new Error("failure of the disk"), { errcode: 10 });
        };
        let ledger = openSqliteLedger(path, { failpoint });
        const model = new LedgerModel();
        for (const { step, failure } of steps) {
          failing = failure;
          if (failure && step.kind !== "wait") {
            await expect(applyToLedger(ledger, step, model.now)).rejects.toThrow();
            await ledger.close();
            failing = undefined;
            ledger = openSqliteLedger(path, { failpoint });
          }
          const now = model.now;
          const expected = model.apply(step);
          const actual = await applyToLedger(ledger, step, now);
          // A sweep that was durable before the failure has nothing left to report.
          if (failure === undefined || step.kind !== "sweep")
            expect(actual).toEqual(isObject(expected) ? expect.objectContaining(expected) : expected);
        }
        await expectEqual(ledger, model);
        await ledger.close();
        rmSync(path);
      }),
      { numRuns: 80 },
    );
  },
);

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
