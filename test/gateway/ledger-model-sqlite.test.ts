import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, test } from "vitest";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { checkAgainstModel, modelSteps } from "./ledger-model.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-model-"));
afterAll(() => rmSync(directory, { recursive: true }));

test("any sequence of operations with repeats and failures of the store leaves the ledger equal to a plain model", async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(modelSteps, async (steps) => {
      const path = join(directory, `${++files}.db`);
      await checkAgainstModel(steps, async (failing) => {
        const failpoint = (point: string): void => {
          if (failing(point)) throw Object.assign(new Error("failure of the disk"), { errcode: 10 });
        };
        return openSqliteLedger(path, { failpoint });
      });
      rmSync(path);
    }),
    { numRuns: 50 },
  );
});
