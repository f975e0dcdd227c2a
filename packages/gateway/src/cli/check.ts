import { readFile } from "node:fs/promises";
import { readConfig, type ReadConfigResult } from "../config/read-config.ts";
import { ConfigError, formatProblem } from "../config/yaml/problem.ts";
import { UsageError, type Command, type Services } from "./command.ts";
import { count } from "../config/count.ts";
import { toModelTable } from "./models.ts";
import { toTable } from "./table.ts";

/** Checks a configuration file. */
export const check: Command = {
  summary: "check a configuration file; the exit code is 1 if it has mistakes",
  arguments: [{ name: "FILE", initial: "gateway.yaml" }],
  flags: {
    "without-secrets": { help: "accept references to variables that are not set, for example in CI" },
  },
  run: async (given, services) => {
    const file = given.argument("FILE");
    const source = await read(file);
    const env = given.has("without-secrets") ? withPlaceholders(source, services.env) : services.env;
    try {
      return summarize(file, readConfig(source, { file, env, now: services.now() }), services);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) services.log(formatProblem(problem));
      const mistakes = error.problems.filter(({ severity }) => severity === "error").length;
      services.log(`${file} has ${count(mistakes, "mistake")}.`);
      return 1;
    }
  },
};

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be read (${code}). Check the path.`, { cause });
  }
}

/** Every variable that the file refers to has a value that passes for a key. */
function withPlaceholders(source: string, env: Services["env"]): Services["env"] {
  const names = [...source.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name!);
  return { ...Object.fromEntries(names.map((name) => [name, "placeholder-of-a-secret"])), ...env };
}

function summarize(file: string, { config, warnings }: ReadConfigResult, { write, log }: Services): number {
  for (const warning of warnings) log(formatProblem(warning));
  const providers = Object.entries(config.providers).map(([slug, { kind, baseURL, apiKeys }]) => [
    slug,
    kind,
    baseURL ?? "default",
    String(apiKeys.length),
  ]);
  write(toTable(["provider", "kind", "base URL", "keys"], providers));
  if (config.models.length > 0) write(`\n${toModelTable(config)}`);
  const counted = [
    count(config.keys.length, "key"),
    count(Object.keys(config.accounts).length, "account"),
    count(config.budgets.length, "budget"),
  ].join(", ");
  const listed =
    config.models.length === 0 ? "the models that the providers list" : count(config.models.length, "model");
  write(`\n${file} is valid: ${count(providers.length, "provider")}, ${listed}, ${counted}.`);
  return 0;
}
