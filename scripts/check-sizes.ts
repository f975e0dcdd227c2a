// Compares the sizes of bundles, tarballs and installed packages with the accepted ones. Growth of more than 3 % fails;
// `--accept` writes the measured sizes. Needs `npm run build`.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { measureBundles, measureCommands } from "./sizes/bundle-sizes.ts";
import { compareSizes, describeChange, tolerance, toText, type SizeReport } from "./sizes/compare-sizes.ts";
import { measurePackages } from "./sizes/package-sizes.ts";

const root = resolve(import.meta.dirname, "..");
const file = join(import.meta.dirname, "sizes/accepted.json");

const { tarballs, installed } = measurePackages(root);
const measured: SizeReport = {
  bundle: { ...(await measureBundles(root)), ...measureCommands(root) },
  tarball: tarballs,
  installed,
};

if (process.argv.includes("--accept")) {
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
  console.log("Accepted:");
  print(measured);
} else {
  const accepted = JSON.parse(readFileSync(file, "utf8")) as SizeReport;
  const changes = compareSizes(accepted, measured);
  const failed = changes.filter(({ fails }) => fails);
  const smaller = changes.filter(({ fails }) => !fails);
  if (changes.length === 0) print(measured);
  if (smaller.length > 0)
    console.log(`Smaller than accepted. Run npm run sizes:accept, so that they stay so:\n${toLines(smaller)}`);
  if (failed.length > 0) {
    console.error(
      `Larger than accepted by more than ${tolerance * 100} %, or not accepted:\n${toLines(failed)}\nMake them smaller, or accept them with npm run sizes:accept and say why in the commit.`,
    );
    process.exitCode = 1;
  }
}

function toLines(changes: readonly Parameters<typeof describeChange>[0][]): string {
  return changes.map((change) => `  ${describeChange(change)}`).join("\n");
}

function print(report: SizeReport): void {
  for (const [group, sizes] of Object.entries(report))
    for (const [name, bytes] of Object.entries(sizes))
      console.log(`  ${group.padEnd(10)} ${name.padEnd(26)} ${toText(bytes).padStart(9)}`);
}
