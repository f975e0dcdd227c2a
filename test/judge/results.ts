import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How a case ended in a language. */
export type Result = "passed" | "failed" | "known failing" | "skipped" | "not run";

/** The file with the results of a language. */
interface LanguageResults {
  readonly language: string;
  readonly results: Readonly<Record<string, Result>>;
}

/** The results of one language: which variants of each case passed. */
export class Results {
  readonly #language: string;
  readonly #folder: string | undefined;
  readonly #known: ReadonlySet<string>;
  /** Case → its variants, and whether each passed. */
  readonly #cases = new Map<string, Map<string, boolean | undefined>>();
  readonly #skipped = new Set<string>();

  constructor(language: string, { folder, known }: { readonly folder?: string; readonly known: ReadonlySet<string> }) {
    this.#language = language;
    this.#folder = folder;
    this.#known = known;
  }

  /** Adds a case that the runner is about to run, or one that it skips. */
  add(id: string, variants: readonly string[], isSkipped: boolean): void {
    this.#cases.set(id, new Map(variants.map((name) => [name, undefined])));
    if (isSkipped) this.#skipped.add(id);
  }

  /**
   * Notes the outcome of a variant. Returns a message if the run fails: the case failed, or the case is known to fail and
   * all of its variants passed.
   */
  note(id: string, variant: string, hasPassed: boolean): "failed" | "passed but known to fail" | undefined {
    const variants = this.#cases.get(id) ?? new Map<string, boolean | undefined>();
    this.#cases.set(id, variants.set(variant, hasPassed));
    this.#write();
    if (!this.#known.has(id)) return hasPassed ? undefined : "failed";
    return this.#resultOf(id) === "passed" ? "passed but known to fail" : undefined;
  }

  #resultOf(id: string): Result {
    if (this.#skipped.has(id)) return "skipped";
    const outcomes = new Set(this.#cases.get(id)!.values());
    if (outcomes.has(false)) return this.#known.has(id) ? "known failing" : "failed";
    return outcomes.has(undefined) ? "not run" : "passed";
  }

  #write(): void {
    if (this.#folder === undefined) return;
    const results = Object.fromEntries([...this.#cases.keys()].map((id) => [id, this.#resultOf(id)]));
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(
      join(this.#folder, `${this.#language}.json`),
      `${JSON.stringify({ language: this.#language, results } satisfies LanguageResults, null, 2)}\n`,
    );
  }
}

/** The ids in the list of cases that a language is known to fail. `#` begins a comment. */
export function readKnownFailing(folder: URL, language: string): Set<string> {
  let text: string;
  try {
    text = readFileSync(new URL(`${language}.txt`, folder), "utf8");
  } catch {
    return new Set();
  }
  const lines = text.split("\n").map((line) => line.replace(/#.*/, "").trim());
  return new Set(lines.filter((line) => line !== ""));
}
