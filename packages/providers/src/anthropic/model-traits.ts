/** What the family of a model determines. */
export interface ModelTraits {
  /** Whether the model decides itself how much it thinks, and takes an effort in place of a budget. */
  readonly isAdaptive: boolean;
  /** Whether the model takes `temperature`, `top_p` and `top_k`. */
  readonly takesSampling: boolean;
  /** Longest output if neither the request nor the configuration has one, in tokens. */
  readonly usualMaxTokens: number;
}

/** The traits of a model, by the version in its name. Models of other makers that speak this API are like the first ones. */
export function readTraits(model: string): ModelTraits {
  const [, major = "0", minor = "0"] = /claude-(?:[a-z]+-)?(\d+)(?:[-.](\d{1,2}))?(?!\d)/.exec(model) ?? [];
  const version = Number(major) * 100 + Number(minor);
  return {
    isAdaptive: version >= 406,
    takesSampling: version <= 406,
    usualMaxTokens: version >= 400 ? 32_000 : 4096,
  };
}
