import type { Target } from "../adapter.ts";

/** The version that removed sampling parameters. */
export const withoutSampling = "2026-10-21";

const usualVersion = "2023-06-01";

/** Options of the configuration. */
export interface AnthropicOptions {
  /** Version of the API. Default: that of the caller's `anthropic-version` header, otherwise `2023-06-01`. */
  readonly version?: string;
  /** How thinking is controlled. Default: by the model's name. */
  readonly thinking?: "budget" | "adaptive";
}

export function readOptions({ options }: Pick<Target, "options">): AnthropicOptions {
  return options ?? {};
}

/** The version of the API for a request. */
export function versionOf(target: Target): string {
  return readOptions(target).version ?? target.headers?.["anthropic-version"] ?? usualVersion;
}

/** Throws a `TypeError` for an unknown option or value. */
export function checkOptions(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (name !== "version" && name !== "thinking")
      throw new TypeError(`\`options.${name}\` is not an option of anthropic providers. Options: version, thinking.`);
    if (name === "version" && !(typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)))
      throw new TypeError(
        `\`options.version\` must be a date such as "${usualVersion}" or "${withoutSampling}", got ${JSON.stringify(value)}.`,
      );
    if (name === "thinking" && value !== "budget" && value !== "adaptive")
      throw new TypeError(`\`options.thinking\` must be budget or adaptive, got ${JSON.stringify(value)}.`);
  }
}
