import type { Files } from "../output/files.ts";
import type { GoContext } from "./context.ts";
import { printQueryParams } from "./inputs.ts";
import { printMethods } from "./methods.ts";
import { toGoName, toServiceName } from "./names.ts";
import { toFile } from "./schemas.ts";
import { listBranches, toTree, type Branch } from "./tree.ts";

/** The services: structs with a method for each operation, in one file for each service of the client. */
export function emitServices(context: GoContext): Files {
  const { branches } = toTree(context.model.operations);
  const files = [...branches].map(([name, branch]): [string, string] => [
    `zz_generated_service_${name.toLowerCase()}.go`,
    toFile(
      listBranches(branch)
        .map((below) => printService(below, context))
        .join("\n"),
    ),
  ]);
  return { "zz_generated_client.go": printClient([...branches.values()]), ...Object.fromEntries(files) };
}

function printService({ path, operations, branches }: Branch, context: GoContext): string {
  const name = toServiceName(path);
  const target = ["client", ...path.map(toGoName)].join(".");
  const fields = [...branches.values()].map(printField);
  const runtime = operations.length > 0 ? "runtime *runtime\n" : "";
  const methods = operations.flatMap((operation) => [
    printQueryParams(operation, context),
    printMethods(operation, context),
  ]);
  return `// ${name} has the methods of ${target}.
type ${name} struct {
${runtime}${fields.join("")}}

${methods.join("\n")}`;
}

function printField({ path }: Branch): string {
  const target = ["client", ...path.map(toGoName)].join(".");
  return `// ${toGoName(path.at(-1)!)} has the methods of ${target}.\n${toGoName(path.at(-1)!)} *${toServiceName(path)}\n`;
}

function printClient(branches: readonly Branch[]): string {
  return toFile(`// Client calls the API. Its services have a method for each operation. It is safe for concurrent use. [New]
// returns one.
type Client struct {
runtime *runtime

${branches.map(printField).join("")}}

// newClient returns a client whose services share a runtime.
func newClient(r *runtime) *Client {
return &Client{
runtime: r,
${branches.map((branch) => `${toGoName(branch.path.at(-1)!)}: ${printNew(branch)},\n`).join("")}}
}
`);
}

function printNew({ path, operations, branches }: Branch): string {
  const fields = [
    ...(operations.length > 0 ? ["runtime: r"] : []),
    ...[...branches.values()].map((branch) => `${toGoName(branch.path.at(-1)!)}: ${printNew(branch)}`),
  ];
  return `&${toServiceName(path)}{${fields.join(", ")}}`;
}
