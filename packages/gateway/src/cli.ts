#!/usr/bin/env node
import { limitHeap } from "./cli/limit-heap.ts";
import { main } from "./cli/main.ts";
import { createServices } from "./cli/services.ts";
import { startGateway } from "./gateway/start-gateway.ts";

limitHeap();
process.exitCode = await main(process.argv.slice(2), createServices(startGateway));
// Whatever is still open after the command has ended, such as an idle connection, must not keep the process.
setTimeout(() => process.exit(), 1000).unref();
