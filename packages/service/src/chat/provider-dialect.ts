import type { DialectCall } from "../parts/dialect.ts";
import type { HistoryRules } from "../messages/tool-history.ts";
import { list, quote, say, toOpenAiError, type ErrorText, type Fault } from "./fault-text.ts";
import { describeForResponses } from "./responses-fault.ts";

/** What a model family rejects, and the error texts of its providers. */
export interface ProviderDialect {
  readonly history: HistoryRules;
  /** The pattern of valid function names. */
  readonly name: RegExp;
  /** The body of the provider's 400 for a chat completion, as JSON text. */
  readonly describe: (fault: Fault) => string;
}

const openai: ProviderDialect = {
  history: { ignoresSystem: false, mergesTurns: false, uniqueIds: false },
  name: /^[a-zA-Z0-9_-]{1,64}$/,
  describe(fault) {
    const text = say(fault, {
      "missing-results": ({ index, ids }) => ({
        message: `An assistant message with 'tool_calls' must be followed by tool messages that respond to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${list(ids)}`,
        param: `messages.[${index}].tool_calls`,
      }),
      "orphan-result": ({ index, ids }) => ({
        message: `Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'. No call there has the id ${list(ids)}.`,
        param: `messages.[${index}].tool_call_id`,
      }),
      "duplicate-result": ({ index, ids }) => ({
        message: `Invalid parameter: duplicate value for 'tool_call_id' of ${list(ids)} in messages[${index}].`,
        param: `messages.[${index}].tool_call_id`,
      }),
      "duplicate-call": ({ index, ids }) => ({
        message: `Invalid parameter: duplicate value for 'id' of ${list(ids)} in messages[${index}].tool_calls.`,
        param: `messages.[${index}].tool_calls`,
      }),
      "bad-call-name": ({ index, call, name }) => ({
        message: `Invalid 'messages[${index}].tool_calls[${call}].function.name': ${quote(name)} does not match the pattern '^[a-zA-Z0-9_-]{1,64}$'.`,
        param: `messages[${index}].tool_calls[${call}].function.name`,
      }),
      "bad-name": ({ index, name }) => ({
        message: `Invalid 'tools[${index}].function.name': ${quote(name)} does not match the pattern '^[a-zA-Z0-9_-]{1,64}$'.`,
        param: `tools[${index}].function.name`,
      }),
      "duplicate-name": ({ index, name }) => ({
        message: `Invalid 'tools[${index}].function.name': ${quote(name)} is the name of an earlier function. Names must be unique.`,
        param: `tools[${index}].function.name`,
      }),
      "choice-without-tools": () => ({
        message: "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.",
        param: "tool_choice",
      }),
      "unknown-choice": ({ name }) => ({
        message: `Invalid value for 'tool_choice': ${quote(name)} was not found in 'tools'.`,
        param: "tool_choice",
      }),
    });
    return toOpenAiError(text);
  },
};

const anthropicName = /^[a-zA-Z0-9_-]{1,128}$/;

const anthropic: ProviderDialect = {
  history: { ignoresSystem: true, mergesTurns: true, uniqueIds: true },
  name: anthropicName,
  describe(fault) {
    const at = "index" in fault ? `messages.${fault.index}` : "";
    if (fault.kind === "bad-name") return describeForMessages(fault, `tools.${fault.index}.custom`, anthropicName);
    if (fault.kind === "bad-call-name") return describeForMessages(fault, `${at}.content.${fault.call}`, anthropicName);
    return describeForMessages(fault, fault.kind === "missing-results" ? at : `${at}.content`, anthropicName);
  },
};

/**
 * The error body for a fault in a request of Anthropic's API, as JSON text. `place` is the block, the message or the tool that has
 * the fault, and `pattern` that of valid function names.
 */
