// Makes one Go module of the Go blocks of a README, so that a single build checks and runs all of them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A Go block of a README. */
export interface Block {
  /** The package of the block, such as `readme_line_40`. */
  readonly name: string;
  /** The heading above the block. */
  readonly section: string;
  readonly file: string;
  /** The line of the first line of code. */
  readonly line: number;
  readonly code: string;
}

/** The packages that a block can use without an import, as in an editor that adds imports. */
const packages = {
  bytes: "bytes",
  context: "context",
  errors: "errors",
  fmt: "fmt",
  http: "net/http",
  json: "encoding/json",
  log: "log",
  openai: "github.com/openai/openai-go/v3",
  os: "os",
  patchbay: "github.com/patchbay/patchbay/packages/client-go",
  slog: "log/slog",
  strings: "strings",
  time: "time",
  url: "net/url",
} as const;

/** The Go blocks of a README, in order. */
export function readBlocks(file: string, prefix: string): Block[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^```go\n(.*?)^```$/gms)].map((found) => {
    const before = text.slice(0, found.index);
    const line = before.split("\n").length + 1;
    const section =
      before
        .match(/^#+ .+$/gm)
        ?.at(-1)
        ?.replace(/^#+ /, "") ?? "";
    return { name: `${prefix}_line_${line}`, section, file, line, code: found[1]! };
  });
}

export const isTest = ({ code }: Block): boolean => /^func Test/m.test(code);
/** Whether a block shows code from before a migration. */
export const usesOpenAI = ({ code }: Block): boolean => code.includes("openai.NewClient");
const isProgram = ({ code }: Block): boolean => code.startsWith("package main\n");

/** What a block says that it prints: the texts of its comments `// prints …`, in order. */
export const expectedOutput = ({ code }: Block): string[] =>
  [...code.matchAll(/\/\/ prints (.+)$/gm)].map(([, text]) => text!);

/** The imports of a block. */
function importsOf(code: string): string {
  const program = code.replaceAll(/\/\/.*$/gm, "");
  const used = Object.entries(packages).filter(([name]) =>
    new RegExp(String.raw`(?<![\w."])${name}\.[A-Z]`).test(program),
  );
  return used.map(([name, path]) => `import ${name} ${JSON.stringify(path)}\n`).join("");
}

/** Splits the body of a function from the declarations that Go allows only at the top level. */
function splitDeclarations(code: string): { readonly declarations: string; readonly body: string } {
  const isDeclaration = /^(?:func|type) .*?^\}$/gms;
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, "");
  let declarations = "";
  let end = 0;
  for (const { 0: text, index } of code.matchAll(isDeclaration)) {
    declarations += blank(code.slice(end, index)) + text;
    end = index + text.length;
  }
  return { declarations, body: code.replaceAll(isDeclaration, blank) };
}

/** The package of a block that is the body of a function. */
function wrap({ name, file, line, code }: Block): string {
  const { declarations, body } = splitDeclarations(code);
  const imports = importsOf(`${code}\ncontext.C patchbay.C`);
  const parameters = "ctx context.Context, client *patchbay.Client, params patchbay.ChatCompletionParams";
  const start = `//line ${file}:${line}\n`;
  return `package ${name}\n\n${imports}\n${start}${declarations}\n
func Run(${parameters}) error {\n{\n${start}${body}\n}\nreturn nil\n}\n`;
}

/** The package of a block that is a program. */
function renamed({ name, file, line, code }: Block): string {
  const program = code.replace("package main\n", "").replace("\nfunc main() {", "\nfunc Main() {");
  return `package ${name}\n//line ${file}:${line + 1}\n${program}`;
}

const runProgram = (name: string): string => `package ${name}

import (
	"context"

	"${packages.patchbay}"
)

func Run(context.Context, *patchbay.Client, patchbay.ChatCompletionParams) error { Main(); return nil }
`;

/** The program that runs the block that its argument names. */
const mainProgram = (names: readonly string[]): string => `package main

import (
	"context"
	"log"
	"os"

	"${packages.patchbay}"
${names.map((name) => `\t"example.com/readme/${name}"\n`).join("")})

type run = func(context.Context, *patchbay.Client, patchbay.ChatCompletionParams) error

func main() {
	blocks := map[string]run{${names.map((name) => `"${name}": ${name}.Run`).join(", ")}}
	params := patchbay.ChatCompletionParams{
		Model:    patchbay.String("openai/gpt-5-mini"),
		Messages: []patchbay.ChatMessage{patchbay.User("What is the capital of Norway?")},
	}
	if err := blocks[os.Args[1]](context.Background(), patchbay.New(), params); err != nil {
		log.Fatal(err)
	}
}
`;

/** The requirement of the client in the repository, for a go.mod in a folder. */
export const requireClient = (folder: string, client: string): string =>
  `require ${packages.patchbay} v0.0.0\n\nreplace ${packages.patchbay} => ${relative(folder, client).replaceAll("\\", "/")}\n`;

/** Writes a module example.com/readme: a package for each block, and a program that runs one of them. */
export function writeModule(folder: string, blocks: readonly Block[], files: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const block of blocks) {
    const place = join(folder, block.name);
    mkdirSync(place, { recursive: true });
    if (isTest(block)) writeFileSync(join(place, "block_test.go"), block.code);
    else writeFileSync(join(place, "block.go"), isProgram(block) ? renamed(block) : wrap(block));
    if (isProgram(block)) writeFileSync(join(place, "run.go"), runProgram(block.name));
  }
  const names = blocks.filter((block) => !isTest(block)).map(({ name }) => name);
  writeFileSync(join(folder, "main.go"), mainProgram(names));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
