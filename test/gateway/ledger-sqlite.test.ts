import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openSqliteLedger } from "../../packages/gateway/src/ledger/sqlite/ledger.ts";
import { describeLedger } from "./ledger-contract.ts";

const directory = mkdtempSync(join(tmpdir(), "patchbay-ledger-"));
afterAll(() => rmSync(directory, { recursive: true }));

describeLedger("SQLite", async () => openSqliteLedger(join(directory, "ledger.db")));
