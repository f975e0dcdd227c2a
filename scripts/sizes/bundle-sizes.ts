import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown, type OutputChunk } from "rolldown";
import type { Sizes } from "./compare-sizes.ts";

const ask = `{ model: "m", messages: [{ role: "user", content: "hi" }] }`;

/** Programs that a browser or a serverless function loads. */
const programs: Readonly<Record<string, string>> = {
  "client, class": `import { Patchbay } from "@patchbay/client";
    const reply = await new Patchbay({ apiKey: "k" }).chat.completions.create(${ask});
    console.log(reply.choices[0].message.content);`,
  "client, function": `import { chatCompletionsCreate, createClient } from "@patchbay/client/functions";
    const reply = await chatCompletionsCreate(createClient({ apiKey: "k" }), ${ask});
    console.log(reply.choices[0].message.content);`,
  "client, reading a stream": `import { ChatStream } from "@patchbay/client";
    for await (const text of ChatStream.fromResponse(await fetch("/chat")).textStream()) console.log(text);`,
  "agent with one tool": `import { createAgent, tool } from "@patchbay/agent"; import { Patchbay } from "@patchbay/client";
    const clock = tool({ name: "clock", execute: () => new Date().toISOString() });
    const agent = createAgent({ client: new Patchbay({ apiKey: "k" }), model: "m", tools: [clock] });
    console.log((await agent.run("What time is it?")).text);`,
};

/** Measures the programs: bytes of what they load at the start, bundled, minified and compressed by gzip. */
export async function measureBundles(root: string): Promise<Sizes> {
  const sizes: Record<string, number> = {};
  for (const [name, code] of Object.entries(programs))
    sizes[name] = compressedSize(atStart(await bundle(code, join(root, "program.js"))).map((chunk) => chunk.code));
  return sizes;
}

/** Measures the commands whose bundle is built into their package: bytes of all files of the bundle, compressed by gzip. */
export function measureCommands(root: string): Sizes {
  const sizes: Record<string, number> = {};
  for (const folder of globSync("packages/*/dist/cli", { cwd: root }).toSorted()) {
    const files = globSync("*.js", { cwd: join(root, folder) }).map((name) =>
      readFileSync(join(root, folder, name), "utf8"),
    );
    const name = folder.split(/[\\/]/, 2)[1]!;
    if (existsSync(join(root, folder, "main-bundle.js"))) sizes[`command of ${name}`] = compressedSize(files);
  }
  return sizes;
}

/** Bundles a program as if it were a file at a path, from which it resolves packages. */
async function bundle(program: string, path: string): Promise<OutputChunk[]> {
  const build = await rolldown({
    input: path,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === path ? id : undefined),
        load: (id) => (id === path ? program : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify: true });
  await build.close();
  return output.filter((part) => part.type === "chunk");
}

/** The entry of a bundle and the chunks that it imports statically. What is imported later does not count. */
function atStart(chunks: readonly OutputChunk[]): OutputChunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}

function compressedSize(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}
