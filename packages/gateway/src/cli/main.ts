import { readFile } from "node:fs/promises";
import { didYouMean } from "../config/yaml/nearest-name.ts";
import { UsageError, type Services } from "./command.ts";
import { commands } from "./commands.ts";
import { commandText, overviewText } from "./help.ts";
import { parseInvocation } from "./parse.ts";

/** Oldest version of Node that has all that the gateway uses. */
const oldestNode = [22, 19] as const;

/** Runs the command line. Resolves to the exit code; a message for the user is printed, never thrown. */
export async function main(args: readonly string[], services: Services): Promise<number> {
  try {
    checkNode(process.versions.node);
    return await run(args, services);
  } catch (error) {
    services.log(`patchbay-gateway: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function run(args: readonly string[], services: Services): Promise<number> {
  const { name, rest } = findCommand(args);
  if (name === undefined && rest.includes("--help")) {
    services.write(overviewText(commands));
    return 0;
  }
  const known = name ?? "serve";
  const command = commands[known]!;
  const invocation = parseInvocation(known, command, rest, services.env);
  if (invocation.has("help")) services.write(commandText(known, command));
  else if (invocation.has("version")) services.write(await readVersion());
  else return command.run(invocation, services);
  return 0;
}

/** The command that the arguments begin with: one or two words. Undefined if they begin with a flag, or are empty. */
function findCommand(args: readonly string[]): { readonly name: string | undefined; readonly rest: readonly string[] } {
  const [first, second = ""] = args;
  if (first === undefined || first.startsWith("-")) return { name: undefined, rest: args };
  if (first === "help") return { name: undefined, rest: ["--help"] };
  const names = Object.keys(commands);
  const pair = `${first} ${second}`;
  if (names.includes(pair)) return { name: pair, rest: args.slice(2) };
  if (names.includes(first)) return { name: first, rest: args.slice(1) };
  const group = names.filter((name) => name.startsWith(`${first} `));
  if (group.length > 0 && (second === "" || second === "--help"))
    throw new UsageError(
      `${first} needs one of ${group.map((name) => name.split(" ")[1]).join(", ")}. See patchbay-gateway --help.`,
    );
  const text = group.length > 0 ? pair : first;
  throw new UsageError(
    `There is no command ${JSON.stringify(text)}.${didYouMean(text, names)} See patchbay-gateway --help.`,
  );
}

/** An older version would fail later, at a function that it lacks. */
function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldMajor, oldMinor] = oldestNode;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return;
  throw new UsageError(`Node ${version} is too old. Use Node ${oldestNode.join(".")} or newer.`);
}

async function readVersion(): Promise<string> {
  const manifest = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
