// Runs the modules named on the command line, one after another, against a mock server in place of the network. Started by
// readme.test.ts in a separate process and working directory. Writes one line of JSON: module → its error, or null.
import { createMockServer } from "@patchbay/mock-server";
import { writeFileSync } from "node:fs";

interface Block {
  readonly POST?: (request: Request) => Promise<Response>;
}

const server = createMockServer();
/** The route that the last block exported. The blocks after it that show a browser request it. */
let route: Block["POST"];

const http: typeof fetch = async (input, init) => {
  if (typeof input !== "string" || !input.startsWith("/")) return server.fetch(new Request(input, init));
  if (!route) throw new Error(`No block before this one exports a route for ${input}.`);
  return route(new Request(`http://localhost${input}`, init));
};
globalThis.fetch = http;

writeFileSync("report.pdf", "%PDF-1.7\n");
console.log = () => undefined;
console.error = () => undefined;
process.stdout.write = () => true;

const results: Record<string, string | null> = {};
for (const file of process.argv.slice(2)) {
  try {
    const block = (await import(file)) as Block;
    route = block.POST ?? route;
    results[file] = null;
  } catch (error) {
    results[file] = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
writeFileSync("results.json", JSON.stringify(results));
process.exit();
