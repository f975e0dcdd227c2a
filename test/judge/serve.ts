// Starts a judge on a port, for the runners of other languages, and prints its URL:
// node --conditions=@patchbay/source test/judge/serve.ts --port 0
// With --exit-with-parent it ends when its standard input is closed.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startJudge } from "./judge-server.ts";
import { loadCases } from "./load-cases.ts";

const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, "exit-with-parent": { type: "boolean", default: false } },
});
const { url } = await startJudge(await loadCases(), {
  port: Number(values.port),
  resultsFolder: resolve(import.meta.dirname, "../../node_modules/.cache/conformance"),
});
console.log(url);
// The process that started this one has ended when it has closed the standard input.
if (values["exit-with-parent"]) process.stdin.resume().once("end", () => process.exit());
