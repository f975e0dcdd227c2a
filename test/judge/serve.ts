// Starts a judge on a port, for the runners of other languages, and prints its URL:
// node --conditions=@patchbay/source test/judge/serve.ts --port 0
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startJudge } from "./judge-server.ts";
import { loadCases } from "./load-cases.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const { url } = await startJudge(await loadCases(), {
  port: Number(values.port),
  resultsFolder: resolve(import.meta.dirname, "../../node_modules/.cache/conformance"),
});
console.log(url);
