import type { ProviderError } from "../parts/part.ts";
import type { ModelOutput } from "../upstreams/model-output.ts";

/** Replies in place of the upstream, such as a rule of a test. Each method consumes a reply, if there is one. */
export interface Override {
  /** The output of a chat model. */
  readonly output: () => ModelOutput | undefined;
  /** The failure of a provider that is called without a stream. */
  readonly failure: () => ProviderError | undefined;
}
