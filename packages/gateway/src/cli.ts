#!/usr/bin/env node
import { limitHeap } from "@patchbay/service/process/limit-heap";
import { main } from "./cli/main.ts";
import { createServices } from "./cli/services.ts";
import { startGateway } from "./gateway/start-gateway.ts";

// After long prompts, streams and 24,000 responses at a concurrency of 32, the process takes 258 to 261 MB in place of 314 to 319 MB, at the
// same CPU. A growth of 80 % leads to 205 to 225 MB, but long prompts then take 60 % more CPU.
limitHeap({ newSpace: 16 * 1024 * 1024, growthPercent: 150 });
process.exitCode = await main(process.argv.slice(2), createServices(startGateway));
// Whatever is still open after the command has ended, such as an idle connection, must not keep the process.
setTimeout(() => process.exit(), 1000).unref();
