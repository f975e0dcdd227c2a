// Bundled as in an application: what the bundle contains, and that it runs without Node.js.
import { createMockServer, type MockServer } from "@patchbay/mock-server";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { chromium } from "playwright-core";
import { rolldown } from "rolldown";
import { beforeAll, expect, test } from "vitest";
import { executable, isSkipped } from "../support/chromium.ts";
import type { Visit } from "./browser.ts";

let code: string;
let modules: readonly string[];

beforeAll(async () => {
  const bundle = await rolldown({
    input: new URL("browser.ts", import.meta.url).pathname,
    platform: "browser",
    resolve: { conditionNames: ["@patchbay/source", "browser", "import", "default"] },
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  expect(output).toHaveLength(1);
  ({ code } = output[0]);
  modules = output[0].moduleIds;
});

function serve(): MockServer {
  const server = createMockServer({ defaultReply: "echo" });
  server
    .on({ userMessage: "break" })
    .reply({ content: "so far and further", fault: { kind: "truncated", afterEvents: 2 } });
  return server;
}

const expected: Visit = {
  whole: "one two",
  streamed: "three four",
  code: "bad_request",
  partial: "so",
  left: "leave",
};

test("the bundle of the client contains ky and the table of calls, and no zod, no OpenTelemetry, no validator", () => {
  expect(modules.some((id) => id.includes("/ky/"))).toBe(true);
  expect(
    modules.filter((id) => /\/zod\/|opentelemetry|\/(?:schemas|validators|answers)\.ts|operations\.json/.test(id)),
  ).toEqual([]);
  expect(code).not.toMatch(/\brequire\(|from "node:/);
});

const ask = `{ model: "m", messages: [] }`;
/** The classes of streams, and the modules that bundles load when they are used. */
const onDemand =
  /src\/((?:chat|responses|messages)\/.*|stream\/(?:typed-format|stream-reader)\.ts|errors\/api-error\.ts|http\/response-body\.ts|options\/logger\.ts)$/;
const classes = ["chat", "messages", "responses"].map((api) => `${api}/${api.replace(/s$/, "")}-stream.ts`);

test.each<[program: string, code: string, expected: readonly string[]]>([
  [
    "one chat as a function",
    `import { chatCompletionsCreate, createClient } from "@patchbay/client/functions";
     export default await chatCompletionsCreate(createClient({ apiKey: "k" }), ${ask});`,
    [],
  ],
  [
    "one streamed chat as a function",
    `import { chatCompletionsStream, createClient } from "@patchbay/client/functions";
     export default await chatCompletionsStream(createClient({ apiKey: "k" }), ${ask}).final();`,
    [classes[0]!],
  ],
  [
    "one streamed message as a function",
    `import { messagesStream, createClient } from "@patchbay/client/functions";
     export default await messagesStream(createClient({ apiKey: "k" }), ${ask}).final();`,
    [classes[1]!],
  ],
  [
    "one chat with the class",
    `import { Patchbay } from "@patchbay/client";
     export default await new Patchbay({ apiKey: "k" }).chat.completions.create(${ask});`,
    classes,
  ],
])(
  "the bundle of %s loads no code at startup that reads streams or errors, or that logs",
  async (_, code, expected) => {
    const entry = new URL("program.ts", import.meta.url).pathname;
    const bundle = await rolldown({
      input: entry,
      platform: "browser",
      resolve: { conditionNames: ["@patchbay/source", "browser", "import", "default"] },
      logLevel: "silent",
      plugins: [
        {
          name: "program",
          load: (id) => (id === entry ? code : undefined),
          resolveId: (id) => (id === entry ? id : undefined),
        },
      ],
    });
    const { output } = await bundle.generate({ format: "esm" });
    await bundle.close();
    const chunks = output.filter((one) => one.type === "chunk");
    const loaded = new Set<string>();
    const visit = (fileName: string): void => {
      const chunk = chunks.find((one) => one.fileName === fileName);
      if (!chunk || loaded.has(fileName)) return;
      loaded.add(fileName);
      chunk.imports.forEach(visit);
    };
    visit(chunks.find(({ isEntry }) => isEntry)!.fileName);
    const names = chunks
      .filter(({ fileName }) => loaded.has(fileName))
      .flatMap(({ moduleIds }) => moduleIds)
      .flatMap((id) => (id.includes("client/src/") ? (onDemand.exec(id)?.[1] ?? []) : []));
    expect(names.toSorted()).toEqual(expected.toSorted());
  },
);

test("a file that is missing after a deployment fails the call with an error that names it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "patchbay-bundle-"));
  const entry = new URL("program.ts", import.meta.url).pathname;
  const program = `import { Patchbay } from "@patchbay/client";
    const answer = { status: 401, headers: { "content-type": "application/json" } };
    const client = new Patchbay({ apiKey: "k", maxRetries: 0, fetch: async () => new Response("{}", answer) });
    const fail = (error) => console.log(error.name, error.attempts, error.message);
    await client.chat.completions.create(${ask}).catch(fail);
    await client.chat.completions.stream(${ask}).final().catch(fail);
    await client.chat.completions.stream(${ask}).textStream().next().catch(fail);`;
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    resolve: { conditionNames: ["@patchbay/source", "browser", "import", "default"] },
    logLevel: "silent",
    plugins: [
      {
        name: "program",
        load: (id) => (id === entry ? program : undefined),
        resolveId: (id) => (id === entry ? id : undefined),
      },
    ],
  });
  const { output } = await bundle.write({
    format: "esm",
    dir: folder,
    entryFileNames: "main.mjs",
    chunkFileNames: "[name].mjs",
  });
  await bundle.close();
  for (const { fileName } of output) if (/response-body|chat-parts/.test(fileName)) rmSync(join(folder, fileName));
  const printed = execFileSync(process.execPath, [join(folder, "main.mjs")], { encoding: "utf8", timeout: 60_000 });
  rmSync(folder, { recursive: true });
  const failure = (attempts: number, purpose: string, file: string): unknown =>
    expect.stringMatching(
      new RegExp(
        `^PatchbayError ${attempts} A part of @patchbay/client could not be loaded${purpose}: .*${file}.*Check that every file`,
      ),
    );
  const stream = failure(0, "", "chat-parts");
  expect(printed.trim().split("\n")).toEqual([
    failure(1, " to read a response with status 401", "response-body"),
    stream,
    stream,
  ]);
});

test("the bundle runs with only the globals of the web: no process, no Buffer, no require", async () => {
  const names = {
    AbortController,
    AbortSignal,
    atob,
    btoa,
    clearTimeout,
    console,
    crypto,
    DOMException,
    Error,
    fetch,
    FormData,
    Headers,
    performance,
    queueMicrotask,
    ReadableStream,
    Request,
    Response,
    setTimeout,
    TextDecoder,
    TextEncoder,
    TypeError,
    Uint8Array,
    URL,
    URLSearchParams,
  };
  const context = createContext({ ...names }) as typeof names & typeof globalThis;
  runInContext(code, context);
  expect(runInContext("typeof process + typeof Buffer", context)).toBe("undefinedundefined");
  const server = serve();
  expect(await context.visit("https://openrouter.ai/api/v1", server.fetch)).toEqual(expected);
});

test.skipIf(isSkipped)(
  "the bundle runs in a page and in a worker of Chromium, from another origin than the API's",
  async () => {
    const listening = await serve().listen({ port: 0 });
    const http = createServer((request, response) => {
      const isScript = request.url === "/app.js";
      response.writeHead(200, { "content-type": isScript ? "text/javascript" : "text/html" });
      response.end(isScript ? code : "<!doctype html><script src='/app.js'></script>");
    });
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch({ executablePath: executable!, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
      expect(await page.evaluate((baseURL) => globalThis.visit(baseURL), listening.baseURL)).toEqual(expected);
      const inWorker = await page.evaluate(
        (baseURL) =>
          new Promise((resolve, reject) => {
            const text = `importScripts(${JSON.stringify(`${location.origin}/app.js`)}); visit(${JSON.stringify(baseURL)}).then(postMessage);`;
            const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
            worker.addEventListener("message", ({ data }) => resolve(data));
            worker.addEventListener("error", ({ message }) => reject(new Error(message)));
          }),
        listening.baseURL,
      );
      expect(inWorker).toEqual(expected);
    } finally {
      await browser.close();
      http.close();
      await listening.close();
    }
  },
);
