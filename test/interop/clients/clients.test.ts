// Published clients of other languages, with only a base URL and a key. `node scripts/install-clients.ts` installs them, as
// does the test command.
import { createMockServer } from "@patchbay/mock-server";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { goProgram, python, pythonCache } from "../../../scripts/install-clients.ts";
import { judgeJournal } from "../../support/judge-journal.ts";

interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const scripts = join(import.meta.dirname, "python");
const clients = [
  { name: "openai for Python", command: python, args: [join(scripts, "openai_client.py")], cases: 22 },
  { name: "anthropic for Python", command: python, args: [join(scripts, "anthropic_client.py")], cases: 11 },
  { name: "litellm", command: python, args: [join(scripts, "litellm_client.py")], cases: 12 },
  { name: "openai-go and go-openai", command: goProgram, args: [], cases: 13 },
];

for (const { name, command } of clients)
  if (!command) console.warn(`!!! SKIPPED: ${name} is not installed. Run: node scripts/install-clients.ts`);

// The first run of Python compiles several thousand files.
test.concurrent.for(clients)(
  "$name works with only a base URL and a key",
  { timeout: 180_000 },
  async ({ command, args, cases }, { skip }) => {
    if (!command && !process.env.CI) skip();
    expect(command, "the client is not installed; run node scripts/install-clients.ts").toBeDefined();
    const server = createMockServer();
    const listening = await server.listen({ port: 0 });
    try {
      const env = { ...process.env, PYTHONPYCACHEPREFIX: pythonCache };
      const { stdout } = await promisify(execFile)(command!, [...args, listening.baseURL], { env, timeout: 170_000 });
      const results = JSON.parse(stdout) as Result[];
      expect(results.filter(({ ok }) => !ok)).toEqual([]);
      expect(results).toHaveLength(cases);
      expect(await judgeJournal(server)).toEqual([]);
    } finally {
      await listening.close();
    }
  },
);
