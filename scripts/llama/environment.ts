// Makes the virtual environment of the llama.cpp server that the tests of the gateway start. It stays until its requirements change.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { placeOf, prepareRequirements, programOf } from "../python/environment.ts";

const name = "llama";
const place = placeOf(name);

/** The interpreter that can run serve.py; undefined until {@link prepareLlama} has made its environment. */
export const llamaPython: string | undefined = existsSync(join(place, "fingerprint"))
  ? programOf(place, "python")
  : undefined;

/** Makes the environment. Gives the reason when that is not possible. */
export const prepareLlama = (): string | undefined =>
  prepareRequirements(name, join(import.meta.dirname, "requirements.txt"));

if (process.argv[1] === import.meta.filename) {
  const reason = prepareLlama();
  if (reason !== undefined) console.error(reason);
  process.exitCode = reason === undefined ? 0 : 1;
}
