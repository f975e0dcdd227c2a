import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The endpoints that an administrator took out of routing. They stay out over restarts. */
export class Switches {
  readonly #path: string;
  readonly #off: Set<string>;

  /** `path` is a file of this gateway's data folder. */
  constructor(path: string) {
    this.#path = path;
    this.#off = new Set(readNames(path));
  }

  readonly isOff = (endpoint: string): boolean => this.#off.size > 0 && this.#off.has(endpoint);

  async set(endpoint: string, enabled: boolean): Promise<void> {
    if (enabled) this.#off.delete(endpoint);
    else this.#off.add(endpoint);
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    const draft = `${this.#path}.draft`;
    writeFileSync(draft, `${JSON.stringify([...this.#off])}\n`, { mode: 0o600 });
    renameSync(draft, this.#path);
  }
}

function readNames(path: string): string[] {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new Error(`\`${path}\` cannot be read as a list of endpoints. Delete it to put all endpoints back.`, {
      cause: error,
    });
  }
}
