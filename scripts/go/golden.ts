// Compiles what the emitter of Go prints for the small API of its tests.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { go, packageFolder, root } from "./toolchain.ts";

const testing = join(root, "packages/codegen/src/go/testing");
/** Handwritten files of the client that need no generated one. */
const handwritten = ["opt.go", "redact.go"];

/** Where Go finds the files: in a package of the module that exists only for this check, because they import internal ones. */
function overlay(): Record<string, string> {
  const folder = join(packageFolder, "internal/golden");
  const files = readdirSync(join(testing, "golden"));
  const types = files.filter((name) => name.startsWith("zz_generated_"));
  const data = files.filter((name) => !name.startsWith("zz_generated_"));
  return Object.fromEntries([
    ...types.map((name) => [join(folder, name), join(testing, "golden", name)]),
    ...handwritten.map((name) => [join(folder, name), join(packageFolder, name)]),
    [join(folder, "support.go"), join(testing, "support.go")],
    ...data.map((name) => [join(packageFolder, "internal/generated", name), join(testing, "golden", name)]),
  ]);
}

/** Compiles the golden files of the emitter. */
export function checkGolden(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "patchbay-go-"));
  try {
    const file = join(folder, "overlay.json");
    writeFileSync(file, JSON.stringify({ Replace: overlay() }));
    const isGood = go(["build", `-overlay=${file}`, "./internal/golden"]);
    if (!isGood) console.error("The golden files in packages/codegen/src/go/testing do not compile; see above.");
    return isGood;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
