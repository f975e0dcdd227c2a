// Builds and runs a Go example against a mock server that replies as examples/go/scenario.yaml says.
// Usage: node --conditions=@patchbay/source scripts/go/run-example.ts examples/go/one_call
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { createMockServer, parseScenario } from "@patchbay/mock-server";
import { go, root } from "./toolchain.ts";

const module = join(root, "examples/go");

/** Runs a program against a mock server. Gives its exit code. */
async function runProgram(program: string): Promise<number> {
  const scenario = join(module, "scenario.yaml");
  const setup = existsSync(scenario) ? await parseScenario(readFileSync(scenario, "utf8"), scenario) : {};
  const listening = await createMockServer(setup).listen({ port: 0 });
  const child = spawn(program, {
    cwd: module,
    stdio: "inherit",
    env: { ...process.env, OPENROUTER_BASE_URL: listening.baseURL, OPENROUTER_API_KEY: "sk-or-v1-example" },
  });
  const code = await new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  });
  await listening.close();
  return code;
}

const [, , example] = process.argv;
if (example === undefined) throw new Error("Name the folder of the example, such as examples/go/one_call.");
const folder = mkdtempSync(join(tmpdir(), "patchbay-go-"));
try {
  const program = join(folder, "example.exe");
  const isBuilt = go(["build", "-o", program, `./${relative(module, resolve(root, example))}`], { cwd: module });
  process.exitCode = isBuilt ? await runProgram(program) : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
