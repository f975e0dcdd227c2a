// schemathesis (https://schemathesis.readthedocs.io) reads the served contract, sends what it allows and what it forbids, and
// compares the responses. `node scripts/install-clients.ts` installs it, as does the test command. A longer run:
// SCHEMATHESIS_SECONDS=300 npx vitest run test/interop/schemathesis
import { createMockServer } from "@patchbay/mock-server";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { pythonCache, schemathesisPython } from "../../../scripts/install-clients.ts";

const managementKey = "sk-or-mgmt-schemathesis-0123456789";
const seconds = Number(process.env.SCHEMATHESIS_SECONDS ?? 15);
const isInstalled = schemathesisPython !== undefined;

if (!isInstalled) console.warn("!!! SKIPPED: schemathesis is not installed. Run: node scripts/install-clients.ts");

/** Runs every check except one: a well-formed request may have an unknown model, an unreadable file or a date outside the range. */
async function runSchemathesis(url: string, key: string): Promise<{ readonly code: number; readonly output: string }> {
  const options = {
    url: `${url}/api/v1`,
    header: `Authorization: Bearer ${key}`,
    "exclude-checks": "positive_data_acceptance",
    phases: "examples,coverage,fuzzing",
    "max-time": String(seconds),
    "suppress-health-check": "all",
    "generation-database": "none",
    warnings: "off",
    workers: "1",
    seed: "1",
  };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const args = [
    "-m",
    "schemathesis.cli",
    "run",
    `${url}/openapi.json`,
    ...flags,
    "--continue-on-failure",
    "--no-color",
  ];
  const env = { ...process.env, PYTHONPYCACHEPREFIX: pythonCache };
  const timeout = (seconds + 120) * 1000;
  // It leaves files in its folder.
  const cwd = await mkdtemp(join(tmpdir(), "schemathesis-"));
  try {
    const { stdout } = await promisify(execFile)(schemathesisPython!, args, { env, cwd, timeout, maxBuffer: 1e8 });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: number; stdout?: string; stderr?: string };
    return { code: code ?? 1, output: `${stdout ?? ""}${stderr ?? ""}` };
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

test.concurrent.each(["inference", "management"])(
  "schemathesis finds no failure with the key for %s",
  { timeout: (seconds + 150) * 1000 },
  async (kind) => {
    if (!isInstalled && !process.env.CI) return;
    expect(isInstalled, "schemathesis is not installed; run node scripts/install-clients.ts").toBe(true);
    const server = createMockServer({ credits: 1_000_000, strictKeys: true, managementKeys: [managementKey] });
    const made = await server.fetch("http://localhost/api/v1/keys", {
      method: "POST",
      headers: { authorization: `Bearer ${managementKey}` },
      body: JSON.stringify({ name: "schemathesis" }),
    });
    const { key } = (await made.json()) as { key: string };
    const listening = await server.listen({ port: 0 });
    try {
      const url = new URL(listening.baseURL).origin;
      const { code, output } = await runSchemathesis(url, kind === "management" ? managementKey : key);
      expect(output).toMatch(/Selected: \d+\/\d+/);
      expect(code, output).toBe(0);
      const failed = server.journal.entries().filter(({ status }) => status >= 500);
      expect(failed).toEqual([]);
    } finally {
      await listening.close();
    }
  },
);
