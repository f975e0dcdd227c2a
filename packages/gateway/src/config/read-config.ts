import { readFile } from "node:fs/promises";
import { checkReferences } from "./check-references.ts";
import type { EndpointConfig, GatewayConfig, ModelConfig, ProviderConfig } from "./config.ts";
import { defaultConfig, defaultDataPolicy } from "./default-config.ts";
import { accounts, adminKey, budgets, keys } from "./fields/key-fields.ts";
import { models, type EndpointFields, type ModelFields } from "./fields/model-fields.ts";
import {
  clientGone,
  database,
  folder,
  limits,
  plugins,
  retention,
  routing,
  server,
  shared,
} from "./fields/operation-fields.ts";
import { providers } from "./fields/provider-fields.ts";
import { findKnownModel, type KnownModel } from "./known-models.ts";
import { parseYaml } from "./yaml/document.ts";
import { ConfigError, type Problem } from "./yaml/problem.ts";
import { object, optional, record, required, type ReadContext } from "./yaml/reader.ts";
import { text } from "./yaml/scalars.ts";

export interface ReadConfigOptions {
  /** Name of the file in messages. Default: `gateway.yaml`. */
  readonly file?: string;
  /** Variables for references to secrets. Default: none. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** For prices that are valid until a date. Unix milliseconds. Default: now. */
  readonly now?: number;
}

/** A configuration that can be used, and what is doubtful in its file. */
export interface ReadConfigResult {
  readonly config: GatewayConfig;
  readonly warnings: readonly Problem[];
}

type FileFields = Omit<GatewayConfig, "models"> & { readonly models: readonly ModelFields[] };

const file = object<FileFields>({
  providers: required(providers, "Write at least one provider, such as `local: { kind: ollama }`."),
  models: optional(models, []),
  aliases: optional(record(text(), { pattern: /^[\w~][\w.~/:-]{0,99}$/, form: "a name such as fast" }), {}),
  accounts: optional(accounts, defaultConfig.accounts),
  budgets: optional(budgets, []),
  keys: optional(keys, []),
  routing: optional(routing, defaultConfig.routing),
  plugins: optional(plugins, defaultConfig.plugins),
  retention: optional(retention, defaultConfig.retention),
  limits: optional(limits, defaultConfig.limits),
  server: optional(server, defaultConfig.server),
  data: optional(folder, defaultConfig.data),
  database: optional(database, undefined),
  shared: optional(shared, undefined),
  adminKey: optional(adminKey, undefined),
  clientGone: optional(clientGone, defaultConfig.clientGone),
});

/**
 * Reads the text of a configuration file in YAML or JSON. Throws a `ConfigError` with the file, the line and the expected value
 * of every mistake. A file is untrusted: no other error is thrown.
 */
export function readConfig(source: string, options: ReadConfigOptions = {}): ReadConfigResult {
  const { file: name = "gateway.yaml", env = {}, now = Date.now() } = options;
  const document = parseYaml(source, name);
  if (document.problems.length > 0) throw new ConfigError(document.problems);
  const problems: Problem[] = [];
  const report: ReadContext["report"] = (path, message, at) => {
    problems.push(document.problemAt(path, message, at));
  };
  if (document.root === undefined) report([], "the file is empty. Write `providers` and `models`.");
  const fields = document.root && file(document.root, [], { env, report });
  if (document.root) checkReferences(document.root, report);
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  if (fields === undefined || problems.some(({ severity }) => severity === "error")) throw new ConfigError(problems);
  const config: GatewayConfig = {
    ...fields,
    // A key without an account belongs to the default one, which therefore always exists.
    accounts: { ...defaultConfig.accounts, ...fields.accounts },
    models: fields.models.map((model) => toModel(model, fields.providers, now)),
  };
  const warnings = [...problems, ...unpricedWarnings(fields.models, config.models, document.problemAt)];
  return { config, warnings: warnings.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** Reads a configuration file. Throws a `ConfigError` if it cannot be read or used. */
export async function readConfigFile(
  path: string,
  options: Omit<ReadConfigOptions, "file"> = {},
): Promise<ReadConfigResult> {
  let source;
  try {
    source = await readFile(path, "utf8");
  } catch (cause) {
    const { code = "unknown error" } = cause as NodeJS.ErrnoException;
    const message = `the file cannot be read (${code}). Check the path.`;
    throw new ConfigError([{ severity: "error", file: path, line: 1, column: 1, path: "", message }], { cause });
  }
  return readConfig(source, { ...options, file: path });
}

/** Fills in what a model takes from its endpoints, and its endpoints from their providers and from the built-in list. */
function toModel(fields: ModelFields, providers: GatewayConfig["providers"], now: number): ModelConfig {
  const known = fields.endpoints.map(({ provider, model }) => findKnownModel(providers[provider]!, model, now));
  const endpoints = fields.endpoints.map((one, index) => toEndpoint(one, providers[one.provider]!, known[index]));
  const contexts = endpoints.map(({ context }) => context).filter((context) => context !== undefined);
  const context = fields.context ?? (contexts.length > 0 ? Math.max(...contexts) : undefined);
  return { ...fields, name: fields.name ?? fields.id, context, endpoints };
}

function toEndpoint(
  { unpriced, ...fields }: EndpointFields,
  provider: ProviderConfig,
  known: KnownModel | undefined,
): EndpointConfig {
  return {
    ...fields,
    tag: fields.tag ?? fields.provider,
    context: fields.context ?? known?.context,
    maxOutput: fields.maxOutput ?? known?.maxOutput,
    price: fields.price ?? (unpriced ? "unpriced" : (known?.price ?? "unpriced")),
    dataPolicy: fields.dataPolicy ?? provider.dataPolicy ?? defaultDataPolicy,
  };
}

function unpricedWarnings(
  fields: readonly ModelFields[],
  models: readonly ModelConfig[],
  problemAt: ReturnType<typeof parseYaml>["problemAt"],
): readonly Problem[] {
  return models.flatMap((model, index) =>
    model.endpoints.flatMap(({ price }, at) =>
      price !== "unpriced" || fields[index]!.endpoints[at]!.unpriced
        ? []
        : [
            problemAt(
              ["models", index, "endpoints", at],
              "the price is unknown, so accounts with prepaid credits cannot use the endpoint. Write `price` in USD per million tokens, `price: free`, or `unpriced: true`.",
              { severity: "warning" },
            ),
          ],
    ),
  );
}
