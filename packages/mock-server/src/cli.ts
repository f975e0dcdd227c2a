#!/usr/bin/env node
import module from "node:module";

// Node keeps the compiled code for the next start, which then takes 10 ms of CPU less. Node 22.0 cannot.
module.enableCompileCache?.();
const { main } = await import("./cli/main.ts");

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`patchbay-mock: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
