// Writes the version of packages/client-go/package.json, which changesets sets, into version.go, which the client sends.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "./toolchain.ts";

const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };
const file = join(packageFolder, "version.go");
const text = readFileSync(file, "utf8");
writeFileSync(file, text.replace(/(?<=^const version = ").*(?="$)/m, version));
