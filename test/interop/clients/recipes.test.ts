// The programs that show agent frameworks over the API, as a user runs them. Each checks its own output.
import { createMockServer, type ScriptedReply } from "@patchbay/mock-server";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { python, pythonCache } from "../../../scripts/install-clients.ts";
import { judgeJournal } from "../../support/judge-journal.ts";

const root = join(import.meta.dirname, "../../..");
const call = (name: string, input: Record<string, unknown>): ScriptedReply => ({
  toolCalls: [{ name, arguments: input }],
});
const refund = call("refund", { order: "17" });

const recipes: readonly { file: string; script: readonly ScriptedReply[] }[] = [
  {
    file: "pydantic_ai_recipe.py",
    script: [
      call("refund", { order: "17", usd: 20 }),
      call("final_result", { order: "17", message: "Your order is refunded." }),
    ],
  },
  {
    file: "openai_agents_recipe.py",
    script: [
      call("find_order", { customer: "customer-17" }),
      "Order 17 is in Oslo.",
      call("transfer_to_billing", {}),
      refund,
      "Your order is refunded.",
    ],
  },
  {
    file: "langchain_recipe.py",
    script: ["A fjord is a long, narrow inlet.", '{"number": "17"}', refund, "Your order is refunded."],
  },
];

if (!python) console.warn("!!! SKIPPED: the Python clients are not installed. Run: node scripts/install-clients.ts");

test.for(recipes)("$file runs to its end", { timeout: 180_000 }, async ({ file, script }, { skip }) => {
  if (!python && !process.env.CI) skip();
  expect(python, "the client is not installed; run node scripts/install-clients.ts").toBeDefined();
  const server = createMockServer({ script });
  const listening = await server.listen({ port: 0 });
  try {
    const env = {
      ...process.env,
      OPENROUTER_BASE_URL: listening.baseURL,
      OPENROUTER_API_KEY: "sk-or-v1-recipe",
      PYTHONPATH: join(root, "packages/client-python/src"),
      PYTHONPYCACHEPREFIX: pythonCache,
      PYTHONUTF8: "1",
    };
    const program = join(import.meta.dirname, "python", file);
    await promisify(execFile)(python!, [program], { env, timeout: 170_000 });
    expect(server.journal.entries({ operation: "chat.completions.create" })).toHaveLength(script.length);
    expect(await judgeJournal(server)).toEqual([]);
  } finally {
    await listening.close();
  }
});

test("the README of the Python client links each recipe", () => {
  const readme = readFileSync(join(root, "packages/client-python/README.md"), "utf8");
  for (const { file } of recipes) expect(readme).toContain(`(../../test/interop/clients/python/${file})`);
});
