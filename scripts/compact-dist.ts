// Makes the built files of a package smaller before they are published: JSON and generated code without white space, and each
// schema's declaration once.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minifySync } from "rolldown/utils";
import { nameRepeatedTypes } from "./name-repeated-types.ts";

/** Rewrites the files of a pattern in the package's `dist`. */
function rewrite(pattern: string, edit: (text: string, path: string) => string): void {
  for (const path of globSync(pattern, { cwd: "dist" })) {
    const file = join("dist", path);
    writeFileSync(file, edit(readFileSync(file, "utf8"), path));
  }
}

rewrite("**/*.json", (text) => JSON.stringify(JSON.parse(text)));
rewrite("**/generated/**/*.js", (text, path) => {
  const { code, errors } = minifySync(path, text, { module: true });
  if (errors.length > 0) throw new Error(`${path} cannot be made smaller: ${errors[0].message}`);
  return code;
});
rewrite("generated/schemas.d.ts", nameRepeatedTypes);
