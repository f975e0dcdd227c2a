// Writes the version of packages/client/package.json, which changesets sets, into src/http/version.ts, which the client sends.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "../packages/client");
const { version } = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8")) as { version: string };
const file = resolve(folder, "src/http/version.ts");
const text = readFileSync(file, "utf8");
writeFileSync(file, text.replace(/(?<=^export const version = ").*(?=";$)/m, version));
