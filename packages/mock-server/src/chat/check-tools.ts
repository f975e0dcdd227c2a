import type { ChatCompletionRequest } from "@patchbay/spec";
import { ProviderFailure } from "../routing/provider-failure.ts";
import { dialectOf } from "./provider-dialect.ts";
import { findToolMistake } from "../messages/tool-definitions.ts";
import { findHistoryMistake } from "../messages/tool-history.ts";

/**
 * Throws the provider's 400 for tools, a tool choice or a tool call history that the providers of this model reject. The
 * server then tries the next model of the request, as after any other error of a model.
 */
export function checkTools(input: ChatCompletionRequest, model: string): void {
  const dialect = dialectOf(model);
  const fault =
    findToolMistake(input, dialect.name) ?? findHistoryMistake(input.messages, dialect.history, dialect.name);
  if (!fault) return;
  throw new ProviderFailure({
    status: 400,
    message: "Provider returned error",
    errorType: "invalid_request",
    raw: dialect.describe(fault),
  });
}
