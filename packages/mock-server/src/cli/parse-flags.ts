import { parseArgs } from "node:util";
import { getOwn } from "@patchbay/engine/data/get-own";
import { findRenamed } from "@patchbay/service/validation/renamed-names";
import type { MockServerOptions } from "../options/options.ts";
import { flags, type Flag, type FlagName } from "./flags.ts";

/** The flags on a command line. */
export interface ParsedFlags {
  /** Whether the command line has a flag. */
  has(name: FlagName): boolean;
  /** The last value of a flag, or its default. */
  get(name: FlagName): string | undefined;
  /** All values of a flag. */
  all(name: FlagName): readonly string[];
  /** The server options of all given flags. Rejects for an invalid value. */
  toOptions(): Promise<MockServerOptions>;
}

/** Parses a command line. Throws for an unknown or renamed flag. */
export function parseFlags(args: readonly string[]): ParsedFlags {
  for (const flag of args.map((arg) => arg.split("=", 1)[0]!)) {
    const renamed = flag.startsWith("--") ? findRenamed(flag) : undefined;
    if (renamed !== undefined) throw new Error(`${flag} was renamed to ${renamed}. See --help.`);
  }
  const { values } = parseArgs({ args: [...args], options: parseOptions });
  const all = (name: string): readonly string[] => {
    const value = getOwn(values, name);
    return value === undefined || typeof value === "boolean" ? [] : [value].flat().map(String);
  };
  return {
    has: (name) => getOwn(values, name) !== undefined,
    get: (name) => all(name).at(-1) ?? flags[name].default,
    all,
    async toOptions() {
      const options: MockServerOptions = {};
      for (const [name, { toOptions }] of Object.entries<Flag>(flags))
        if (getOwn(values, name) !== undefined) Object.assign(options, await toOptions?.(all(name), `--${name}`));
      return options;
    },
  };
}

/** The configuration of `parseArgs`. It has no defaults, so that a flag is distinguishable from its absence. */
const parseOptions = Object.fromEntries(
  Object.entries<Flag>(flags).map(([name, { value, multiple = false }]) => [
    name,
    { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple },
  ]),
);
