// The bytes that a browser loads for one chat completion: bundled, minified, gzipped. Later imports do not count.
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { ratio } from "../support/report.mjs";

const ask = `{ model: "m", messages: [{ role: "user", content: "hi" }] }`;
const say = `console.log(reply.choices[0].message.content);`;

const programs = {
  "ky alone": `import ky from "ky"; console.log(await ky.post("https://x/chat/completions", { json: ${ask} }).json());`,
  "ours, class": `import { Patchbay } from "@patchbay/client"; const client = new Patchbay({ apiKey: "k" });
    const reply = await client.chat.completions.create(${ask}); ${say}`,
  "ours, function": `import { chatCompletionsCreate, createClient } from "@patchbay/client/functions"; const service = createClient({ apiKey: "k" });
    const reply = await chatCompletionsCreate(service, ${ask}); ${say}`,
  "ours, reading a stream": `import { ChatStream } from "@patchbay/client";
    for await (const text of ChatStream.fromResponse(await fetch("/chat")).textStream()) console.log(text);`,
  openai: `import OpenAI from "openai"; const client = new OpenAI({ apiKey: "k" });
    const reply = await client.chat.completions.create(${ask}); ${say}`,
  "@openrouter/sdk": `import { OpenRouter } from "@openrouter/sdk"; const client = new OpenRouter({ apiKey: "k" });
    const reply = await client.chat.send({ chatRequest: ${ask} }); ${say}`,
  "@openrouter/sdk, function": `import { OpenRouterCore } from "@openrouter/sdk/core.js"; import { chatSend } from "@openrouter/sdk/funcs/chatSend.js";
    const client = new OpenRouterCore({ apiKey: "k" }); console.log(await chatSend(client, { chatRequest: ${ask} }));`,
  "ai + openrouter": `import { generateText } from "ai"; import { createOpenRouter } from "@openrouter/ai-sdk-provider";
    const { text } = await generateText({ model: createOpenRouter({ apiKey: "k" })("m"), prompt: "hi" }); console.log(text);`,
};

/** What a program loads: KB minified, KB gzipped, whether zod is in it, and the modules. */
async function bundle(name, external = []) {
  const built = await rolldown({
    input: entry,
    platform: "browser",
    logLevel: "silent",
    external,
    plugins: [{ name: "program", load: (id) => (id === entry ? programs[name] : undefined), resolveId: toEntry }],
  });
  const { output } = await built.generate({ format: "esm", minify: true });
  await built.close();
  const loaded = atStart(output.filter(({ type }) => type === "chunk"));
  return {
    name,
    min: sum(loaded.map(({ code }) => Buffer.byteLength(code))) / 1024,
    gzip: sum(loaded.map(({ code }) => gzipSync(code, { level: 9 }).length)) / 1024,
    zod: output.some(({ moduleIds = [] }) => moduleIds.some((file) => file.includes("node_modules/zod/"))),
    modules: Object.assign({}, ...loaded.map(({ modules }) => modules)),
  };
}

/** The bundles of programs; `ky` is the KB that ky has in the gzipped bundle. */
async function sizes(names = Object.keys(programs)) {
  const rows = [];
  for (const name of names) {
    const whole = await bundle(name);
    const { gzip } = name === "ky alone" ? { gzip: 0 } : await bundle(name, ["ky"]);
    rows.push({ ...whole, ky: whole.gzip - gzip });
  }
  return rows;
}

/** Adds the table and the goals. */
export async function compareSizes(report) {
  const rows = await sizes();
  const byName = Object.fromEntries(rows.map((row) => [row.name, row]));
  report.table(
    "What a browser loads for one chat completion",
    ["program", "relative to openai", "gzip, KB", "of it ky, KB", "minified, KB", "with zod"],
    rows.map(({ name, gzip, ky, min, zod }) => [
      name,
      ratio(gzip, byName.openai.gzip),
      gzip.toFixed(1),
      ky > 0.1 ? ky.toFixed(1) : "–",
      min.toFixed(1),
      zod ? "yes" : "no",
    ]),
  );
  const floor = `ky alone has ${byName["ky alone"].gzip.toFixed(1)} KB`;
  for (const [name, atMost] of [
    ["ours, class", 18.5],
    ["ours, function", 12.5],
  ])
    report.goal({ name: `gzip of ${name}`, measured: byName[name].gzip, atMost, unit: " KB", floor });
}

/** The virtual path of a bundle entry: next to this file, so that it resolves the packages. */
const entry = `${import.meta.dirname}/program.mjs`;
const toEntry = (id) => (id === entry ? id : undefined);

/** The entry of a bundle, and the chunks that it imports statically. */
function atStart(chunks) {
  const found = new Set();
  const visit = (chunk) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) visit(chunks.find(({ fileName }) => fileName === name));
  };
  visit(chunks.find(({ isEntry }) => isEntry));
  return [...found];
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

if (process.argv[1] === import.meta.filename)
  for (const { name, min, gzip, zod, modules } of await sizes(process.argv[2] ? [process.argv[2]] : undefined)) {
    console.log(name.padEnd(28), min.toFixed(1), gzip.toFixed(2), zod ? "with zod" : "");
    if (process.argv[2])
      for (const [file, { renderedLength }] of Object.entries(modules).toSorted(
        (a, b) => b[1].renderedLength - a[1].renderedLength,
      ))
        console.log(String(renderedLength).padStart(8), file);
  }
