// A client of pyright's language server, which Pylance and other editors build on. It asks what an editor shows about a place in a program.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly { readonly section?: string }[] };
  readonly result?: unknown;
}

/** An editor with one open Python file. */
export interface Editor {
  /** What the editor shows about a word of a line; empty if it shows nothing. */
  hover(line: number, word: string): Promise<string>;
  close(): void;
}

/** Splits the output of the server into messages. */
function createReader(onMessage: (message: Message) => void): (data: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const end = rest.indexOf("\r\n\r\n");
      const [, length] = /Content-Length: (\d+)/i.exec(rest.subarray(0, Math.max(end, 0)).toString()) ?? [];
      const after = end + 4 + Number(length);
      if (end < 0 || rest.length < after) return;
      onMessage(JSON.parse(rest.subarray(end + 4, after).toString()) as Message);
      rest = rest.subarray(after);
    }
  };
}

/** Opens a program. Modules are found in `paths`, and in the environment of the interpreter. */
export async function openEditor(code: string, paths: readonly string[], interpreter?: string): Promise<Editor> {
  const folder = mkdtempSync(join(tmpdir(), "patchbay-editor-"));
  const file = join(folder, "program.py");
  writeFileSync(file, code);
  const uri = pathToFileURL(file).href;
  const program = createRequire(import.meta.url).resolve("pyright/langserver.index.js");
  const server = spawn(process.execPath, [program, "--stdio"], { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
  const waiting = new Map<number, (result: unknown) => void>();
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = async (method: string, params: object): Promise<unknown> => {
    const id = waiting.size + 1;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  };
  const settings = {
    analysis: { extraPaths: paths },
    ...(interpreter === undefined ? {} : { pythonPath: interpreter }),
  };
  const configure = (sections: readonly { readonly section?: string }[]): unknown[] =>
    sections.map(({ section }) =>
      section === "python" ? settings : section === "python.analysis" ? settings.analysis : {},
    );
  server.stdout.on(
    "data",
    createReader(({ id, method, params, result }) => {
      if (id === undefined) return;
      if (method === undefined) waiting.get(id)?.(result);
      else send({ id, result: method === "workspace/configuration" ? configure(params?.items ?? []) : null });
    }),
  );
  const root = pathToFileURL(folder).href;
  await request("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "program" }],
    capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } },
  });
  send({ method: "initialized", params: {} });
  send({
    method: "textDocument/didOpen",
    params: { textDocument: { uri, languageId: "python", version: 1, text: code } },
  });
  const lines = code.split("\n");
  return {
    async hover(line, word) {
      const character = lines[line]!.indexOf(word);
      if (character < 0) throw new Error(`Line ${line} has no ${word}.`);
      const position = { line, character };
      const found = (await request("textDocument/hover", { textDocument: { uri }, position })) as {
        readonly contents: { readonly value: string };
      } | null;
      return found?.contents.value ?? "";
    },
    close() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
