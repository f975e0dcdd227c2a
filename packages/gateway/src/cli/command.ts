import type { DiscoverOptions } from "../config/discover.ts";
import type { startGateway } from "../gateway/start-gateway.ts";
import type { KeyAdmin, KeyAdminLocation } from "./keys/key-admin.ts";

/** A flag of a command, as the help text and the parser need it. */
export interface Flag {
  /** The placeholder of the value in the help text. A flag without one is a switch. */
  readonly value?: string;
  readonly help: string;
  /** The default value. */
  readonly initial?: string;
  /** What applies without the flag, if that is not a value of the flag: for the help text only. */
  readonly otherwise?: string;
  /** Whether the flag can be repeated. */
  readonly multiple?: true;
  /** Variable of the environment that sets it if the command line does not. */
  readonly variable?: string;
}

/** A command, such as `keys create`. */
export interface Command {
  readonly summary: string;
  /** Names of its arguments; all are required but those with a default. */
  readonly arguments?: readonly { readonly name: string; readonly initial?: string }[];
  readonly flags: Readonly<Record<string, Flag>>;
  /** Variables of the environment that have no flag, since other users of a machine can see flags: name → help text. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Further lines of the help text. */
  readonly notes?: string;
  /** Returns the exit code. A rejection is printed as one line, and the exit code is 1. */
  readonly run: (invocation: Invocation, services: Services) => Promise<number>;
}

/** A command line that was parsed. */
export interface Invocation {
  /** Whether a flag was given, on the command line or in the environment. */
  readonly has: (flag: string) => boolean;
  /** The last value of a flag, or its default. */
  readonly get: (flag: string) => string | undefined;
  /** All values of a flag. */
  readonly all: (flag: string) => readonly string[];
  /** The arguments of the command by name. */
  readonly argument: (name: string) => string;
}

/** What commands use of their surroundings. */
export interface Services {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line to standard output: only results, so that scripts can read them. */
  readonly write: (line: string) => void;
  /** Writes a line to standard error. */
  readonly log: (line: string) => void;
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
  readonly listModels: DiscoverOptions["listModels"];
  readonly startGateway: typeof startGateway;
  readonly openKeys: (location: KeyAdminLocation) => Promise<KeyAdmin>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** A mistake in the use of the command, which is printed without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
