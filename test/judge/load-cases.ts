import { readdirSync, readFileSync } from "node:fs";
import type { Case } from "./case-format.ts";
import { checkCase } from "./check-case.ts";

const folder = new URL("../cases/", import.meta.url);

/**
 * Reads the cases of `test/cases`.
 *
 * @throws Error that lists every mistake with its file and case
 */
export async function loadCases(from: URL = folder): Promise<Case[]> {
  const cases: Case[] = [];
  const mistakes: string[] = [];
  const files = new Map<string, string>();
  for (const file of readdirSync(from).toSorted()) {
    if (!file.endsWith(".json")) continue;
    for (const one of JSON.parse(readFileSync(new URL(file, from), "utf8")) as Case[]) {
      const place = `${file}: ${one.id}`;
      mistakes.push(...(await checkCase(one)).map((mistake) => `${place}: ${mistake}`));
      const other = files.get(one.id);
      if (other !== undefined) mistakes.push(`${place}: ${other} has a case with the same id`);
      files.set(one.id, file);
      cases.push(one);
    }
  }
  if (mistakes.length > 0) throw new Error(`The cases have mistakes:\n${mistakes.join("\n")}`);
  return cases;
}
