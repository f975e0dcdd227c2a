#!/usr/bin/env node
import { main } from "./cli/main.ts";

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`patchbay-mock: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
