import type { ScenarioFile } from "../options/parse-scenario.ts";
import { didYouMean } from "@patchbay/service/validation/did-you-mean";

/** The server half of a conformance case: what the server does, by the name of the case. */
interface PlayedCase {
  /** Such as `stream-failures/no-done-is-truncated`. */
  readonly id: string;
  /** What an SDK does with it, as a sentence. */
  readonly title: string;
  readonly scenario: ScenarioFile;
}

/** Returns the conformance case of a name. Throws for an unknown name, with the nearest one. */
export async function readCase(id: string): Promise<PlayedCase> {
  const cases = await loadCases();
  const found = cases.find((one) => one.id === id);
  if (found) return found;
  const near = didYouMean(
    id,
    cases.map((one) => one.id),
  );
  throw new Error(`--case: there is no case ${JSON.stringify(id)}.${near} --list-cases prints all of them.`);
}

/** The names and titles of all conformance cases, one on each line. */
export async function listCases(): Promise<string> {
  return (await loadCases()).map(({ id, title }) => `${id}: ${title}`).join("\n");
}

/** Loaded on demand, since few servers play a case. */
async function loadCases(): Promise<readonly PlayedCase[]> {
  const { default: cases } = await import("../generated/cases.json", { with: { type: "json" } });
  return cases as unknown as readonly PlayedCase[];
}
