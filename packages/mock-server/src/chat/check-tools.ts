import type { ChatCompletionRequest } from "@patchbay/spec";
import { ProviderFailure } from "../routing/provider-failure.ts";
import { dialectOf } from "./provider-dialect.ts";
import { findToolFault } from "../messages/tool-definitions.ts";
import { findHistoryFault } from "../messages/tool-history.ts";

/**
 * Throws the 400 of a provider for tools, a choice of tools or a history of calls that the providers of this model
 * refuse. The next model of the request is tried then, as after every error of a model.
 */
export function checkTools(input: ChatCompletionRequest, model: string): void {
  const dialect = dialectOf(model);
  const fault = findToolFault(input, dialect.name) ?? findHistoryFault(input.messages, dialect.history, dialect.name);
  if (!fault) return;
  throw new ProviderFailure({
    status: 400,
    message: "Provider returned error",
    errorType: "invalid_request",
    raw: dialect.describe(fault),
  });
}
