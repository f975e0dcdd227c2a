// Written from openapi/ by `npm run generate`. Do not edit: change the contract or packages/codegen.
import type { Annotation, AssistantAudio, AssistantImage } from "./annotations.ts";
import type { MessageContent, TextContent } from "./content.ts";
import type { ReasoningDetail, ReasoningEffort } from "./reasoning.ts";
import type { ToolCall } from "./tools.ts";

/**
 * An earlier message from the model. Send it back unchanged, with its `reasoning_details` in order. As the last
 * message, it is a prefill that the model continues.
 *
 */
export type AssistantMessage = {
  /**
   * Always `assistant`.
   */
  role: "assistant";
  /**
   * A string, or a list of parts. Absent or null if the model only called tools.
   */
  content?: MessageContent | null | undefined;
  /**
   * Name of the participant.
   */
  name?: string | null | undefined;
  /**
   * The model's refusal message.
   */
  refusal?: string | null | undefined;
  /**
   * The reasoning as plain text.
   */
  reasoning?: string | null | undefined;
  /**
   * Alias of `reasoning`.
   */
  reasoning_content?: string | null | undefined;
  /**
   * The reasoning details as received, with signatures and encrypted parts. Some models require them to continue after a tool call.
   */
  reasoning_details?: Array<ReasoningDetail> | null | undefined;
  /**
   * The tool calls that the model requested. Each requires a `tool` message with its result.
   */
  tool_calls?: Array<ToolCall> | null | undefined;
  /**
   * Images that the model generated.
   */
  images?: Array<AssistantImage> | null | undefined;
  /**
   * Audio that the model generated. Its `id` is sufficient.
   */
  audio?: AssistantAudio | null | undefined;
  /**
   * Citations and parsed files of the completion. A parsed file that is sent back is not parsed again.
   */
  annotations?: Array<Annotation> | null | undefined;
  /**
   * The model that generated this message.
   */
  model?: string | null | undefined;
};

/**
 * A message of the conversation.
 */
export type ChatMessage =
  | ({
      role: "system";
    } & SystemMessage)
  | ({
      role: "developer";
    } & DeveloperMessage)
  | ({
      role: "user";
    } & UserMessage)
  | ({
      role: "assistant";
    } & AssistantMessage)
  | ({
      role: "tool";
    } & ToolMessage);

/**
 * Settings that change during a conversation.
 */
export type ConfigurationUpdate = {
  /**
   * The new reasoning settings.
   */
  reasoning: ReasoningUpdate;
};

/**
 * Instructions for the model, under the role that newer OpenAI models use. Other models receive it as `system`.
 */
export type DeveloperMessage = {
  /**
   * Always `developer`.
   */
  role: "developer";
  /**
   * The instructions.
   */
  content: TextContent;
  /**
   * Name of the participant.
   */
  name?: string | null | undefined;
  /**
   * Changes model settings from this message on.
   */
  configuration_update?: ConfigurationUpdate | null | undefined;
};

/**
 * New reasoning settings.
 */
export type ReasoningUpdate = {
  /**
   * The new effort.
   */
  effort: ReasoningEffort;
};

/**
 * Instructions for the model.
 */
export type SystemMessage = {
  /**
   * Always `system`.
   */
  role: "system";
  /**
   * The instructions.
   */
  content: TextContent;
  /**
   * Name of the participant. For models other than OpenAI's, it is inserted before the text.
   */
  name?: string | null | undefined;
  /**
   * Changes model settings from this message on.
   */
  configuration_update?: ConfigurationUpdate | null | undefined;
};

/**
 * The result of a tool call.
 */
export type ToolMessage = {
  /**
   * Always `tool`.
   */
  role: "tool";
  /**
   * The result, as a string or a list of parts.
   */
  content: MessageContent;
  /**
   * The `id` of the tool call.
   */
  tool_call_id: string;
  /**
   * Name of the tool. Optional.
   */
  name?: string | null | undefined;
};

/**
 * A message from the user.
 */
export type UserMessage = {
  /**
   * Always `user`.
   */
  role: "user";
  /**
   * A string, or a list of parts.
   */
  content: MessageContent;
  /**
   * Name of the participant. For models other than OpenAI's, it is inserted before the text.
   */
  name?: string | null | undefined;
};
