// The bytes that one chat completion brings to a browser: bundled, minified, gzipped.
import { build } from "esbuild";
import { gzipSync } from "node:zlib";

const ask = `{ model: "m", messages: [{ role: "user", content: "hi" }] }`;
const say = `console.log(reply.choices[0].message.content);`;

const programs = {
  "ky alone": `import ky from "ky"; console.log(await ky.post("https://x/chat/completions", { json: ${ask} }).json());`,
  "ours, class": `import { Patchbay } from "@patchbay/client"; const client = new Patchbay({ apiKey: "k" });
    const reply = await client.chat.completions.create(${ask}); ${say}`,
  "ours, function": `import { chatCompletionsCreate, connect } from "@patchbay/client/functions"; const service = connect({ apiKey: "k" });
    const reply = await chatCompletionsCreate(service, ${ask}); ${say}`,
  openai: `import OpenAI from "openai"; const client = new OpenAI({ apiKey: "k" });
    const reply = await client.chat.completions.create(${ask}); ${say}`,
  "@openrouter/sdk": `import { OpenRouter } from "@openrouter/sdk"; const client = new OpenRouter({ apiKey: "k" });
    const reply = await client.chat.send({ chatRequest: ${ask} }); ${say}`,
  "@openrouter/sdk, function": `import { OpenRouterCore } from "@openrouter/sdk/core.js"; import { chatSend } from "@openrouter/sdk/funcs/chatSend.js";
    const client = new OpenRouterCore({ apiKey: "k" }); console.log(await chatSend(client, { chatRequest: ${ask} }));`,
  "ai + openrouter": `import { generateText } from "ai"; import { createOpenRouter } from "@openrouter/ai-sdk-provider";
    const { text } = await generateText({ model: createOpenRouter({ apiKey: "k" })("m"), prompt: "hi" }); console.log(text);`,
};

/** Name → KB minified, KB gzipped. */
export async function sizes(names = Object.keys(programs)) {
  const rows = [];
  for (const name of names) {
    const { outputFiles, metafile } = await build({
      stdin: { contents: programs[name], resolveDir: import.meta.dirname, loader: "js" },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "browser",
      target: "es2024",
      write: false,
      metafile: true,
      logLevel: "error",
    });
    const bytes = outputFiles[0].contents;
    const zod = Object.keys(metafile.inputs).some((file) => file.includes("node_modules/zod/"));
    rows.push({
      name,
      min: bytes.length / 1024,
      gzip: gzipSync(bytes, { level: 9 }).length / 1024,
      zod,
      inputs: Object.values(metafile.outputs)[0].inputs,
    });
  }
  return rows;
}

if (process.argv[1] === import.meta.filename)
  for (const { name, min, gzip, zod, inputs } of await sizes(process.argv[2] ? [process.argv[2]] : undefined)) {
    console.log(name.padEnd(28), min.toFixed(1), gzip.toFixed(2), zod ? "with zod" : "");
    if (process.argv[2])
      for (const [file, { bytesInOutput }] of Object.entries(inputs ?? {}).sort(
        (a, b) => b[1].bytesInOutput - a[1].bytesInOutput,
      ))
        console.log(String(bytesInOutput).padStart(8), file);
  }
