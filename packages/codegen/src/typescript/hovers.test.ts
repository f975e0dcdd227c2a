import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../../..");
const file = resolve(root, "test/client/hovers.ts");
const program = `import { Patchbay } from "@patchbay/client";
import { chatCompletionsCreate, embeddingsCreate } from "@patchbay/client/functions";
const client = new Patchbay();
client.chat.completions.create({ model: "", messages: [] });
client.chat.completions.create({ model: "m", stream: true, messages: [] });
client.chat.completions.stream({ messages: [] });
client.chat.completions.parse;
client.embeddings.create({ model: "m", input: "" });
client.embeddings.embed;
client.responses.create({ model: "r", input: "" });
client.responses.create({ model: "r", stream: true, input: "" });
client.responses.parse;
client.messages.create({ model: "c", max_tokens: 1, messages: [] });
client.messages.stream({ model: "c", max_tokens: 1, messages: [] });
client.keys.list();
client.models.get;
[chatCompletionsCreate, embeddingsCreate];
`;

/** An editor that has the program open, over the sources of the packages. */
function openEditor(): ts.LanguageService {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2024,
    lib: ["lib.es2024.d.ts", "lib.dom.d.ts", "lib.esnext.disposable.d.ts"],
    types: [],
    strict: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    customConditions: ["@patchbay/source"],
  };
  return ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = path === file ? program : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getCompilationSettings: () => options,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: (path) => ts.sys.readFile(path),
    directoryExists: (path) => ts.sys.directoryExists(path),
    realpath: (path) => ts.sys.realpath!(path),
  });
}

const editor = openEditor();

test.each([
  ['completions.create({ model: ""', /^Creates a chat completion/],
  ['completions.create({ model: "m", stream', /^Creates a chat completion as a stream/],
  ["completions.stream", /Sends messages to a model/],
  ["completions.parse", /^Creates a chat completion whose output matches a schema/],
  ["embeddings.create", /^Creates embeddings as arrays of numbers/],
  ["embeddings.embed", /^Creates embeddings as `Float32Array`/],
  ['responses.create({ model: "r", input', /^Creates a response\. With `stream: true`/],
  ['responses.create({ model: "r", stream', /^Creates a response as a stream/],
  ["responses.parse", /^Creates a response whose output matches a schema/],
  ["messages.create", /^Creates a message\. With `stream: true`/],
  ["messages.stream", /Sends a conversation to a model/],
  ["keys.list", /API keys/],
  ["models.get", /model by its slug/],
  ["[chatCompletionsCreate", /Sends messages to a model/],
  [" embeddingsCreate]", /vectors/],
])("an editor shows what %s does", (place, text) => {
  const at = program.indexOf(place) + Math.max(place.split("(")[0]!.indexOf(".") + 1, 1);
  const info = editor.getQuickInfoAtPosition(file, at)!;
  expect(ts.displayPartsToString(info.documentation)).toMatch(text);
});

test("an editor completes the ids of known models", () => {
  const at = program.indexOf('model: ""') + 'model: "'.length;
  const names = editor.getCompletionsAtPosition(file, at, {})!.entries.map(({ name }) => name);
  expect(names).toContain("openai/gpt-5-mini");
  expect(names).toContain("openrouter/auto");
});
