// Packs every public package and looks at it as a user would: publint, are-the-types-wrong, and an empty project.
import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "patchbay-packed-"));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"], shell: process.platform === "win32" });
}

function pack(path: string): { name: string; tarball: string } | undefined {
  const { name, version, private: hidden } = JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest;
  if (hidden) return undefined;
  const cwd = join(root, dirname(path));
  run("npm", ["pack", "--silent", "--pack-destination", folder], cwd);
  const tarball = join(folder, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  run("publint", ["run", tarball, "--strict"], root);
  const types = spawnSync("attw", [tarball, "--profile", "esm-only", "--format", "table-flipped", "--no-color"], {
    cwd: root,
    encoding: "utf8",
  });
  if (types.status !== 0)
    throw new Error(`are-the-types-wrong finds fault with ${name}:\n${types.stdout}${types.stderr}`);
  console.log(`${name}: publint and are-the-types-wrong are content`);
  return { name, tarball };
}

try {
  const packed = globSync("packages/*/package.json", { cwd: root })
    .toSorted()
    .flatMap((path) => pack(path) ?? []);
  const project = mkdtempSync(join(folder, "project-"));
  const dependencies = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  // The packages depend on each other by version, which is not published yet.
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ type: "module", dependencies, overrides: dependencies }),
  );
  run("npm", ["install", "--silent", "--no-audit", "--no-fund"], project);
  writeFileSync(
    join(project, "chat.mjs"),
    `import { Patchbay } from "@patchbay/client";
import { createMockServer } from "@patchbay/mock-server";
const client = new Patchbay({ apiKey: "sk-or-v1-test", fetch: createMockServer({ answers: "echo" }).fetch });
const request = { model: "openai/gpt-5-mini", messages: [{ role: "user", content: "installed" }] };
const { choices } = await client.chat.completions.create(request);
const refused = await client.chat.completions.create({ ...request, temperature: 9 }).catch((error) => error.code);
console.log(choices[0].message.content, refused);
`,
  );
  const said = execFileSync(process.execPath, ["chat.mjs"], { cwd: project, encoding: "utf8" }).trim();
  if (said !== "installed bad_request") throw new Error(`The installed packages said ${JSON.stringify(said)}.`);
  const help = execFileSync("npx", ["patchbay-mock", "--help"], {
    cwd: project,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (!help.includes("--port <n>")) throw new Error(`The installed command said ${JSON.stringify(help)}.`);
  console.log("An empty project installs the packages, chats, is refused, and runs the command.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
