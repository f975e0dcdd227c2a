// Writes the server half of the conformance cases into packages/mock-server/src/generated/cases.json, so that `npx patchbay-mock
// --case NAME` plays it. One case a line, for readable differences.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Case } from "../test/judge/case-format.ts";
import { toScenario, variantsOf } from "../test/judge/expand.ts";

const folder = resolve(import.meta.dirname, "../test/cases");
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const cases = files.flatMap((name) => JSON.parse(readFileSync(resolve(folder, name), "utf8")) as Case[]);
const lines = cases
  .filter(({ server }) => server !== undefined)
  .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  .map((given) => {
    const { id, title, server = {} } = given;
    const [variant] = variantsOf(given);
    return JSON.stringify({ id, title, scenario: toScenario(server, variant) });
  });
writeFileSync(
  resolve(import.meta.dirname, "../packages/mock-server/src/generated/cases.json"),
  `[\n${lines.join(",\n")}\n]\n`,
);
