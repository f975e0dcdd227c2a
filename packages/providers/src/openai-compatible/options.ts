import type { Target } from "../adapter.ts";

/** How servers differ that speak the API of OpenAI. */
export interface OpenAIOptions {
  /**
   * Whose rules apply: those of OpenAI itself, of OpenRouter, or of other servers such as vLLM and llama.cpp. It determines the
   * defaults of the other options. Default: by the host of the base URL.
   */
  readonly profile: "openai" | "openrouter" | "generic";
  /** Field of the longest output. Default: `max_completion_tokens` at OpenAI, otherwise `max_tokens`. */
  readonly maxTokensField: "max_tokens" | "max_completion_tokens";
  /** Whether the role `developer` exists; otherwise it becomes `system`. Default: at OpenAI and OpenRouter. */
  readonly developerRole: boolean;
  /**
   * How reasoning is controlled: `reasoning_effort`, OpenRouter's object `reasoning`, `enable_thinking` of the chat template
   * (Qwen and others on vLLM and llama.cpp), or not at all. Default: `object` at OpenRouter, otherwise `effort`.
   */
  readonly reasoning: "effort" | "object" | "chat-template" | "none";
  /** Field that sends reasoning of earlier turns back. Default: `none`; OpenRouter gets `reasoning_details` in any case. */
  readonly reasoningHistory: "none" | "reasoning_content" | "reasoning";
  /** Whether `cache_control` is sent. Default: at OpenRouter. */
  readonly cacheControl: boolean;
  /** Whether usage is requested by `stream_options`. Default: true. */
  readonly streamUsage: boolean;
  /** How embeddings are encoded. Default: `base64` at OpenAI, otherwise `float`. */
  readonly embeddingFormat: "float" | "base64";
}

/** Option → its values, the default first. */
const values: { readonly [Name in keyof OpenAIOptions]: readonly OpenAIOptions[Name][] } = {
  profile: ["generic", "openai", "openrouter"],
  maxTokensField: ["max_tokens", "max_completion_tokens"],
  developerRole: [false, true],
  reasoning: ["effort", "object", "chat-template", "none"],
  reasoningHistory: ["none", "reasoning_content", "reasoning"],
  cacheControl: [false, true],
  streamUsage: [true, false],
  embeddingFormat: ["float", "base64"],
};

/** Profile → its defaults, where they differ. */
const profiles: Readonly<Record<OpenAIOptions["profile"], Partial<OpenAIOptions>>> = {
  generic: {},
  openai: { maxTokensField: "max_completion_tokens", developerRole: true, embeddingFormat: "base64" },
  openrouter: { developerRole: true, reasoning: "object", cacheControl: true },
};

const defaults = Object.fromEntries(
  Object.entries(values).map(([name, [first]]) => [name, first]),
) as unknown as OpenAIOptions;

/** The options of a target, completed by those of its profile. */
export function readOptions({ options }: Pick<Target, "options">): OpenAIOptions {
  const own = (options ?? {}) as Partial<OpenAIOptions>;
  return { ...defaults, ...profiles[own.profile ?? "generic"], ...own };
}

/** The profile of a host. */
export function optionsFor(baseURL: string): Partial<OpenAIOptions> {
  const { hostname } = new URL(baseURL);
  if (hostname === "api.openai.com" || hostname.endsWith(".openai.azure.com")) return { profile: "openai" };
  return hostname === "openrouter.ai" || hostname.endsWith(".openrouter.ai") ? { profile: "openrouter" } : {};
}

/** Throws a `TypeError` for an unknown option or value. */
export function checkOptions(options: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(options)) {
    const allowed: readonly unknown[] | undefined = Object.hasOwn(values, name)
      ? values[name as keyof OpenAIOptions]
      : undefined;
    if (!allowed)
      throw new TypeError(
        `\`options.${name}\` is not an option of openai-compatible providers. Options: ${Object.keys(values).join(", ")}.`,
      );
    if (!allowed.includes(value))
      throw new TypeError(`\`options.${name}\` must be one of ${allowed.join(", ")}, got ${JSON.stringify(value)}.`);
  }
}
