import { parseArgs } from "node:util";
import { didYouMean } from "../config/yaml/nearest-name.ts";
import { UsageError, type Command, type Invocation } from "./command.ts";
import { helpFlags } from "./help.ts";

type Tokens = NonNullable<ReturnType<typeof parseArgs>["tokens"]>;

/** Parses the arguments of a command. Throws a `UsageError` for unknown flags, missing values and missing arguments. */
export function parseInvocation(
  name: string,
  command: Command,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Invocation {
  const flags: Command["flags"] = { ...command.flags, ...helpFlags };
  const options = Object.fromEntries(
    Object.entries(flags).map(([flag, { value }]) => [
      flag,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple: true },
    ]),
  );
  // Not strict, because the messages of the strict mode name no near flag.
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const see = `See patchbay-gateway ${name} --help.`;
  const given = readFlags(tokens, flags, see);
  const positionals = tokens.filter((token) => token.kind === "positional").map(({ value }) => value);
  const named = readArguments(command, positionals, given.has("help") || given.has("version"), see);
  const all = (flag: string): readonly string[] => {
    const values = given.get(flag);
    if (values !== undefined) return values;
    const { variable } = flags[flag] ?? {};
    const value = variable === undefined ? undefined : env[variable]?.trim();
    return value === undefined || value === "" ? [] : [value];
  };
  return {
    has: (flag) => all(flag).length > 0,
    get: (flag) => all(flag).at(-1) ?? flags[flag]?.initial,
    all,
    argument: (argument) => named.get(argument)!,
  };
}

function readFlags(tokens: Tokens, flags: Command["flags"], see: string): ReadonlyMap<string, readonly string[]> {
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const flag = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    if (flag === undefined) {
      const near = didYouMean(token.name, Object.keys(flags)).replace(/"(.*)"/, "--$1");
      throw new UsageError(`${token.rawName} is unknown.${near} ${see}`);
    }
    if (flag.value === undefined && token.value !== undefined)
      throw new UsageError(`${token.rawName} takes no value, got ${JSON.stringify(token.value)}. ${see}`);
    // A flag in the place of a value means that the value is missing.
    if (
      flag.value !== undefined &&
      (token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value)))
    )
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${flag.value}. ${see}`);
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? "true"]);
  }
  return given;
}

function readArguments(
  { arguments: expected = [] }: Command,
  values: readonly string[],
  isHelp: boolean,
  see: string,
): ReadonlyMap<string, string> {
  if (values.length > expected.length)
    throw new UsageError(`${JSON.stringify(values[expected.length])} is not expected here. ${see}`);
  return new Map(
    expected.map(({ name, initial }, index) => {
      const value = values[index] ?? initial;
      if (value === undefined && !isHelp) throw new UsageError(`The argument ${name} is missing. ${see}`);
      return [name, value ?? ""];
    }),
  );
}
