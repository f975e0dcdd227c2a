// Runs a Python example against a mock server that replies as examples/python/scenario.yaml says.
// Usage: node --conditions=@patchbay/source scripts/python/run-example.ts examples/python/one_call.py
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createMockServer, parseScenario } from "@patchbay/mock-server";
import { environment, programOf, root } from "./environment.ts";

const [, , example] = process.argv;
if (example === undefined) throw new Error("Name the example, such as examples/python/one_call.py.");

const scenario = join(root, "examples/python/scenario.yaml");
const server = createMockServer(await parseScenario(readFileSync(scenario, "utf8"), scenario));
const listening = await server.listen({ port: 0 });
const child = spawn(programOf(environment, "python"), [example], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    OPENROUTER_BASE_URL: listening.baseURL,
    OPENROUTER_API_KEY: "sk-or-v1-example",
    PYTHONUTF8: "1",
  },
});
process.exitCode = await new Promise<number>((resolve) => {
  child.once("error", () => resolve(1));
  child.once("close", (code) => resolve(code ?? 1));
});
await listening.close();