function describeForMessages(fault: Fault, place: string, pattern: RegExp): string {
  const { message } = say(fault, {
    "missing-results": ({ ids }) => ({
      message: `${place}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${list(ids)}. Each \`tool_use\` block needs a \`tool_result\` block in the next message.`,
    }),
    "orphan-result": ({ ids }) => ({
      message: `${place}: unexpected \`tool_use_id\` found in \`tool_result\` blocks: ${list(ids)}. Each \`tool_result\` block needs a \`tool_use\` block in the previous message.`,
    }),
    "duplicate-result": ({ ids }) => ({
      message: `${place}: each \`tool_use\` needs a single result. Found several \`tool_result\` blocks with id: ${list(ids)}`,
    }),
    "duplicate-call": () => ({ message: `${place}: \`tool_use\` ids must be unique` }),
    "bad-call-name": () => ({ message: `${place}.tool_use.name: String should match pattern '${pattern.source}'` }),
    "bad-name": () => ({ message: `${place}.name: String should match pattern '${pattern.source}'` }),
    "duplicate-name": () => ({ message: "tools: Tool names must be unique." }),
    "choice-without-tools": () => ({ message: "tool_choice: may only be specified while providing tools." }),
    "unknown-choice": ({ name }) => ({ message: `tool_choice: tool ${quote(name)} not found in provided tools.` }),
  });
  return JSON.stringify({ type: "error", error: { type: "invalid_request_error", message } });
}

const google: ProviderDialect = {
  history: { ignoresSystem: true, mergesTurns: true, uniqueIds: false },
  name: /^[a-zA-Z_][a-zA-Z0-9_.:-]{0,63}$/,
  describe(fault) {
    const unpaired = (): ErrorText => ({
      message:
        "Please ensure that each function call turn is followed by as many function response parts as it has function call parts.",
    });
    const { message } = say(fault, {
      "missing-results": unpaired,
      "orphan-result": unpaired,
      "duplicate-result": unpaired,
      "duplicate-call": unpaired,
      "bad-call-name": ({ index, call }) => ({
        message: `Invalid value at 'contents[${index}].parts[${call}].function_call.name': must start with a letter or an underscore, followed by letters, digits, underscores, dots, colons or dashes, with a maximum length of 64.`,
      }),
      "bad-name": ({ index }) => ({
        message: `Invalid value at 'tools[0].function_declarations[${index}].name': must start with a letter or an underscore, followed by letters, digits, underscores, dots, colons or dashes, with a maximum length of 64.`,
      }),
      "duplicate-name": ({ name }) => ({ message: `Duplicate function declaration found: ${quote(name)}` }),
      "choice-without-tools": () => ({
        message: "Function calling config is set without function_declarations.",
      }),
      "unknown-choice": ({ name }) => ({
        message: `Invalid value at 'tool_config.function_calling_config.allowed_function_names': ${quote(name)} is not in function_declarations.`,
      }),
    });
    return JSON.stringify({ error: { code: 400, message, status: "INVALID_ARGUMENT" } });
  },
};

/** The dialect of a model, independent of its provider. Claude and Gemini have their own; all other models use OpenAI's. */
export function dialectOf(model: string): ProviderDialect {
  if (model.startsWith("anthropic/")) return anthropic;
  if (model.startsWith("google/gemini")) return google;
  return openai;
}

/**
 * The body of the provider's 400 for a fault at a JSON pointer in the input, as JSON text. For chat completions it has the form of
 * the model's provider. A request of another API gets the terms of that API, since it has other structures.
 */
export function describeFault(
  fault: Fault,
  {
    dialect,
    pointer,
    provider,
  }: { dialect: DialectCall<unknown>["dialect"]; pointer: string; provider: ProviderDialect },
): string {
  if (dialect === "responses") return describeForResponses(fault, pointer, provider.name);
  if (dialect === "chat") return provider.describe(fault);
  const block = pointer
    .slice(1)
    .replaceAll("/", ".")
    .replace(/\.name$/, "");
  return describeForMessages(fault, fault.kind === "bad-name" ? `${block}.custom` : block, provider.name);
}
