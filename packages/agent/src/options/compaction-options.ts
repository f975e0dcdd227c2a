import { AgentError } from "../errors/agent-error.ts";
import { checkOptions, type OptionKinds } from "./check-options.ts";

/** When and how a conversation is compacted. */
export interface CompactionOptions {
  /**
   * Maximum prompt tokens, estimated from the last prompt and the characters added since. The first and the last
   * message of the user are never dropped, so a conversation can exceed the limit.
   */
  readonly maxPromptTokens: number;
  /** The number of last responses that stay unchanged, with their tool results. Default: 3. */
  readonly keepLast?: number | undefined;
  /**
   * The model that summarizes the conversation if dropping old tool results is not enough; `false` for none. Default:
   * the agent's model.
   */
  readonly summaryModel?: string | false | undefined;
}

const known = {
  maxPromptTokens: ["positive"],
  keepLast: ["wholeFromOne"],
  summaryModel: ["string", "boolean"],
} satisfies OptionKinds<CompactionOptions>;

/** Rejects invalid options. Throws `AgentError`. */
export function checkCompaction(options: CompactionOptions): void {
  checkOptions("compaction", options, known, {
    tokens: "maxPromptTokens",
    maxTokens: "maxPromptTokens",
    max_tokens: "maxPromptTokens",
    keep: "keepLast",
    summary: "summaryModel",
    model: "summaryModel",
  });
  if (options.maxPromptTokens === undefined) throw new AgentError("`maxPromptTokens` of compaction is missing.");
}
