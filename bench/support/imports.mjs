// What `import()` takes in a new process.
import { spawnSync } from "node:child_process";
import { median } from "./report.mjs";
import { inTurn, isQuick } from "./rounds.mjs";

function importOnce(specifier, cwd) {
  const program = `
    const [began, before] = [performance.now(), process.cpuUsage()];
    await import(${JSON.stringify(specifier)});
    const { user, system } = process.cpuUsage(before);
    console.log(JSON.stringify({ ms: performance.now() - began, cpu: (user + system) / 1000 }));
    process.exit();`;
  const args = ["--no-warnings", "--input-type=module", "-e", program];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (stdout === "") throw new Error(`${specifier} cannot be imported: ${stderr.slice(-300)}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

/**
 * The medians of imports in turn, by name: milliseconds of time `ms` and of processor time `cpu`, with the threads of the process.
 * `specifiers` maps names to what a module in the folder `cwd` would import.
 */
export async function measureImports(specifiers, cwd) {
  const found = await inTurn(Object.keys(specifiers), isQuick ? 3 : 11, (name) => importOnce(specifiers[name], cwd));
  const middle = (samples, key) => median(samples.map((sample) => sample[key]));
  return Object.fromEntries(
    Object.entries(found).map(([name, samples]) => [name, { ms: middle(samples, "ms"), cpu: middle(samples, "cpu") }]),
  );
}
